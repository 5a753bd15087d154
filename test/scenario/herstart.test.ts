import { describe, expect, test } from 'vitest';
import { verschuif } from '../../src/kern/tijd/werkdagen.ts';
import { CLAIM_MS, einde } from '../../src/toepassing/postvak/claim.ts';
import { KANALEN, NOOR, NOORD } from './mensen.ts';
import { draagOver, KOUD, meld, NAAR_LOKAAL } from './stappen.ts';
import { maakWereld } from './wereld.ts';

const X = 'VT-2026-0001';
const Y = 'VT-2026-0002';
const Z = 'VT-2026-0003';

describe('the program stops and starts again on the same store', () => {
  test('between overdracht and click: the card works on, is updated in place and the ladder climbs on time', async () => {
    const wereld = await maakWereld();
    await draagOver(wereld, X);
    await draagOver(wereld, Y);
    const kaart = await wereld.zie('noord', X);
    await wereld.nieuws();
    await wereld.herstart();
    expect(await wereld.nieuws()).toEqual([]);
    expect((await wereld.klikOp(NOOR, kaart, 'ontvangst-bevestigen')).soort).toBe('kaart');
    expect(await wereld.nieuws()).toEqual([
      `ma 23 nov 2026 09:00 vt (draad): Bericht over ${X}`,
      `ma 23 nov 2026 09:00 noord: Overdracht ${X} (bijgewerkt)`,
      `ma 23 nov 2026 09:00 vt: Overdracht ${X} (bijgewerkt)`,
    ]);
    expect((await wereld.zie('noord', X, '✔ Ontvangen')).activiteit).toBe(kaart.activiteit);
    await wereld.naar('2026-11-25T08:30:00+01:00');
    await wereld.herstart();
    expect(await wereld.gezegd()).toEqual([`wo 25 nov 2026 08:30 noord (draad): Herinnering: ${Y}`]);
    expect(await wereld.wie(X)).toBe(NOORD);
  });

  test('while a message waits for another try: it is sent after the start, once', async () => {
    const wereld = await maakWereld();
    await meld(wereld, X);
    await wereld.vt(X, NAAR_LOKAAL);
    const waar = { conversatie: KANALEN.noord.conversatie, methode: 'POST', keer: 1 };
    wereld.connector.stoor({ soort: 'weiger', status: 429, koppen: { 'retry-after': '300' } }, waar);
    await wereld.vt(X, KOUD(NOORD));
    expect(await wereld.nieuws()).toEqual([`ma 23 nov 2026 09:00 vt: Overdracht ${X}`]);
    await wereld.herstart();
    await wereld.naar('2026-11-23T09:30:00+01:00');
    expect(await wereld.nieuws()).toEqual([`ma 23 nov 2026 09:05 noord: Overdracht ${X}`]);
  });

  test('over the hours in which a term passed: what was due is said at the start, in office hours, and not again', async () => {
    const wereld = await maakWereld();
    await draagOver(wereld, X);
    await wereld.nieuws();
    wereld.klok.zet('2026-11-26T08:00:00.000Z');
    await wereld.herstart();
    expect(await wereld.gezegd()).toEqual([
      `do 26 nov 2026 09:00 noord (draad): Termijn verlopen: ${X}`,
      `do 26 nov 2026 09:00 vt (draad): Termijn verlopen: ${X}`,
    ]);
    await wereld.herstart();
    expect(await wereld.nieuws()).toEqual([]);
  });

  test('in the middle of sending: what may have arrived is sent again and says so', async () => {
    const wereld = await maakWereld();
    await draagOver(wereld, X);
    const { opslag } = wereld.toepassing().omgeving;
    wereld.klok.zet('2026-11-25T07:30:00.000Z');
    await wereld.ronde();
    await wereld.nieuws();
    // As the store stands when the process dies after posting the reminder, before it wrote down that it did.
    const gelezen = await opslag.lees(X);
    if (!gelezen) throw new Error('weg');
    const herinnerd = gelezen.waarde.journaal.find(({ soort }) => soort === 'termijn-herinnerd');
    if (herinnerd?.soort !== 'termijn-herinnerd') throw new Error('niet herinnerd');
    const { nr, gegevens } = herinnerd;
    const nu = wereld.klok.nu();
    const bezigTot = verschuif(nu, CLAIM_MS);
    await opslag.vervang(
      {
        ...gelezen.waarde,
        wekOp: einde(bezigTot),
        postvak: [
          {
            nr,
            kaart: 'ping',
            aan: 'kanaal-team',
            team: NOORD,
            overdracht: 1,
            stappen: [{ termijn: gegevens.termijn, stap: gegevens.stap }],
            sleutel: `${X}/${nr}/ping-1/${NOORD}`,
            adres: { kanaal: NOORD },
            pogingen: 1,
            gemaaktOp: nu,
            nietVoor: nu,
            bezigTot,
          },
        ],
      },
      gelezen.etag,
    );
    await wereld.herstart();
    expect(await wereld.nieuws()).toEqual([]);
    await wereld.naar('2026-11-25T08:32:00+01:00');
    expect(await wereld.gezegd()).toEqual([`wo 25 nov 2026 08:32 noord (draad): Herhaling: Herinnering: ${X}`]);
    expect(await wereld.soorten(X)).toContain('bericht-onzeker');
  });
});

test('a casus whose document is broken is named in the log and stops no other in the round', async () => {
  const wereld = await maakWereld();
  for (const casusnummer of [X, Y, Z]) await draagOver(wereld, casusnummer);
  await wereld.nieuws();
  const { opslag } = wereld.toepassing().omgeving;
  const gelezen = await opslag.lees(Y);
  if (!gelezen) throw new Error('weg');
  await opslag.vervang(
    { ...gelezen.waarde, journaal: [{ ...gelezen.waarde.journaal[0], start: 'geen lijst' } as never] },
    gelezen.etag,
  );
  wereld.klok.zet('2026-11-25T07:30:00.000Z');
  for (let keer = 0; keer < 3; keer++) {
    const { mislukt } = await wereld.ronde();
    expect(mislukt).toBe(1);
  }
  expect(await wereld.gezegd()).toEqual([
    `wo 25 nov 2026 08:30 noord (draad): Herinnering: ${X}`,
    `wo 25 nov 2026 08:30 noord (draad): Herinnering: ${Z}`,
  ]);
  expect(wereld.log.filter((regel) => regel.includes('casus in de ronde mislukt') && regel.includes(Y))).toHaveLength(
    3,
  );
  expect((await wereld.klikOp(NOOR, await wereld.zie('noord', X), 'ontvangst-bevestigen')).soort).toBe('kaart');
  const kapot = await wereld.typ(NOOR, `status ${Y}`);
  expect(kapot.tekst).toContain('Er ging iets mis');
  expect((await wereld.typ(NOOR, `status ${Z}`)).tekst).toContain(Z);
});
