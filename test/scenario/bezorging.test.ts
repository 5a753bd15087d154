import { describe, expect, test } from 'vitest';
import type { Gedrag } from '../steun/connector.ts';
import { HAVEN, KANALEN, NOOR, NOORD, ZUID } from './mensen.ts';
import { draagOver, KOUD, meld, NAAR_LOKAAL } from './stappen.ts';
import { maakWereld, type Wereld } from './wereld.ts';

const X = 'VT-2026-0001';
const NOORD_KANAAL = KANALEN.noord.conversatie;
const BIJ_NOORD = { conversatie: NOORD_KANAAL, methode: 'POST' };

/** How many messages about a card stand in a conversation now, threads apart. */
const kaartenIn = (wereld: Wereld, conversatie: string): number =>
  wereld.connector.gesprekken.get(conversatie)?.length ?? 0;

async function klaarVoorOverdracht(): Promise<Wereld> {
  const wereld = await maakWereld();
  await meld(wereld, X);
  await wereld.vt(X, NAAR_LOKAAL);
  wereld.connector.gesprekken.clear();
  return wereld;
}

describe('the connector does not take the card of an overdracht', () => {
  const gevallen: [string, Gedrag, boolean][] = [
    [
      '429 with Retry-After: not taken, so it is sent later, once',
      { soort: 'weiger', status: 429, koppen: { 'retry-after': '120' } },
      false,
    ],
    [
      '503: it may have been taken, so it is sent again, marked as a herhaling',
      { soort: 'aangenomen', status: 503 },
      true,
    ],
    ['a reset: it may have been taken, so it is sent again, marked as a herhaling', { soort: 'reset' }, true],
    ['504 after it was taken: sent again, marked as a herhaling', { soort: 'aangenomen', status: 504 }, true],
  ];
  test.each(gevallen)('%s', async (_naam, gedrag, onzeker) => {
    const wereld = await klaarVoorOverdracht();
    wereld.connector.stoor(gedrag, { ...BIJ_NOORD, keer: 1 });
    await wereld.vt(X, KOUD(NOORD));
    await wereld.nieuws();
    expect(await wereld.wie(X)).toBe('veilig-thuis');
    expect((await wereld.soorten(X)).filter((soort) => soort === 'bericht-onzeker')).toHaveLength(onzeker ? 1 : 0);

    if (!onzeker) {
      await wereld.naar('2026-11-23T09:01:59+01:00');
      expect(await wereld.nieuws()).toEqual([]);
    }
    await wereld.naar('2026-11-23T09:05:00+01:00');
    const [regel, ...meer] = await wereld.nieuws();
    expect(meer).toEqual([]);
    expect(regel?.endsWith(`noord: ${onzeker ? 'Herhaling: ' : ''}Overdracht ${X}`)).toBe(true);
    expect(kaartenIn(wereld, NOORD_KANAAL)).toBe(onzeker ? 2 : 1);

    const kaart = await wereld.zie('noord', X);
    await wereld.klikOp(NOOR, kaart, 'ontvangst-bevestigen');
    expect(await wereld.zie('noord', '✔ Ontvangen')).toMatchObject({ activiteit: kaart.activiteit });
    await wereld.nieuws();
    await wereld.naar('2026-11-24T09:00:00+01:00');
    expect(await wereld.nieuws()).toEqual([]);
  });

  test('403: Veilig Thuis hears at once what did not arrive, why, and which number to call (bouw.md §1)', async () => {
    const wereld = await klaarVoorOverdracht();
    wereld.connector.stoor(
      { soort: 'weiger', status: 403, body: { error: { code: 'BotNotInConversationRoster', message: 'x' } } },
      { ...BIJ_NOORD, keer: 1 },
    );
    await wereld.vt(X, KOUD(NOORD));
    await wereld.ronde();
    const bericht = await wereld.zie('vt', 'niet bezorgd');
    for (const deel of [X, 'Wijkteam Noord', '076 555 01 01']) expect(bericht.tekst).toContain(deel);
    expect(await wereld.soorten(X)).toContain('bericht-onbezorgbaar');
    await wereld.nieuws();
    await wereld.naar('2026-11-24T09:00:00+01:00');
    expect(await wereld.nieuws()).toEqual([]);
  });
});

test('413: too large for Teams will not go better later, so Veilig Thuis hears at once what did not arrive', async () => {
  const wereld = await klaarVoorOverdracht();
  wereld.connector.stoor({ soort: 'weiger', status: 413 }, BIJ_NOORD);
  await wereld.vt(X, KOUD(NOORD));
  const gezegd = (await wereld.gezegd()).map((regel) => regel.split('09:00 ')[1]?.split(':')[0]);
  expect(gezegd).toEqual(['vt', 'vt']);
  expect((await wereld.zie('vt', 'Wijkteam Noord', '076 555 01 01')).tekst).toContain(X);
  expect((await wereld.soorten(X)).filter((soort) => soort === 'bericht-onbezorgbaar')).toHaveLength(1);
  await wereld.naar('2026-11-24T08:00:00+01:00');
  expect(kaartenIn(wereld, NOORD_KANAAL)).toBe(0);
});

