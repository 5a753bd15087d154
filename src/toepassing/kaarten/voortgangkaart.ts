/** The card that tells of an event, and what every message about a casus says of whom it is for (domein.md §5, §7). */
import type { Casus } from '../../kern/casus.ts';
import { gebeurtenisMet, type Gebeurtenis } from '../../kern/gebeurtenissen.ts';
import { toonMoment } from '../../kern/tijd/werkdagen.ts';
import { teksten } from '../../teksten/nl.ts';
import type { Omgeving } from '../omgeving.ts';
import { VEILIG_THUIS, type CasusDocument, type PostvakItem } from '../poorten.ts';
import { isVerouderd } from '../streek/adresboek.ts';
import { huidigeVerantwoordelijke, stapVanEscalatie, type Kaartbron, type Stukbron } from './kaartdelen.ts';
import { voortgang, type VoortgangModel } from './modellen/overdracht-modellen.ts';
import { terugNaar } from './terugweg.ts';
import { verwijsNaar } from './toelichting.ts';

/** Who belongs in the conversation of this step, and which contact of the gemeente is missing or old (Add.6). */
export function letOpBijStap(stap: 0 | 1 | 2 | 3, casus: Casus, omgeving: Omgeving): string[] {
  if (stap === 2) return [teksten.meningsverschil.metGedragswetenschapper];
  if (stap !== 3) return [];
  const boek = omgeving.adresboek();
  const gemeente = boek.gemeente(casus.gemeente);
  const contact = (functie: string, namen: readonly string[]): string =>
    namen.length > 0 ? `${functie}: ${namen.join(', ')}` : teksten.meningsverschil.ontbreekt(functie);
  const oud = isVerouderd(boek, omgeving.klok.nu(), omgeving.regels().beleid.contactenMaanden);
  return [
    contact('Contactambtenaar', gemeente?.contactambtenaren.map(({ naam }) => naam) ?? []),
    contact('Wethouder', gemeente?.wethouder ? [gemeente.wethouder.naam] : []),
    contact('Burgemeester', gemeente?.burgemeester ? [gemeente.burgemeester.naam] : []),
    ...(oud ? [teksten.meningsverschil.oud(omgeving.regels().beleid.contactenMaanden)] : []),
  ];
}

/**
 * Whose place this message takes, because nobody could be reached there: of the steps it tells of, or of the event it
 * is about.
 */
export function ontbrekenden({ nr, stappen = [] }: PostvakItem, { journaal }: CasusDocument) {
  return journaal.flatMap((gebeurtenis) => {
    if (gebeurtenis.soort !== 'ontvanger-ontbrak') return [];
    const over = gebeurtenisMet(journaal, gebeurtenis.gegevens.gebeurtenis);
    const { gegevens } = over ?? {};
    const isStap =
      gegevens !== undefined &&
      'termijn' in gegevens &&
      'stap' in gegevens &&
      stappen.some(({ termijn, stap }) => termijn === gegevens.termijn && stap === gegevens.stap);
    return isStap || over?.nr === nr ? [gebeurtenis.gegevens] : [];
  });
}

export function letOpOntbrak(
  item: PostvakItem,
  { document, omgeving }: Omit<Stukbron, 'stuk'>,
  voorVt: boolean,
): string[] {
  const boek = omgeving.adresboek();
  return ontbrekenden(item, document).flatMap(({ ontbrak, wie, naar }) =>
    teksten.nietBereikt({
      ontbrak,
      naam: boek.naam(wie),
      naar,
      telefoon: (voorVt && boek.team(wie)?.telefoon) || '',
    }),
  );
}

/** Whether this message goes to the side that has the proposal before it, so that it can answer there. */
export const magAanvaarden = ({ aan }: PostvakItem, casus: Casus): boolean => {
  const voorstel = casus.fase === 'meningsverschil' ? casus.voorstel?.uitkomst : undefined;
  return voorstel !== undefined && (voorstel === 'veilig-thuis' ? aan.endsWith('-vt') : aan.endsWith('-team'));
};

