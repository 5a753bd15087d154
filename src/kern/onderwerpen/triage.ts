/** The outcome of triage: four decisions, and the conclusions that keep VT responsible (§3.1.2, §3.3, §5.1). */
import { z } from 'zod';
import type { TermijnNaam } from '../beleid/beleid.ts';
import type { Casus, Triage } from '../casus.ts';
import { regel } from '../invoer.ts';
import { gebeurtenis, type Gevolg } from '../rij/gebeurtenisrij.ts';
import { heleCasus, inFase, opdracht } from '../rij/opdrachtrij.ts';
import { verenig } from '../toetsen.ts';
import { weiger, type Geweigerd } from '../weigeringen.ts';
import { metNaam, nietBetrokken, zonderFase } from '../wijziging.ts';
import { BESLUITEN, CLIENTSYSTEEM, CONCLUSIES, VEILIG_THUIS, VERVOLGTRAJECTEN, type Conclusie } from '../woorden.ts';

/** A melding's own triage decides anew; a herziening only adds, because no vervolgtraject has been started by it. */
function nogStaande({ fase, staande }: Casus, { conclusies, vervolg }: Triage): Conclusie[] {
  return vervolg ? [] : verenig(fase === 'triage' ? [] : staande, conclusies);
}

const afgerond = gebeurtenis<Triage>()('triage-afgerond', {
  van: 'casus',
  bron: '§3.1.2',
  besluit: true,
  velden: {
    besluit: 'blijft',
    conclusies: 'kenmerk',
    vervolg: 'kenmerk',
    multidisciplinairMet: 'kenmerk',
    contactpersoon: 'persoon',
  },
  woorden: 'geen',
  begint: 'nooit',
  verwerk(casus, gebeurd): Casus {
    const { gegevens, op } = gebeurd;
    const basis = {
      ...zonderFase(casus),
      triage: { ...gegevens, op, ...metNaam(gebeurd) },
      staande: nogStaande(casus, gegevens),
    };
    switch (gegevens.besluit) {
      case 'geen-zorgen':
        return { ...nietBetrokken(basis), fase: 'afgesloten', reden: 'geen zorgen over veiligheid' };
      case 'clientsysteem':
        return { ...nietBetrokken(basis), fase: 'bij-clientsysteem' };
      case 'lokale-toegang':
        return { ...basis, fase: 'bij-veilig-thuis' };
      case 'veilig-thuis':
        return { ...basis, vtBetrokken: true, fase: 'bij-veilig-thuis' };
    }
  },
  hoort: ({ gebeurtenis: { nr, start } }) =>
    start?.some(({ wie }) => wie) ? [{ nr, kaart: 'informeren', aan: 'kanaal-vt' }] : [],
});

export const gebeurtenissen = { 'triage-afgerond': afgerond.rij };

/** The paragraph that each decision rests on. */
const BRON = {
  'geen-zorgen': '§5.1.1',
  clientsysteem: '§3.2, §5.1.2',
  'lokale-toegang': '§3.2, §5.1.3',
  'veilig-thuis': '§3.1.2, §3.3, Add.3',
} as const;

const invoer = {
  besluit: z.enum(BESLUITEN),
  conclusies: z.array(z.enum(CONCLUSIES)).default([]),
  vervolg: z.enum(VERVOLGTRAJECTEN).optional(),
  multidisciplinairMet: z.enum(['gedragswetenschapper', 'vertrouwensarts']).optional(),
  contactpersoon: regel.optional(),
  voldoendeMogelijkheden: z.boolean().optional(),
  bereidZonderControle: z.boolean().optional(),
  /** A new decision by VT after its own follow-up (§5.1); without it a second decision is refused. */
  herziening: z.boolean().optional(),
};
type Afronden = z.output<z.ZodObject<typeof invoer>>;

