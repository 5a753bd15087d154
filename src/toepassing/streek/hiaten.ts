/**
 * Who is missing behind the steps of the beleid in force, and what else in the adresboek needs a look. A team without a
 * channel is no gap: Veilig Thuis serves it by phone.
 */
import { ONTVANGERS, TERMIJN_NAMEN, type Beleid, type Ontvanger, type TermijnNaam } from '../../kern/beleid/beleid.ts';
import type { Hiaat } from '../../kern/rij/opdrachtrij.ts';
import type { Duur, Instant } from '../../kern/tijd/werkdagen.ts';
import { adresboekTeksten } from '../../teksten/adresboek.nl.ts';
import { STUURGROEP, VEILIG_THUIS } from '../poorten.ts';
import { isBereikbaar, isVerouderd, type Adresboek, type AdresboekPersoon } from './adresboek.ts';

/** So many organisations are named per gap; the card and the journal stay small in a large region. */
const HOOGSTENS_GENOEMD = 20;

/** A step that calls an addressee: `na` is how long after the end of its term, absent for a reminder. */
export interface Nodig {
  termijn: TermijnNaam;
  wanneer: 'herinnering' | 'verlopen' | Duur;
}

/** Per term the first step that calls this addressee. */
export function nodigVoor({ termijnen }: Beleid, wie: Ontvanger): Nodig[] {
  return TERMIJN_NAMEN.flatMap((termijn): Nodig[] => {
    const { herinneringen, verlopen, ladder, herhaling } = termijnen[termijn];
    if (herinneringen.some(({ aan }) => aan.includes(wie))) return [{ termijn, wanneer: 'herinnering' }];
    if (verlopen.aan.includes(wie)) return [{ termijn, wanneer: 'verlopen' }];
    const tree = ladder.find(({ aan }) => aan.includes(wie));
    if (tree) return [{ termijn, wanneer: tree.na }];
    return herhaling?.aan.includes(wie) ? [{ termijn, wanneer: herhaling.elke }] : [];
  });
}

/** `gekoppeld` are the keys of the organisations with a conversation. */
export function zoekHiaten(boek: Adresboek, beleid: Beleid, gekoppeld: ReadonlySet<string>): Hiaat[] {
  const { teams, gemeenten, beheerders } = boek.gegevens;
  const zonder = (wat: Ontvanger, sleutels: readonly string[]): string[] =>
    sleutels.filter((sleutel) => !isBereikbaar(boek, wat, sleutel));
  const leeg: Record<Hiaat['wat'], string[]> = {
    beheerder: beheerders.length > 0 ? [] : [VEILIG_THUIS],
    'kanaal-vt': gekoppeld.has(VEILIG_THUIS) ? [] : [VEILIG_THUIS],
    'leidinggevende-vt': zonder('leidinggevende-vt', [VEILIG_THUIS]),
    'leidinggevende-team': zonder(
      'leidinggevende-team',
      teams.map(({ sleutel }) => sleutel),
    ),
    contactambtenaar: zonder(
      'contactambtenaar',
      gemeenten.map(({ sleutel }) => sleutel),
    ),
    stuurgroep: gekoppeld.has(STUURGROEP) ? [] : [STUURGROEP],
  };
  const gevraagd = new Set<string>(['beheerder']);
  for (const wie of ONTVANGERS) if (nodigVoor(beleid, wie).length > 0) gevraagd.add(wie);
  return (Object.keys(leeg) as Hiaat['wat'][])
    .filter((wat) => gevraagd.has(wat) && leeg[wat].length > 0)
    .map((wat) => ({ wat, aantal: leeg[wat].length, bij: leeg[wat].slice(0, HOOGSTENS_GENOEMD) }));
}

/** What needs a look although every step reaches somebody, in Dutch sentences (Add.6, domein.md §8). */
export function zoekAandacht(
  boek: Adresboek,
  { contactenMaanden }: Beleid,
  { nu, gekoppeld }: { nu: Instant; gekoppeld: ReadonlySet<string> },
): string[] {
  const { veiligThuis, gemeenten, teams, stuurgroep } = boek.gegevens;
  const lijsten: [string, readonly AdresboekPersoon[]][] = [
    [VEILIG_THUIS, [...veiligThuis.medewerkers, ...veiligThuis.leidinggevenden]],
    ...gemeenten.map(({ sleutel, contactambtenaren }): [string, AdresboekPersoon[]] => [sleutel, contactambtenaren]),
    ...teams.map(({ sleutel, leden, leidinggevenden }): [string, AdresboekPersoon[]] => [
      sleutel,
      [...leden, ...leidinggevenden],
    ]),
    [STUURGROEP, stuurgroep.leden],
  ];
  const zonderAccount = lijsten.flatMap(([sleutel, mensen]) => {
    const aantal = mensen.filter(({ aadObjectId }) => aadObjectId === undefined).length;
    return aantal > 0 ? [{ naam: boek.naam(sleutel), aantal }] : [];
  });
  const zonderBestuur = gemeenten.filter(({ wethouder, burgemeester }) => !wethouder || !burgemeester);
  const zonderKanaal = teams.filter(({ sleutel }) => !gekoppeld.has(sleutel));
  const t = adresboekTeksten.aandacht;
  return [
    ...(isVerouderd(boek, nu, contactenMaanden) ? [t.verouderd(contactenMaanden)] : []),
    ...(zonderKanaal.length > 0 ? [t.zonderKanaal(zonderKanaal.map(({ naam }) => naam))] : []),
    ...(zonderAccount.length > 0 ? [t.zonderAccount(zonderAccount)] : []),
    ...(zonderBestuur.length > 0 ? [t.zonderBestuur(zonderBestuur.map(({ naam }) => naam))] : []),
  ];
}