/** A gemeente that hears early, because nobody else could be reached, has its say in step 3. */
export const magOplossen = ({ aan }: PostvakItem, stap: 0 | 1 | 2 | 3): boolean =>
  stap > 0 && (aan !== 'contactambtenaar' || stap === 3);

export function voortgangModel(
  gebeurtenis: Gebeurtenis,
  item: PostvakItem,
  bron: Kaartbron,
): VoortgangModel | undefined {
  const { casus, omgeving } = bron;
  const voorVt = item.aan === 'kanaal-vt' || item.aan === 'leidinggevende-vt';
  const stap = stapVanEscalatie(casus);
  const bijTeam = casus.fase === 'ontvangen' || casus.fase === 'opgepakt';
  const gevraagd = casus.overdrachten.find(({ nr }) => nr === item.overdracht)?.terugleggen !== undefined;
  // What is said of a proposal, and words that came later, have buttons of their own or none.
  const overGesprek = !['uitkomst-voorgesteld', 'uitkomst-afgewezen', 'aangevuld'].includes(gebeurtenis.soort);
  // A contactambtenaar hears that it happened, not what people said of it (domein.md §8).
  const verwijzing = item.aan === 'contactambtenaar' ? { toelichting: '', lees: 0 } : verwijsNaar(gebeurtenis);
  const basis = {
    casusnummer: casus.casusnummer,
    overdracht: item.overdracht ?? 0,
    versie: casus.besluitVersie,
    stap,
    letOp: [...letOpOntbrak(item, bron, voorVt), ...letOpBijStap(stap, casus, omgeving)],
    knoppen: {
      gemeenteGeinformeerd: voorVt && casus.termijnen.some(({ naam }) => naam === 'informeer-gemeente'),
      terugleggen: voorVt && bijTeam && gevraagd,
      terugnemen: voorVt && bijTeam && gebeurtenis.soort === 'gesignaleerd',
      opschalen: overGesprek && item.aan !== 'contactambtenaar' && (stap === 1 || stap === 2),
      oplossen: overGesprek && magOplossen(item, stap),
      aanvaarden: gebeurtenis.soort === 'uitkomst-voorgesteld' && magAanvaarden(item, casus),
      meningsverschil: gebeurtenis.soort === 'terugleggen-geweigerd' && bijTeam,
    },
    teamNaam: omgeving.adresboek().naam(item.team ?? ''),
    doorNaam: gebeurtenis.door.naam ?? '',
    op: toonMoment(gebeurtenis.op),
    casusregisseur: '',
    ...verwijzing,
    terug: terugNaar.voortgang(item),
    laat: false,
    verantwoordelijke: huidigeVerantwoordelijke(casus, omgeving),
    bron: gebeurtenis.bron,
    gedaan: '',
  };
  switch (gebeurtenis.soort) {
    case 'ontvangst-bevestigd': {
      const { doorWie, laat } = gebeurtenis.gegevens;
      return { ...basis, gebeurtenis: gebeurtenis.soort, doorNaam: doorWie, laat };
    }
    case 'opgepakt':
      return { ...basis, gebeurtenis: gebeurtenis.soort, casusregisseur: gebeurtenis.gegevens.casusregisseur };
    case 'uitkomst-voorgesteld': {
      const { uitkomst, doorPartij } = gebeurtenis.gegevens;
      const wie = uitkomst === 'veilig-thuis' ? omgeving.adresboek().naam(VEILIG_THUIS) : basis.teamNaam;
      return { ...basis, gebeurtenis: gebeurtenis.soort, toelichting: teksten.voorstel(doorPartij, wie) };
    }
    default: {
      const verteld = voortgang.shape.gebeurtenis.safeParse(gebeurtenis.soort);
      return verteld.success ? { ...basis, gebeurtenis: verteld.data } : undefined;
    }
  }
}