/** `staande`: what an earlier decision concluded, and no vervolgtraject has answered since (§3.1.2). */
function toets(gevraagd: Afronden, staande: readonly Conclusie[]): Geweigerd | undefined {
  const { besluit, vervolg } = gevraagd;
  const conclusies = verenig(staande, gevraagd.conclusies);
  if (besluit !== 'veilig-thuis' && conclusies.length > 0) return weiger('conclusie-houdt-bij-vt', { conclusies });
  if (besluit !== 'veilig-thuis' && vervolg) return weiger('vervolg-past-niet', { besluit });
  if (besluit === 'clientsysteem' && !(gevraagd.voldoendeMogelijkheden && gevraagd.bereidZonderControle)) {
    return weiger('voorwaarden-clientsysteem', {});
  }
  if (vervolg === 'lokale-ondersteuning' && !gevraagd.multidisciplinairMet) {
    return weiger('multidisciplinair-ontbreekt', {});
  }
  if (vervolg === 'casusregie' && !gevraagd.contactpersoon) return weiger('contactpersoon-ontbreekt', {});
  return undefined;
}

function triageVan({ besluit, conclusies, vervolg, multidisciplinairMet, contactpersoon }: Afronden): Triage {
  return {
    besluit,
    conclusies: verenig(conclusies),
    ...(vervolg && { vervolg }),
    ...(multidisciplinairMet && { multidisciplinairMet }),
    ...(contactpersoon && { contactpersoon }),
  };
}

const isZelfde = (a: Triage, b: Triage): boolean =>
  a.besluit === b.besluit &&
  a.vervolg === b.vervolg &&
  a.multidisciplinairMet === b.multidisciplinairMet &&
  a.contactpersoon === b.contactpersoon &&
  a.conclusies.join() === b.conclusies.join();

const isOverleg = (vervolg: Triage['vervolg']): boolean => vervolg === 'hgo' || vervolg === 'st-sg';

function gevolg(casus: Casus, { besluit, vervolg }: Triage): Gevolg {
  // A herziening that changes something else finds the people informed, or that duty running already (§3.3.4).
  const zelfdeOverleg = casus.triage?.vervolg === vervolg && casus.fase !== 'triage';
  const nietMeer: TermijnNaam[] = zelfdeOverleg ? [] : ['betrokkenen-informeren'];
  const bron = BRON[besluit];
  switch (besluit) {
    case 'geen-zorgen':
    case 'clientsysteem':
      return {
        bron,
        verantwoordelijk: CLIENTSYSTEEM,
        eindigt: nietMeer,
        start: [
          { naam: 'schriftelijk-informeren', wie: 'clientsysteem' },
          { naam: 'schriftelijk-informeren', wie: 'melder' },
        ],
      };
    case 'lokale-toegang':
      return {
        bron,
        verantwoordelijk: 'blijft',
        eindigt: ['triage', 'overdracht-versturen', ...nietMeer],
        start: [{ naam: 'overdracht-versturen' }],
      };
    case 'veilig-thuis':
      return {
        bron,
        // VT keeps it by its own decision, no longer for as long as a team has a wachtlijst.
        verantwoordelijk: casus.perioden.at(-1)?.verantwoordelijke.tijdelijk ? VEILIG_THUIS : 'blijft',
        eindigt: ['triage', 'overdracht-versturen', ...nietMeer],
        ...(isOverleg(vervolg) &&
          !zelfdeOverleg && { start: [{ naam: 'betrokkenen-informeren', wie: 'betrokkenen' }] }),
      };
  }
}

export const opdrachten = {
  'triage-afronden': opdracht('triage-afronden', {
    bron: '§3.1.2',
    invoer,
    wie: ['vt'],
    teams: 'laatste',
    over: heleCasus,
    in: 'elke-fase',
    alGedaan: ({ casus }, gevraagd) =>
      casus.fase !== 'triage' && casus.triage !== undefined && isZelfde(casus.triage, triageVan(gevraagd)),
    doe({ casus }, gevraagd) {
      const herziet = gevraagd.herziening === true && casus.fase === 'bij-veilig-thuis';
      if (casus.fase !== 'triage' && !herziet) {
        const { op = casus.meldingOp, doorNaam } = casus.triage ?? {};
        return weiger('triage-al-afgerond', { op, ...(doorNaam && { doorNaam }) });
      }
      const bezwaar = toets(gevraagd, herziet ? casus.staande : []);
      const triage = triageVan(gevraagd);
      return bezwaar ?? [afgerond(triage, gevolg(casus, triage))];
    },
    knop: inFase('triage'),
  }),
};
