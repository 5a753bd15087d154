/** The record of a lokaal team's wachtlijst: one signal for every casus of the team, one end for all (§4.2, domein §3). */
import { describe, expect, test } from 'vitest';
import {
  beslisKlok,
  legTeamlijstVast,
  vervolg,
  volgTeamlijst,
  wekMoment,
  type Uitkomst,
} from '../../src/kern/beslis.ts';
import { berichten } from '../../src/kern/berichten/berichten.ts';
import type { Gebeurtenis } from '../../src/kern/gebeurtenissen.ts';
import { vrijeTekst } from '../../src/kern/journaal/wisbaar.ts';
import type { Teamlijstdaad } from '../../src/kern/onderwerpen/wachtlijst-team.ts';
import type { WachtlijstTeam, WachtlijstTeamStuk } from '../../src/kern/stuk.ts';
import { herleid, naGebeurtenissen } from '../../src/kern/verwerk.ts';
import {
  context,
  daarna,
  gegeven,
  GEZONDEN,
  IN_HANDEN,
  ingegrepen,
  KLOK,
  koud,
  NAAR_TEAM,
  net,
  om,
  ONTVANGEN,
  soorten,
  TEAM,
  toegepast,
  vol,
  wie,
  type Daad,
  type OpdrachtInvoer,
  type Toestand,
} from './steun.ts';

const naarZuid: OpdrachtInvoer = {
  soort: 'overdragen',
  team: 'wijkteam-zuid',
  wijze: 'koud',
  feiten: ['Er is een melding.'],
};
const NUMMER = `~wachtlijst-team-${TEAM}`;
const SIGNAAL = '2026-12-10T10:00:00+01:00';
/** Friday, and the opening of the Monday after it. */
const EINDE = '2026-12-11T15:00:00+01:00';
const MAANDAG = '2026-12-14T08:30:00+01:00';

const stap = (stuk: WachtlijstTeamStuk | undefined, nu: string, daad: Teamlijstdaad): Uitkomst =>
  legTeamlijstVast(NUMMER, stuk, daad, context(nu, { door: KLOK }));

function na(stuk: WachtlijstTeamStuk | undefined, uitkomst: Uitkomst): WachtlijstTeamStuk {
  const nieuw = naGebeurtenissen(NUMMER, stuk, toegepast(uitkomst));
  if (nieuw?.soort !== 'wachtlijst-team') throw new Error('geen wachtlijst van een team');
  return nieuw;
}
const gemeld = (op: string): Teamlijstdaad => ({ soort: 'gemeld', team: TEAM, op: om(op) });
const opgeheven = (op: string): Teamlijstdaad => ({ soort: 'opgeheven', team: TEAM, op: om(op) });
const doorgegeven = (voor: WachtlijstTeam, aantal = 0): Teamlijstdaad => ({ soort: 'doorgegeven', voor, aantal });

const OPEN = na(undefined, stap(undefined, SIGNAAL, gemeld(SIGNAAL)));
const GEDAAN = na(OPEN, stap(OPEN, SIGNAAL, doorgegeven(OPEN.wachtlijstTeam, 2)));
const DICHT = na(GEDAAN, stap(GEDAAN, EINDE, opgeheven(EINDE)));
const wek = (stuk: WachtlijstTeamStuk, nu: string) => wekMoment(stuk, om(nu), context(nu));

