import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  codeVan,
  KOUD,
  MARIT,
  melding,
  NAAR_TEAM,
  NOOR,
  NUMMER,
  startToepassing,
  SYSTEEM,
  YOUSSEF,
  type Opstelling,
} from '../steun/toepassing.ts';

/** Two instances of the program over one store, as two servers behind one address would be. */
let map: string;
let een: Opstelling;
let twee: Opstelling;
beforeEach(async () => {
  map = await mkdtemp(join(tmpdir(), 'mutatie-'));
  const env = { SQLITE_BESTAND: join(map, 'opslag.db') };
  een = await startToepassing({ env });
  const { opslag } = een.toepassing.omgeving;
  twee = await startToepassing({ vervangingen: { omhulOpslag: () => opslag } });
});
afterEach(async () => {
  await Promise.all([een.stop(), twee.stop()]);
  await rm(map, { recursive: true, force: true });
});

const aantal = async (soort: string): Promise<number> =>
  ((await een.document())?.journaal ?? []).filter((gebeurtenis) => gebeurtenis.soort === soort).length;
const beide = [0, 1, 2, 3, 4, 5, 6, 7];
const om = (nr: number): Opstelling => (nr % 2 === 0 ? een : twee);

describe('two who write at once', () => {
  test('register the same melding: one casus, one event, and both hear that it is there', async () => {
    const antwoorden = await Promise.all(beide.map((nr) => om(nr).registreer(SYSTEEM)));
    expect(antwoorden.map((antwoord) => antwoord.ok)).toEqual(beide.map(() => true));
    expect(antwoorden.filter((antwoord) => antwoord.ok && antwoord.gewijzigd)).toHaveLength(1);
    expect(await aantal('melding-ontvangen')).toBe(1);
  });

  test('register another melding under one number: one wins, the other is told', async () => {
    const antwoorden = await Promise.all([een.registreer(SYSTEEM), twee.registreer(SYSTEEM, { gemeente: 'Zundert' })]);
    expect(new Set(antwoorden.map(codeVan))).toEqual(new Set([undefined, 'casus-bestaat-anders']));
    expect(await aantal('melding-ontvangen')).toBe(1);
  });

  test('click Bevestig ontvangst: exactly one event, no refusal', async () => {
    await een.verzonden();
    const antwoorden = await Promise.all(beide.map((nr) => om(nr).doe(NOOR, { soort: 'ontvangst-bevestigen' })));
    expect(antwoorden.map(codeVan)).toEqual(beide.map(() => undefined));
    expect(antwoorden.filter((antwoord) => antwoord.ok && antwoord.gewijzigd)).toHaveLength(1);
    expect(await aantal('ontvangst-bevestigd')).toBe(1);
  });

  test('confirm and refuse: one of the two happened, and the other hears which', async () => {
    await een.verzonden();
    const codes = (
      await Promise.all([
        een.doe(NOOR, { soort: 'ontvangst-bevestigen' }),
        twee.doe(NOOR, { soort: 'weigeren', reden: 'verkeerd team' }),
      ])
    ).map(codeVan);
    expect([
      [undefined, 'al-bevestigd'],
      ['al-geweigerd', undefined],
    ]).toContainEqual(codes);
    expect((await aantal('ontvangst-bevestigd')) + (await aantal('overdracht-geweigerd'))).toBe(1);
  });

  test('send to two teams: one overdracht stands at the end, the first of them withdrawn', async () => {
    await een.registreer(SYSTEEM);
    await een.doe(YOUSSEF, NAAR_TEAM);
    await Promise.all([een.doe(YOUSSEF, KOUD), twee.doe(YOUSSEF, { ...KOUD, team: 'cjg-roosendaal' })]);
    expect(await aantal('overdracht-verzonden')).toBe(2);
    expect(await aantal('overdracht-ingetrokken')).toBe(1);
  });

  test('use one Idempotency-Key: done once', async () => {
    await een.registreer(SYSTEEM);
    await Promise.all(beide.map((nr) => om(nr).doe(SYSTEEM, NAAR_TEAM, { sleutel: 'k' })));
    const document = await een.document();
    expect(document?.sleutels).toHaveLength(1);
    expect(await aantal('triage-afgerond')).toBe(1);
  });

  test('the numbers of the journal have no gap and no double', async () => {
    await een.registreer(SYSTEEM);
    await Promise.all([
      een.doe(YOUSSEF, NAAR_TEAM),
      twee.doe(YOUSSEF, { soort: 'nieuwe-melding', ontvangenOp: '2026-12-01T10:00:00+01:00' }),
      een.doe(YOUSSEF, { soort: 'nieuwe-melding', ontvangenOp: '2026-12-01T11:00:00+01:00' }),
    ]);
    const nummers = (await een.document())?.journaal.map(({ nr }) => nr) ?? [];
    expect(nummers).toEqual(nummers.map((_nr, index) => index + 1));
  });
});

describe('two rounds at once', () => {
  test('note the passing of a term once and send each ping once', async () => {
    await een.verzonden();
    for (const op of [een, twee]) op.klok.vooruit(7 * 24 * 3_600_000);
    await Promise.all([een.toepassing.ronde(), twee.toepassing.ronde()]);
    const stappen = ((await een.document())?.journaal ?? []).flatMap(({ soort, gegevens }) =>
      soort.startsWith('termijn-') && 'termijn' in gegevens && 'stap' in gegevens
        ? [`${gegevens.termijn} ${gegevens.stap}`]
        : [],
    );
    expect(stappen.length).toBeGreaterThan(1);
    expect(new Set(stappen).size).toBe(stappen.length);
  });
});

describe('who may not', () => {
  test('leaves a message that waits to be sent where it is: it is neither claimed nor called uncertain', async () => {
    await een.verzonden();
    // No channel is linked, so the card waits for its next try; at that moment a refused click comes first.
    const wacht = (await een.document())?.postvak ?? [];
    expect(wacht.length).toBeGreaterThan(0);
    for (const op of [een, twee]) op.klok.vooruit(3_600_000);
    const voor = JSON.stringify(await een.document());
    expect(codeVan(await een.doe(YOUSSEF, { soort: 'oppakken' }))).toBe('geen-recht');
    expect(codeVan(await een.doe(MARIT, { soort: 'oppakken' }))).toBe('niet-gevonden');
    expect(JSON.stringify(await een.document())).toBe(voor);
    for (const op of [een, twee]) op.klok.vooruit(61_000);
    await twee.toepassing.ronde();
    expect(await aantal('bericht-onzeker')).toBe(0);
  });

  test('is no reason to write a casus that is not there', async () => {
    expect(codeVan(await een.doe(SYSTEEM, NAAR_TEAM))).toBe('niet-gevonden');
    expect(codeVan(await een.registreer(NOOR, melding()))).toBe('geen-recht');
    expect(await een.document(NUMMER)).toBeUndefined();
  });
});
