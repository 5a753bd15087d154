/** Casussen in different states, told through the same use cases that everyone uses, on the virtual clock. */
import { meldingSchema } from '../kern/onderwerpen/melding.ts';
import { opdrachtSchema, type Opdracht } from '../kern/opdrachten.ts';
import { instant, verschuif, type Instant } from '../kern/tijd/werkdagen.ts';
import type { VirtueleKlok } from '../klok.ts';
import type { Toepassing } from '../samenstelling.ts';
import type { Aanvrager } from '../toepassing/casus/rechten.ts';

/** Monday morning, half past nine: the demo's present. */
export const DEMO_NU: Instant = instant('2026-11-30T09:30:00+01:00');

const UUR = 3_600_000;
const DAG = 24 * UUR;

const wie = (nr: number, naam: string, rol: Aanvrager['rollen'][number]): Aanvrager => ({
  id: `00000000-0000-4000-8000-${String(nr).padStart(12, '0')}`,
  naam,
  kanaal: 'teams',
  rollen: [rol],
});
const VT = wie(4, 'Youssef Amrani', { rol: 'vt-medewerker' });
const NOOR = wie(2, 'Noor Verbeek', { rol: 'team-lid', team: 'wijkteam-breda-noord' });
const MARIT = wie(5, 'Marit Timmers', { rol: 'team-lid', team: 'cjg-roosendaal' });

const NAAR_LOKAAL = { soort: 'triage-afronden', besluit: 'lokale-toegang' };
const koud = (team: string) => ({
  soort: 'overdragen',
  team,
  wijze: 'koud',
  feiten: ['De politie was twee keer aan de deur in november.'],
  aandachtspunten: ['Bel eerst de school.'],
});
const warm = (team: string) => ({
  ...koud(team),
  wijze: 'warm',
  documentverwijzing: 'ZAAK-DEMO-0105',
  veiligheidsafspraken: ['De ouders bellen het wijkteam bij oplopende ruzie.'],
  gesprek: { op: '2026-11-20T10:00:00+01:00' },
});

const NIET_VAN_ONS = { soort: 'weigeren', reden: 'Er is al een ander team bij betrokken.' };
const ONEENS = { soort: 'meningsverschil-melden', toelichting: 'Dat andere team is sinds oktober weg.' };
const VOORSTEL = { soort: 'meningsverschil-oplossen', uitkomst: 'lokale-toegang' };
const AANVAARDEN = { soort: 'uitkomst-aanvaarden' };

interface Stap {
  /** Before the demo's present, in milliseconds. */
  geleden: number;
  casusnummer: string;
  doe: { melding: string; spoed?: boolean } | { wie: Aanvrager; opdracht: object };
}

const vt = (geleden: number, casusnummer: string, opdracht: object): Stap => ({
  geleden,
  casusnummer,
  doe: { wie: VT, opdracht },
});
const melding = (geleden: number, casusnummer: string, gemeente: string, spoed = false): Stap => ({
  geleden,
  casusnummer,
  doe: { melding: gemeente, spoed },
});