describe('the record of a team', () => {
  test('given no record, when a casus says so, then it is open since that signal, and due (§4.2)', () => {
    expect(OPEN).toMatchObject({ nummer: NUMMER, wachtlijstTeam: { team: TEAM, open: true, sinds: om(SIGNAAL) } });
    expect(wek(OPEN, SIGNAAL)).toBe(om(SIGNAAL));
    expect(soorten(stap(OPEN, EINDE, gemeld(EINDE)))).toEqual([]);
  });

  test('given every casus was gone through, then it is due at each opening, for what was sent at the same moment (§4.2)', () => {
    expect(wek(GEDAAN, SIGNAAL)).toBe(om('2026-12-11T08:30:00+01:00'));
    expect(soorten(stap(GEDAAN, SIGNAAL, doorgegeven(GEDAAN.wachtlijstTeam)))).toEqual([]);
    const vrijdag = na(GEDAAN, stap(GEDAAN, '2026-12-11T08:30:00+01:00', doorgegeven(GEDAAN.wachtlijstTeam)));
    expect(wek(vrijdag, EINDE)).toBe(om(MAANDAG));
  });

  test('given it is open, when the gemeente intervened, then it is closed, due until that is passed on, and no longer (§4.2)', () => {
    expect(DICHT.wachtlijstTeam).toEqual({ team: TEAM, open: false, sinds: om(EINDE) });
    expect(wek(DICHT, EINDE)).toBe(om(EINDE));
    expect(soorten(stap(DICHT, MAANDAG, opgeheven(MAANDAG)))).toEqual([]);
    const klaar = na(DICHT, stap(DICHT, MAANDAG, doorgegeven(DICHT.wachtlijstTeam)));
    expect(klaar.wachtlijstTeam.doorgegevenOp).toBe(om(MAANDAG));
    // Nothing but its erasure.
    expect(wek(klaar, MAANDAG)).toBe(om('2028-12-14T08:30:00+01:00'));
    expect(na(klaar, stap(klaar, MAANDAG, gemeld(MAANDAG))).wachtlijstTeam).toMatchObject({ open: true });
  });

  test('given it ended while its casussen were gone through, then that is still to be done (§4.2)', () => {
    expect(soorten(stap(DICHT, EINDE, doorgegeven(GEDAAN.wachtlijstTeam, 3)))).toEqual([]);
  });

  test('an intervention of before this wachtlijst does not end it; one without a record ends what there was (§4.2)', () => {
    expect(soorten(stap(OPEN, EINDE, opgeheven(net(om(SIGNAAL), -1))))).toEqual([]);
    expect(soorten(stap(undefined, EINDE, opgeheven(EINDE)))).toEqual([
      'teamwachtlijst-ontstaan',
      'teamwachtlijst-opgeheven',
    ]);
  });

  test('says nothing of its own, holds no persons, and the clock writes nothing while nothing is to erase', () => {
    const journaal: Gebeurtenis[] = [...toegepast(stap(undefined, SIGNAAL, gemeld(SIGNAAL)))];
    journaal.push(...toegepast(stap(OPEN, SIGNAAL, doorgegeven(OPEN.wachtlijstTeam, 2))));
    journaal.push(...toegepast(stap(GEDAAN, EINDE, opgeheven(EINDE))));
    expect(berichten(undefined, DICHT, journaal)).toEqual([]);
    expect(journaal.flatMap(vrijeTekst)).toEqual([]);
    expect(soorten(beslisKlok(GEDAAN, context(MAANDAG, { door: KLOK })))).toEqual([]);
  });

  test('goes on in a new month as it was; what was put away is at rest (domein §9)', () => {
    const gevolg = vervolg(GEDAAN, { begin: om(SIGNAAL), kop: 'kop' }, context('2027-01-04T08:30:00+01:00'));
    expect(gevolg?.archief).toBe(`${NUMMER}~2026-12`);
    const verder = gevolg && herleid(NUMMER, [gevolg.gebeurtenis]);
    expect(verder).toMatchObject({ soort: 'wachtlijst-team', wachtlijstTeam: GEDAAN.wachtlijstTeam });
    const archief = herleid(`${NUMMER}~2026-12`, toegepast(stap(undefined, SIGNAAL, gemeld(SIGNAAL))));
    expect(archief).toMatchObject({ wachtlijstTeam: { open: false } });
  });
});

