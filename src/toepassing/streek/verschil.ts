/** What changed in the adresboek or the beleid, as places with counts: no names of people (domein.md §9). */
import { isDeepStrictEqual } from 'node:util';
import { TERMIJN_NAMEN, type Beleid } from '../../kern/beleid/beleid.ts';
import { STANDAARD_BELEID } from '../../kern/beleid/standaardbeleid.ts';
import type { Wijziging } from '../../kern/eigen/beheer.ts';
import type { AdresboekGegevens, AdresboekPersoon } from './adresboek.ts';

type Rijen = ReadonlyMap<string, unknown>;

const personen = (lijst: readonly AdresboekPersoon[] = []): Rijen =>
  new Map(lijst.map((persoon) => [persoon.aadObjectId ?? persoon.upn ?? persoon.naam, persoon]));

/** Counts per place; a place where nothing changed is left out. */
function tel(waar: string, oud: Rijen, nieuw: Rijen): Wijziging[] {
  const erbij = [...nieuw.keys()].filter((sleutel) => !oud.has(sleutel)).length;
  const eraf = [...oud.keys()].filter((sleutel) => !nieuw.has(sleutel)).length;
  const anders = [...nieuw].filter(
    ([sleutel, rij]) => oud.has(sleutel) && !isDeepStrictEqual(oud.get(sleutel), rij),
  ).length;
  return erbij + eraf + anders > 0 ? [{ waar, erbij, eraf, anders }] : [];
}

/** Organisations by key: those that came and went, what changed in their own row, and their lists of people. */
function organisaties<L extends string, R extends { sleutel: string } & Record<L, AdresboekPersoon[]>>(
  soort: string,
  { oud, nieuw }: { oud: readonly R[]; nieuw: readonly R[] },
  lijsten: readonly L[],
): Wijziging[] {
  const kaal = (rij: R): unknown =>
    Object.fromEntries(Object.entries(rij).filter(([veld]) => !lijsten.some((lijst) => lijst === veld)));
  const perSleutel = (rijen: readonly R[]): Map<string, R> => new Map(rijen.map((rij) => [rij.sleutel, rij]));
  const [voor, na] = [perSleutel(oud), perSleutel(nieuw)];
  return [...new Set([...voor.keys(), ...na.keys()])].flatMap((sleutel) => {
    const [was, is] = [voor.get(sleutel), na.get(sleutel)];
    const een = (rij: R | undefined): Rijen => new Map(rij ? [[sleutel, kaal(rij)]] : []);
    return [
      ...tel(`${soort}.${sleutel}`, een(was), een(is)),
      ...(was && is
        ? lijsten.flatMap((lijst) => tel(`${soort}.${sleutel}.${lijst}`, personen(was[lijst]), personen(is[lijst])))
        : []),
    ];
  });
}

/** Without an old one everything is new, which is told in totals. */
export function adresboekVerschil(oud: AdresboekGegevens | undefined, nieuw: AdresboekGegevens): Wijziging[] {
  const beheerders = (boek?: AdresboekGegevens): Rijen => new Map(boek?.beheerders.map((id) => [id, id]));
  const sleutels = (rijen: readonly { sleutel: string }[]): Rijen => new Map(rijen.map((rij) => [rij.sleutel, rij]));
  const vt = (['medewerkers', 'leidinggevenden'] as const).flatMap((lijst) =>
    tel(`veiligThuis.${lijst}`, personen(oud?.veiligThuis[lijst]), personen(nieuw.veiligThuis[lijst])),
  );
  const namen = (boek: AdresboekGegevens): Rijen =>
    new Map([
      ['veiligThuis', boek.veiligThuis.naam],
      ['stuurgroep', boek.stuurgroep.naam],
    ]);
  return [
    ...tel('beheerders', beheerders(oud), beheerders(nieuw)),
    ...(oud ? tel('namen', namen(oud), namen(nieuw)) : []),
    ...vt,
    ...(oud
      ? [
          ...organisaties('gemeenten', { oud: oud.gemeenten, nieuw: nieuw.gemeenten }, ['contactambtenaren']),
          ...organisaties('teams', { oud: oud.teams, nieuw: nieuw.teams }, ['leden', 'leidinggevenden']),
        ]
      : [...tel('gemeenten', new Map(), sleutels(nieuw.gemeenten)), ...tel('teams', new Map(), sleutels(nieuw.teams))]),
    ...tel('stuurgroep.leden', personen(oud?.stuurgroep.leden), personen(nieuw.stuurgroep.leden)),
  ];
}

/** Which rows and settings are not as they were; the first time, not as in the guideline's own table. */
export function beleidVerschil(oud: Beleid = STANDAARD_BELEID, nieuw: Beleid): Wijziging[] {
  const rijen = ({ termijnen, versie: _versie, ...rest }: Beleid): Rijen =>
    new Map<string, unknown>([
      ...TERMIJN_NAMEN.map((naam) => [`termijnen.${naam}`, termijnen[naam]] as const),
      ...Object.entries(rest),
    ]);
  const [voor, na] = [rijen(oud), rijen(nieuw)];
  const plekken = [...new Set([...voor.keys(), ...na.keys()])];
  return plekken.flatMap((plek) => {
    const een = (van: Rijen): Rijen => new Map(van.get(plek) === undefined ? [] : [[plek, van.get(plek)]]);
    return tel(plek, een(voor), een(na));
  });
}
