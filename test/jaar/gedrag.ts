/** What people do with a casus as it stands, and after how long: drawn from the seed, keyed by casus and version. */
import type { z } from 'zod';
import { huidigePeriode, lopendeOverdracht, type Casus } from '../../src/kern/casus.ts';
import type { opdrachtSchema } from '../../src/kern/opdrachten.ts';
import type { Instant } from '../../src/kern/tijd/werkdagen.ts';
import { registratiesysteem, type Aanvrager } from '../../src/toepassing/casus/rechten.ts';
import { vanTeam, VT, VT_LEIDING } from './streek.ts';
import type { Toeval } from './toeval.ts';

type OpdrachtInvoer = z.input<typeof opdrachtSchema>;
export interface Daad {
  door: Aanvrager;
  opdracht: OpdrachtInvoer;
}

export interface Gedrag {
  /** In hours, until somebody does something with it; `undefined` when nobody will. */
  wacht(casus: Casus, nu: Instant): number | undefined;
  doe(casus: Casus, nu: Instant): Daad | undefined;
}

const SYSTEEM = registratiesysteem('jaar');
const DAG = 24;
const vt = (opdracht: OpdrachtInvoer, door = SYSTEEM): Daad => ({ door, opdracht });

const TRIAGES: readonly OpdrachtInvoer[] = [
  ...Array.from({ length: 11 }, () => ({ soort: 'triage-afronden', besluit: 'lokale-toegang' }) as const),
  { soort: 'triage-afronden', besluit: 'geen-zorgen' },
  { soort: 'triage-afronden', besluit: 'geen-zorgen' },
  { soort: 'triage-afronden', besluit: 'clientsysteem', voldoendeMogelijkheden: true, bereidZonderControle: true },
  { soort: 'triage-afronden', besluit: 'clientsysteem', voldoendeMogelijkheden: true, bereidZonderControle: true },
  { soort: 'triage-afronden', besluit: 'veilig-thuis', vervolg: 'onderzoek', conclusies: ['anonimiteit'] },
  { soort: 'triage-afronden', besluit: 'veilig-thuis', vervolg: 'onderzoek' },
  { soort: 'triage-afronden', besluit: 'veilig-thuis', vervolg: 'casusregie', contactpersoon: 'Medewerker 1' },
  { soort: 'triage-afronden', besluit: 'veilig-thuis', vervolg: 'hgo' },
];
const HERZIEN: OpdrachtInvoer = { soort: 'triage-afronden', besluit: 'lokale-toegang', herziening: true };