test('a storm of 429 in every conversation for two minutes: all arrives when it is over, each once and none as a herhaling', async () => {
  const wereld = await maakWereld({ gekoppeld: ['vt', 'noord', 'zuid', 'haven'] });
  const naar = { 'VT-2026-0001': NOORD, 'VT-2026-0002': ZUID, 'VT-2026-0003': HAVEN };
  for (const casusnummer of Object.keys(naar)) {
    await meld(wereld, casusnummer);
    await wereld.vt(casusnummer, NAAR_LOKAAL);
  }
  wereld.connector.gesprekken.clear();
  wereld.connector.stoor({ soort: 'weiger', status: 429, koppen: { 'retry-after': '30' } });
  for (const [casusnummer, team] of Object.entries(naar)) await wereld.vt(casusnummer, KOUD(team));
  await wereld.naar('2026-11-23T09:01:45+01:00');
  expect([...wereld.connector.gesprekken.values()].flat()).toEqual([]);
  wereld.connector.stoorNietMeer();
  await wereld.naar('2026-11-23T10:30:00+01:00');
  const geplaatst = [...wereld.connector.gesprekken].flatMap(([waar, kaarten]) =>
    kaarten.map(({ eerst }) => `${waar} ${String(eerst['summary'])}`),
  );
  const verwacht = Object.keys(naar).flatMap((casusnummer, nr) =>
    [Object.values(KANALEN).find(({ sleutel }) => sleutel === Object.values(naar)[nr]), KANALEN.vt].map(
      (kanaal) => `${String(kanaal?.conversatie)} Overdracht ${casusnummer}`,
    ),
  );
  expect(geplaatst.toSorted()).toEqual(verwacht.toSorted());
  for (const casusnummer of Object.keys(naar))
    expect(await wereld.soorten(casusnummer)).not.toContain('bericht-onzeker');
});

test('a card whose redrawing fails is redrawn later, as it is by then', async () => {
  const wereld = await maakWereld();
  await draagOver(wereld, X);
  const kaart = await wereld.zie('noord', X);
  wereld.connector.stoor({ soort: 'weiger', status: 503 }, { methode: 'PUT', conversatie: NOORD_KANAAL, keer: 1 });
  const antwoord = await wereld.klikOp(NOOR, kaart, 'ontvangst-bevestigen');
  expect(antwoord.soort).toBe('kaart');
  await wereld.klikOp(NOOR, kaart, 'ontvangst-bevestigen');
  await wereld.naar('2026-11-23T09:05:00+01:00');
  const [staat] = wereld.connector.gesprekken.get(NOORD_KANAAL)?.filter(({ id }) => id === kaart.activiteit) ?? [];
  expect(JSON.stringify(staat?.inhoud)).toContain('✔ Ontvangen');
  expect((await wereld.soorten(X)).filter((soort) => soort === 'bericht-onzeker')).toEqual([]);
});

