/**
 * Whether an adresboek makes sense as a whole. What is refused here makes it unclear who somebody is or which organisation
 * is meant: a ping would go to the wrong person, or a casus to the wrong gemeente, without anybody noticing. People who
 * are missing are no reason to stop the bot, which guards the other casussen: those are gaps (hiaten.ts).
 */
import type { Beleid } from '../../kern/beleid/beleid.ts';
import { STUURGROEP, VEILIG_THUIS } from '../poorten.ts';
import type { AdresboekGegevens, AdresboekPersoon } from './adresboek.ts';

/** A person in the book with the row it stands in, such as `teams.0.leden.2`. */
interface Plek {
  rij: string;
  persoon: AdresboekPersoon;
}

const lijst = (rij: string, personen: readonly AdresboekPersoon[]): Plek[] =>
  personen.map((persoon, nr) => ({ rij: `${rij}.${nr}`, persoon }));

/** Every list in which somebody should stand once. */
function lijsten({ veiligThuis, gemeenten, teams, stuurgroep }: AdresboekGegevens): Plek[][] {
  return [
    lijst('veiligThuis.medewerkers', veiligThuis.medewerkers),
    lijst('veiligThuis.leidinggevenden', veiligThuis.leidinggevenden),
    ...gemeenten.flatMap(({ contactambtenaren, wethouder, burgemeester }, nr) => [
      lijst(`gemeenten.${nr}.contactambtenaren`, contactambtenaren),
      ...(wethouder ? [[{ rij: `gemeenten.${nr}.wethouder`, persoon: wethouder }]] : []),
      ...(burgemeester ? [[{ rij: `gemeenten.${nr}.burgemeester`, persoon: burgemeester }]] : []),
    ]),
    ...teams.flatMap(({ leden, leidinggevenden }, nr) => [
      lijst(`teams.${nr}.leden`, leden),
      lijst(`teams.${nr}.leidinggevenden`, leidinggevenden),
    ]),
    lijst('stuurgroep.leden', stuurgroep.leden),
  ];
}

const upnVan = ({ upn }: AdresboekPersoon): string | undefined => upn?.toLowerCase();

/** Twice in one list is one row too many, and one of the two may be meant for somebody else. */
function dubbelInLijst(plekken: readonly Plek[]): string[] {
  return plekken.flatMap(({ rij, persoon }, nr) => {
    const eerder = plekken.slice(0, nr);
    const zelfde = (van: (een: AdresboekPersoon) => string | undefined): Plek | undefined =>
      van(persoon) === undefined ? undefined : eerder.find((ander) => van(ander.persoon) === van(persoon));
    const opId = zelfde(({ aadObjectId }) => aadObjectId);
    const ander = opId ?? zelfde(upnVan);
    return ander
      ? [`${rij}: dezelfde persoon staat al in ${ander.rij} (zelfde ${opId ? 'aadObjectId' : 'upn'}); haal er één weg`]
      : [];
  });
}

/**
 * One account with two names, or two accounts with one address: one of them is a slip of the pen, and what is meant for
 * the one would go to the other.
 */
function verwisseld(plekken: readonly Plek[]): string[] {
  const perId = new Map<string, Plek>();
  const perUpn = new Map<string, Plek>();
  return plekken.flatMap((plek) => {
    const { rij, persoon } = plek;
    const { aadObjectId, naam } = persoon;
    const upn = upnVan(persoon);
    const opId = aadObjectId === undefined ? undefined : perId.get(aadObjectId);
    const opUpn = upn === undefined ? undefined : perUpn.get(upn);
    if (aadObjectId !== undefined && !opId) perId.set(aadObjectId, plek);
    if (upn !== undefined && !opUpn) perUpn.set(upn, plek);
    if (opId && opId.persoon.naam !== naam) {
      return [`${rij}.naam: dit aadObjectId heeft in ${opId.rij} een andere naam; verbeter de naam of het aadObjectId`];
    }
    if (opId && upn !== undefined && upnVan(opId.persoon) !== undefined && upnVan(opId.persoon) !== upn) {
      return [`${rij}.upn: dit aadObjectId heeft in ${opId.rij} een andere upn; verbeter de upn of het aadObjectId`];
    }
    const ander = opUpn?.persoon.aadObjectId;
    if (opUpn && aadObjectId !== undefined && ander !== undefined && ander !== aadObjectId) {
      return [`${rij}.upn: deze upn heeft in ${opUpn.rij} een ander aadObjectId; verbeter de upn of het aadObjectId`];
    }
    return [];
  });
}