const VERHAAL: Stap[] = [
  melding(26 * DAG, 'VT-2026-0105', 'Roosendaal'),
  vt(25 * DAG, 'VT-2026-0105', { soort: 'triage-afronden', besluit: 'veilig-thuis', vervolg: 'onderzoek' }),
  melding(14 * DAG, 'VT-2026-0106', 'Zundert'),
  vt(12 * DAG, 'VT-2026-0106', {
    soort: 'triage-afronden',
    besluit: 'clientsysteem',
    voldoendeMogelijkheden: true,
    bereidZonderControle: true,
  }),
  vt(11 * DAG, 'VT-2026-0106', { soort: 'geinformeerd', wie: 'clientsysteem', via: 'brief' }),
  vt(11 * DAG, 'VT-2026-0106', { soort: 'geinformeerd', wie: 'melder', via: 'brief' }),
  vt(10 * DAG, 'VT-2026-0105', warm('cjg-roosendaal')),
  { geleden: 9 * DAG, casusnummer: 'VT-2026-0105', doe: { wie: MARIT, opdracht: { soort: 'ontvangst-bevestigen' } } },
  // Nobody triages this one: from the next day on it stands on VT's wachtlijst, with a daily screening.
  melding(10 * DAG - UUR, 'VT-2026-0107', 'Halderberge'),
  melding(7 * DAG, 'VT-2026-0103', 'Breda'),
  { geleden: 6 * DAG, casusnummer: 'VT-2026-0105', doe: { wie: MARIT, opdracht: { soort: 'oppakken' } } },
  vt(6 * DAG, 'VT-2026-0103', NAAR_LOKAAL),
  vt(6 * DAG - UUR, 'VT-2026-0103', koud('wijkteam-breda-noord')),
  { geleden: 5 * DAG, casusnummer: 'VT-2026-0103', doe: { wie: NOOR, opdracht: { soort: 'ontvangst-bevestigen' } } },
  melding(4 * DAG, 'VT-2026-0102', 'Breda'),
  vt(3 * DAG + UUR, 'VT-2026-0102', NAAR_LOKAAL),
  vt(3 * DAG, 'VT-2026-0102', koud('wijkteam-breda-noord')),
  melding(3 * DAG - UUR, 'VT-2026-0101', 'Breda'),
  vt(UUR, 'VT-2026-0101', NAAR_LOKAAL),
  melding(UUR / 2, 'VT-2026-0104', 'Moerdijk', true),
  vt(UUR / 3, 'VT-2026-0101', koud('wijkteam-breda-noord')),
  // Both teams say that it is not theirs, and Veilig Thuis proposes that it is: one team says yes, one has yet to answer.
  melding(13 * DAG, 'VT-2026-0109', 'Roosendaal'),
  vt(12 * DAG, 'VT-2026-0109', NAAR_LOKAAL),
  vt(12 * DAG - UUR, 'VT-2026-0109', koud('cjg-roosendaal')),
  { geleden: 11 * DAG, casusnummer: 'VT-2026-0109', doe: { wie: MARIT, opdracht: NIET_VAN_ONS } },
  vt(11 * DAG - UUR, 'VT-2026-0109', ONEENS),
  vt(10 * DAG, 'VT-2026-0109', VOORSTEL),
  { geleden: 10 * DAG - 2 * UUR, casusnummer: 'VT-2026-0109', doe: { wie: MARIT, opdracht: AANVAARDEN } },
  vt(9 * DAG, 'VT-2026-0109', { soort: 'geinformeerd', wie: 'clientsysteem', via: 'brief' }),
  { geleden: 9 * DAG, casusnummer: 'VT-2026-0109', doe: { wie: MARIT, opdracht: { soort: 'oppakken' } } },
  melding(5 * DAG, 'VT-2026-0108', 'Breda'),
  vt(4 * DAG, 'VT-2026-0108', NAAR_LOKAAL),
  vt(4 * DAG - UUR, 'VT-2026-0108', koud('wijkteam-breda-noord')),
  { geleden: 3 * DAG + 2 * UUR, casusnummer: 'VT-2026-0108', doe: { wie: NOOR, opdracht: NIET_VAN_ONS } },
  vt(3 * DAG + UUR, 'VT-2026-0108', ONEENS),
  vt(UUR, 'VT-2026-0108', VOORSTEL),
];

/** Plays the story up to the demo's present; rounds run in between, as they would have. */
export async function vertel(toepassing: Toepassing, klok: VirtueleKlok): Promise<void> {
  for (const { geleden, casusnummer, doe } of VERHAAL.toSorted((a, b) => b.geleden - a.geleden)) {
    klok.zet(verschuif(DEMO_NU, -geleden));
    await toepassing.ronde();
    const resultaat =
      'melding' in doe
        ? await toepassing.dienst.registreer(
            meldingSchema.parse({
              casusnummer,
              gemeente: doe.melding,
              meldingOntvangenOp: klok.nu(),
              spoed: doe.spoed,
            }),
            VT,
          )
        : await toepassing.dienst.voerUit({ casusnummer, opdracht: opdracht(doe.opdracht), aanvrager: doe.wie });
    if (!resultaat.ok) throw new Error(`demo: ${casusnummer}: ${resultaat.code}: ${resultaat.tekst}`);
    await toepassing.bezorgd();
  }
  klok.zet(DEMO_NU);
  await toepassing.ronde();
}

const opdracht = (ruw: object): Opdracht => opdrachtSchema.parse(ruw);