test('a confirmation that comes while the card is still on its way ends up on the card', async () => {
  const wereld = await klaarVoorOverdracht();
  let laatDoor: () => void = () => {};
  const tot = new Promise<void>((klaar) => {
    laatDoor = klaar;
  });
  const gehad = wereld.connector.aanroepen.length;
  wereld.connector.stoor({ soort: 'wacht', tot }, { ...BIJ_NOORD, keer: 1 });
  const opdrachten = `/api/v1/casussen/${X}/opdrachten`;
  const zonderWachten = async (body: object): Promise<number> => {
    const { status } = await fetch(`${wereld.toepassing().url}${opdrachten}`, {
      method: 'POST',
      headers: { ...wereld.sleutel, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return status;
  };
  expect(await zonderWachten(KOUD(NOORD))).toBe(200);
  await wereld.connector.wachtOp(gehad + 1);
  const telefoon = { soort: 'bevestiging-vastleggen', gegevenOp: wereld.klok.nu(), via: 'telefoon', doorWie: 'Noor' };
  expect(await zonderWachten(telefoon)).toBe(200);
  laatDoor();
  await wereld.ronde();
  const kaart = wereld.connector.gesprekken.get(NOORD_KANAAL)?.at(-1);
  expect(JSON.stringify(kaart?.inhoud)).toContain('✔ Ontvangen');
  const woord = await wereld.zie('vt', 'Ontvangst bevestigd');
  expect(woord.conversatie).toContain(';messageid=');
  expect(kaartenIn(wereld, NOORD_KANAAL)).toBe(1);
  expect(kaartenIn(wereld, KANALEN.vt.conversatie)).toBe(1);
});

test('a reminder that is still waiting for the connector is not sent any more once the receipt is confirmed', async () => {
  const wereld = await maakWereld();
  await draagOver(wereld, X);
  wereld.connector.stoor({ soort: 'weiger', status: 429, koppen: { 'retry-after': '60' } }, { ...BIJ_NOORD, keer: 1 });
  await wereld.naar('2026-11-25T08:30:00+01:00');
  await wereld.klikOp(NOOR, await wereld.zie('noord', 'Overdracht van'), 'ontvangst-bevestigen');
  await wereld.nieuws();
  await wereld.naar('2026-11-25T16:00:00+01:00');
  expect(await wereld.gezegd()).toEqual([]);
});

test('what Veilig Thuis must hear is kept for as long as its channel cannot be reached', async () => {
  const wereld = await maakWereld();
  wereld.connector.stoor(
    { soort: 'weiger', status: 403 },
    { methode: 'POST', conversatie: KANALEN.vt.conversatie, keer: 40 },
  );
  await draagOver(wereld, X);
  await wereld.klikOp(NOOR, await wereld.zie('noord', X), 'ontvangst-bevestigen');
  await wereld.naar('2026-11-24T09:00:00+01:00');
  const bijVt = (await wereld.verstuurd()).filter(({ waar }) => waar === 'vt').map(({ samenvatting }) => samenvatting);
  expect(bijVt.toSorted()).toEqual([`Bericht over ${X}`, `Overdracht ${X}`]);
  expect((await wereld.zie('vt', `Overdracht ${X}`)).tekst).toContain('✔ Ontvangen');
  expect((await wereld.soorten(X)).filter((soort) => soort === 'bericht-onbezorgbaar')).toEqual([]);
});

describe('a card that stands in the channel no more', () => {
  const weg = async (): Promise<Wereld> => {
    const wereld = await maakWereld();
    await draagOver(wereld, X);
    await wereld.nieuws();
    wereld.connector.gesprekken.delete(NOORD_KANAAL);
    return wereld;
  };

  test('comes back with the next thing that happens, as it is then, and changes from then on', async () => {
    const wereld = await weg();
    await wereld.naar('2026-11-24T09:00:00+01:00');
    await wereld.vt(X, { soort: 'geinformeerd', wie: 'clientsysteem' });
    await wereld.ronde();
    expect(await wereld.gezegd()).toEqual([`di 24 nov 2026 09:00 noord: Overdracht ${X}`]);
    const kaart = await wereld.zie('noord', '⏳');
    expect((await wereld.klikOp(NOOR, kaart, 'ontvangst-bevestigen')).soort).toBe('kaart');
    expect((await wereld.zie('noord', '✔ Ontvangen')).activiteit).toBe(kaart.activiteit);
    expect(kaartenIn(wereld, NOORD_KANAAL)).toBe(1);
  });

  test('stays away when its overdracht is over', async () => {
    const wereld = await weg();
    await wereld.vt(X, { soort: 'intrekken', reden: 'Vergissing' });
    await wereld.ronde();
    expect((await wereld.gezegd()).filter((regel) => regel.includes('Overdracht'))).toEqual([]);
  });

  test('and cannot come back because the bot may not post there: Veilig Thuis hears whom to call', async () => {
    const wereld = await weg();
    wereld.connector.stoor({ soort: 'weiger', status: 403 }, { conversatie: NOORD_KANAAL });
    await wereld.vt(X, { soort: 'geinformeerd', wie: 'clientsysteem' });
    await wereld.ronde();
    await wereld.ronde();
    expect(await wereld.gezegd()).toEqual([`ma 23 nov 2026 09:00 vt: Bericht over ${X} niet bezorgd`]);
    expect((await wereld.zie('vt', 'niet bezorgd')).tekst).toContain('076 555 01 01');
    // From then on only what is new is told, not the card again.
    await wereld.naar('2026-11-25T09:00:00+01:00');
    expect(await wereld.gezegd()).toEqual([`wo 25 nov 2026 08:30 vt: Bericht over ${X} niet bezorgd`]);
    expect((await wereld.zie('vt', 'niet bezorgd')).tekst).toContain('de herinnering');
  });
});

test('a stop waits for what is being sent: after the start nothing is said twice', async () => {
  const wereld = await klaarVoorOverdracht();
  let laatDoor: () => void = () => {};
  const tot = new Promise<void>((klaar) => {
    laatDoor = klaar;
  });
  const gehad = wereld.connector.aanroepen.length;
  wereld.connector.stoor({ soort: 'wacht', tot }, { ...BIJ_NOORD, keer: 1 });
  const overdracht = wereld.vt(X, KOUD(NOORD));
  await wereld.connector.wachtOp(gehad + 1);
  const herstart = wereld.herstart();
  laatDoor();
  await Promise.all([overdracht, herstart]);
  await wereld.naar('2026-11-23T12:00:00+01:00');
  expect(kaartenIn(wereld, NOORD_KANAAL)).toBe(1);
  expect(kaartenIn(wereld, KANALEN.vt.conversatie)).toBe(1);
});