/** Keys by which an organisation is meant in a link, a card or the API: each must be of one, and of no casus. */
function sleutelFouten({ gemeenten, teams }: AdresboekGegevens, { casusnummerPatroon }: Beleid): string[] {
  const patroon = new RegExp(casusnummerPatroon);
  // A casusnummer counts up, so a key without a digit is none, however wide the pattern of the region.
  const isNummer = (sleutel: string): boolean =>
    /\d/.test(sleutel) && (patroon.test(sleutel) || patroon.test(sleutel.toUpperCase()));
  const gezien = new Set<string>([VEILIG_THUIS, STUURGROEP]);
  return Object.entries({ gemeenten, teams }).flatMap(([soort, rijen]) =>
    rijen.flatMap(({ sleutel }, nr) => {
      const rij = `${soort}.${nr}.sleutel`;
      const dubbel = gezien.has(sleutel);
      gezien.add(sleutel);
      return [
        ...(dubbel ? [`${rij}: '${sleutel}' komt twee keer voor; kies een andere`] : []),
        ...(isNummer(sleutel)
          ? [`${rij}: '${sleutel}' lijkt op een casusnummer; kies een sleutel met een naam erin`]
          : []),
      ];
    }),
  );
}

/** Names by which people choose: two the same cannot be told apart, and the API takes a gemeente by name or by key. */
function naamFouten({ gemeenten, teams }: AdresboekGegevens): string[] {
  return Object.entries({ gemeenten, teams }).flatMap(([soort, rijen]) =>
    rijen.flatMap(({ naam }, nr) => {
      const zelfde = naam.toLowerCase();
      const eerder = rijen.findIndex((ander) => ander.naam.toLowerCase() === zelfde);
      const alsSleutel = soort === 'gemeenten' ? gemeenten.findIndex(({ sleutel }) => sleutel === zelfde) : -1;
      if (eerder < nr)
        return [`${soort}.${nr}.naam: '${naam}' is ook de naam van ${soort}.${eerder}; maak het verschil duidelijk`];
      return alsSleutel >= 0 && alsSleutel !== nr
        ? [`${soort}.${nr}.naam: '${naam}' is de sleutel van ${soort}.${alsSleutel}; verbeter de naam of die sleutel`]
        : [];
    }),
  );
}

/**
 * What is wrong with an adresboek that parses: one Dutch sentence per row, which names the row as the file does
 * (`teams.1.leden.0: …`, counted from 0) and what to do. No names of people. Empty when it can be used.
 */
export function keurAdresboek(gegevens: AdresboekGegevens, beleid: Beleid): string[] {
  const sleutels = new Set(gegevens.gemeenten.map(({ sleutel }) => sleutel));
  const perLijst = lijsten(gegevens);
  return [
    ...gegevens.beheerders.flatMap((id, nr) =>
      gegevens.beheerders.indexOf(id) < nr
        ? [`beheerders.${nr}: deze beheerder staat er twee keer; haal er één weg`]
        : [],
    ),
    ...sleutelFouten(gegevens, beleid),
    ...naamFouten(gegevens),
    ...gegevens.teams.flatMap(({ gemeente }, nr) =>
      sleutels.has(gemeente)
        ? []
        : [`teams.${nr}.gemeente: '${gemeente}' staat niet in gemeenten; voeg de gemeente toe of verbeter de sleutel`],
    ),
    ...perLijst.flatMap(dubbelInLijst),
    ...verwisseld(perLijst.flat()),
  ];
}