/** @param teams keys of the teams per gemeente @param druk whether VT cannot keep up at this instant */
export function maakGedrag(
  toeval: Toeval,
  { teams, druk }: { teams: ReadonlyMap<string, readonly string[]>; druk(nu: Instant): boolean },
): Gedrag {
  const k = ({ casusnummer, besluitVersie }: Casus, wat: string): number =>
    toeval.kans(casusnummer, besluitVersie, wat);
  /** The first whose part of the chance it is. */
  const kies = (casus: Casus, wat: string, ...keuzes: readonly (readonly [number, Daad])[]): Daad | undefined => {
    let over = k(casus, wat);
    return keuzes.find(([deel]) => (over -= deel) < 0)?.[1];
  };

  function overdragen(casus: Casus, nu: Instant): Daad {
    const vol = new Set(
      casus.overdrachten.flatMap(({ team, wachtlijst }) => (wachtlijst && !wachtlijst.interventieOp ? [team] : [])),
    );
    const eigen = (teams.get(casus.gemeente) ?? []).filter((team) => !vol.has(team));
    const team = toeval.kies(eigen.length > 0 ? eigen : [...teams.values()].flat(), casus.casusnummer, casus.versie);
    const warm = casus.vtBetrokken === true;
    return vt({
      soort: 'overdragen',
      team,
      wijze: warm ? 'warm' : 'koud',
      feiten: ['De school belde over het verzuim.', 'De politie was aan de deur.'],
      oordelen: [{ tekst: 'De kinderen zijn bang.', vanWie: 'de school', opGrondVan: 'gesprek met de mentor' }],
      ...(warm && { veiligheidsafspraken: ['Elke week contact.'], documentverwijzing: 'DOC-1', gesprek: { op: nu } }),
    });
  }

  /** Somebody must still be told, or something else that has a term of its own. */
  function plicht(casus: Casus, nu: Instant): Daad | undefined {
    const wie = casus.termijnen.find(({ wie: informeer }) => informeer !== undefined);
    const heeft = (naam: string): boolean => casus.termijnen.some((termijn) => termijn.naam === naam);
    const team = lopendeOverdracht(casus)?.team;
    if (wie?.wie && k(casus, 'informeer') < 0.75)
      return vt({ soort: 'geinformeerd', wie: wie.wie, via: 'brief', waarover: wie.naam } as OpdrachtInvoer);
    if (heeft('informeer-gemeente') && k(casus, 'gemeente') < 0.5)
      return vt({ soort: 'gemeente-geinformeerd', wie: 'de contactambtenaar' });
    if (heeft('melding-bespreken') && team !== undefined && k(casus, 'bespreek') < 0.5)
      return { door: vanTeam(team), opdracht: { soort: 'melding-besproken', op: nu } };
    if (heeft('monitoring') && k(casus, 'monitoring') < 0.5) return vt({ soort: 'monitoring-afronden' }, VT);
    return undefined;
  }

  function bijVt(casus: Casus, nu: Instant): Daad | undefined {
    if (casus.triage?.besluit === 'lokale-toegang') return overdragen(casus, nu);
    if (casus.termijnen.some(({ naam }) => naam === 'vervolg') && k(casus, 'vervolg') < 0.6)
      return vt({ soort: 'vervolg-ingezet', wat: 'het onderzoek is begonnen', op: nu });
    if (casus.termijnen.some(({ naam }) => naam === 'zicht-bij-vt') && k(casus, 'zicht') < 0.4)
      return vt({ soort: 'zicht-bevestigen' });
    return vt(casus.triage ? HERZIEN : { soort: 'triage-afronden', besluit: 'lokale-toegang' });
  }

  function bijTeam(casus: Casus, nu: Instant): Daad | undefined {
    const lopend = lopendeOverdracht(casus);
    if (!lopend) return undefined;
    const door = vanTeam(lopend.team);
    const team = (opdracht: OpdrachtInvoer): readonly [number, Daad] => [1, { door, opdracht }];
    const met = (deel: number, opdracht: OpdrachtInvoer, wie = door): readonly [number, Daad] => [
      deel,
      { door: wie, opdracht },
    ];
    const oneens: OpdrachtInvoer = { soort: 'meningsverschil-melden', toelichting: 'wij zien het anders' };
    if (lopend.terugleggen)
      return kies(
        casus,
        'terug',
        met(0.5, { soort: 'terugleggen-accepteren' }, VT),
        met(0.5, { soort: 'terugleggen-weigeren', reden: 'het kan bij jullie' }, VT),
      );
    if (casus.fase === 'overgedragen')
      return kies(
        casus,
        'ontvangst',
        met(0.6, { soort: 'ontvangst-bevestigen' }),
        met(0.16, { soort: 'bevestiging-vastleggen', gegevenOp: nu, via: 'telefoon', doorWie: 'Lid' }, SYSTEEM),
        met(0.08, { soort: 'weigeren', reden: 'niet van ons' }),
        met(0.06, { soort: 'wachtlijst-melden', toelichting: 'zes weken' }),
        met(0.04, { soort: 'intrekken', reden: 'er komt geen antwoord' }, SYSTEEM),
        team(oneens),
      );
    if (casus.fase === 'ontvangen')
      return kies(
        casus,
        'oppakken',
        met(0.7, { soort: 'oppakken' }),
        met(lopend.nietBinnenTermijn ? 0 : 0.1, { soort: 'niet-binnen-termijn', reden: 'ziekte' }),
        met(0.07, { soort: 'wachtlijst-melden', toelichting: 'vol' }),
        met(0.05, { soort: 'terugleggen-vragen', reden: 'het escaleert' }),
        met(0.04, oneens, VT),
        team({ soort: 'oppakken', casusregisseur: 'Lid' }),
      );
    return kies(
      casus,
      'opgepakt',
      met(0.06, { soort: 'signaleren', wat: 'veiligheid-niet-te-borgen', toelichting: 'er is dreiging' }),
      met(0.06, { soort: 'terugleggen-vragen', reden: 'het escaleert' }),
      met(0.04, oneens),
      met(0.04, { soort: 'terugnemen', reden: 'afspraken niet nagekomen' }, VT),
      met(casus.aanpakfase ? 0 : 0.15, { soort: 'aanpakfase-vastleggen', fase: 'veiligheidsplan' }),
      met(
        0.08,
        {
          soort: 'monitoring-afspreken',
          op: new Date(Date.parse(nu) + 9 * 86_400_000).toISOString(),
          wie: 'Vera',
          wat: 'bellen',
        },
        VT,
      ),
      team({ soort: 'afsluiten', reden: 'stabiel veilig' }),
    );
  }

  function meningsverschil(casus: Extract<Casus, { fase: 'meningsverschil' }>): Daad | undefined {
    const team = vanTeam(lopendeOverdracht(casus)?.team ?? 'team-001');
    if (casus.voorstel) {
      const door = casus.voorstel.uitkomst === 'veilig-thuis' ? VT_LEIDING : team;
      const ja = k(casus, 'voorstel') < 0.7;
      return { door, opdracht: ja ? { soort: 'uitkomst-aanvaarden' } : { soort: 'uitkomst-afwijzen', reden: 'nee' } };
    }
    return kies(
      casus,
      'oneens',
      [casus.stap < 3 ? 0.35 : 0, { door: team, opdracht: { soort: 'meningsverschil-opschalen' } }],
      [0.3, { door: team, opdracht: { soort: 'meningsverschil-oplossen', uitkomst: 'lokale-toegang' } }],
      [0.15, vt({ soort: 'meningsverschil-oplossen', uitkomst: 'lokale-toegang' }, VT_LEIDING)],
      [1, vt({ soort: 'meningsverschil-oplossen', uitkomst: 'veilig-thuis' }, VT_LEIDING)],
    );
  }

  return {
    wacht(casus, nu) {
      const traag = k(casus, 'traag');
      // Most answer in time, some after the first reminders, a few after every step of the ladder, and a few never.
      const uren = traag < 0.72 ? 2 + traag * 40 : traag < 0.88 ? 5 * DAG : traag < 0.97 ? 14 * DAG : 40 * DAG;
      const { partij } = huidigePeriode(casus).verantwoordelijke;
      if (casus.fase === 'triage') return druk(nu) ? (13 + 6 * traag) * DAG : (1 + 4 * traag) * DAG;
      if (partij === 'clientsysteem') {
        if (casus.termijnen.length > 0 && traag < 0.9) return uren;
        return k(casus, 'opnieuw') < 0.12 ? (20 + 100 * traag) * DAG : undefined;
      }
      if (casus.fase === 'opgepakt' && !lopendeOverdracht(casus)?.terugleggen) return (3 + 40 * traag) * DAG;
      return traag > 0.985 && casus.fase !== 'overgedragen' ? 120 * DAG : uren;
    },
    doe(casus, nu) {
      if (casus.fase === 'triage') {
        const wacht = casus.termijnen.some(({ naam, vervalt }) => naam === 'triage' && vervalt <= nu);
        if (wacht && k(casus, 'screening') < 0.25)
          return vt(k(casus, 'gevaar') < 0.04 ? { soort: 'direct-gevaar', wat: 'acuut' } : { soort: 'gescreend' }, VT);
        return vt(toeval.kies(TRIAGES, casus.casusnummer, casus.besluitVersie));
      }
      const eerst = plicht(casus, nu);
      if (eerst) return eerst;
      switch (casus.fase) {
        case 'bij-veilig-thuis':
          return bijVt(casus, nu);
        case 'overgedragen':
        case 'ontvangen':
        case 'opgepakt':
          return bijTeam(casus, nu);
        case 'wachtlijst': {
          const gesproken = casus.overdrachten.at(-1)?.wachtlijst?.interventieOp !== undefined;
          if (gesproken || k(casus, 'ingrijpen') < 0.3) return overdragen(casus, nu);
          return vt({ soort: 'interventie-gemeente-vastleggen', wat: 'extra uren' });
        }
        case 'meningsverschil':
          return meningsverschil(casus);
        case 'bij-clientsysteem':
        case 'afgesloten':
          return vt({ soort: 'nieuwe-melding', ontvangenOp: nu });
      }
    },
  };
}