describe('a casus of that team', () => {
  const volg = ({ casus }: Toestand, { wachtlijstTeam }: WachtlijstTeamStuk, nu: string, wat?: string): Uitkomst =>
    volgTeamlijst(casus, wachtlijstTeam, context(nu, { door: KLOK }), wat);
  const erna = (toestand: Toestand, uitkomst: Uitkomst): Toestand => {
    const nieuw = toegepast(uitkomst);
    return {
      casus: naGebeurtenissen(toestand.casus.casusnummer, toestand.casus, nieuw),
      journaal: [...toestand.journaal, ...nieuw],
    };
  };

  test.each([
    ['is sent', GEZONDEN],
    ['was received', ONTVANGEN],
  ])('that %s comes to VT, tijdelijk, in the bot’s own words; once (§4.2)', (_, daden) => {
    const casus = gegeven({}, ...daden);
    const gevolgd = erna(casus, volg(casus, OPEN, SIGNAAL));
    expect(gevolgd.casus).toMatchObject({ fase: 'wachtlijst', overdracht: 1 });
    expect(gevolgd.casus.perioden.at(-1)).toMatchObject({
      vanaf: om(SIGNAAL),
      verantwoordelijke: { partij: 'veilig-thuis', tijdelijk: true, reden: 'wachtlijst van het team' },
    });
    const laatste = gevolgd.journaal.at(-1);
    expect(laatste).toMatchObject({ soort: 'wachtlijst-gemeld', door: KLOK, bron: '§4.2' });
    expect(laatste && vrijeTekst(laatste)).toEqual([]);
    expect(soorten(volg(gevolgd, OPEN, EINDE))).toEqual([]);
  });

  test.each<[string, Daad[]]>([
    ['picked it up meanwhile', IN_HANDEN],
    ['does not have it yet', [NAAR_TEAM]],
    ['is another team', [NAAR_TEAM, [SIGNAAL, naarZuid]]],
    ['gave it back to VT', [...ONTVANGEN, [SIGNAAL, { soort: 'terugnemen', reden: 'x' }]]],
  ])('that %s is left alone, and nothing is refused (§4.2)', (_, daden) => {
    const casus = gegeven({}, ...daden);
    for (const lijst of [OPEN, DICHT]) expect(soorten(volg(casus, lijst, EINDE))).toEqual([]);
  });

  test('is free at the end, with what a person said of it or the bot’s own words; responsibility stays with VT (§4.2)', () => {
    const casus = gegeven({}, ...ONTVANGEN, [SIGNAAL, vol]);
    for (const [wat, woorden] of [
      ['extra uren', 'extra uren'],
      [undefined, 'de gemeente heeft ingegrepen'],
    ]) {
      const vrij = erna(casus, volg(casus, DICHT, EINDE, wat));
      expect(vrij.journaal.at(-1)).toMatchObject({
        soort: 'interventie-gemeente-vastgelegd',
        gegevens: { wat: woorden },
      });
      expect(vrij.casus.fase).toBe('bij-veilig-thuis');
      expect(wie(vrij, EINDE)).toBe('veilig-thuis');
      expect(soorten(volg(vrij, DICHT, EINDE))).toEqual([]);
    }
  });

  test('that went elsewhere meanwhile knows of the end too, so that it can come back to that team (§4.2)', () => {
    const elders = gegeven({}, ...ONTVANGEN, [SIGNAAL, vol], [SIGNAAL, naarZuid]);
    const vrij = erna(elders, volg(elders, DICHT, EINDE));
    expect(vrij.casus.fase).toBe('overgedragen');
    expect(vrij.casus.overdrachten[0]).toMatchObject({ wachtlijst: { interventieOp: om(EINDE) } });
  });

  test('whose team has a new wachtlijst since the end waits for another one (§4.2)', () => {
    const opnieuw = daarna(gegeven({}, ...ONTVANGEN, [SIGNAAL, vol], [EINDE, ingegrepen], [EINDE, koud]), [
      MAANDAG,
      vol,
    ]);
    expect(soorten(volg(opnieuw, DICHT, MAANDAG))).toEqual([]);
  });
});
