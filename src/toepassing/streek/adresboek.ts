/** The adresboek (contract.md §5): who belongs to which organisation, and in which role. */
import { z } from 'zod';
import { bijgewerktOpSchema, type Ontvanger } from '../../kern/beleid/beleid.ts';
import { instantOfDag, maandenGeleden, type Instant } from '../../kern/tijd/werkdagen.ts';
import { STUURGROEP, VEILIG_THUIS } from '../poorten.ts';

const sleutel = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'kleine letters, cijfers en streepjes');
const naam = z.string().trim().min(1).max(120);

const persoonSchema = z.strictObject({
  naam,
  /** Entra object id; without it this person can be named, but not recognised or reached in Teams. */
  aadObjectId: z.string().trim().toLowerCase().min(1).optional(),
  upn: z.string().trim().min(1).optional(),
});
export type AdresboekPersoon = z.output<typeof persoonSchema>;
const personen = z.array(persoonSchema).default([]);

export const adresboekSchema = z.strictObject({
  bijgewerktOp: bijgewerktOpSchema,
  beheerders: z.array(z.string().trim().toLowerCase().min(1)).default([]),
  veiligThuis: z.strictObject({ naam, medewerkers: personen, leidinggevenden: personen }),
  gemeenten: z.array(
    z.strictObject({
      sleutel,
      naam,
      contactambtenaren: personen,
      wethouder: persoonSchema.optional(),
      burgemeester: persoonSchema.optional(),
    }),
  ),
  teams: z.array(
    z.strictObject({
      sleutel,
      naam,
      gemeente: sleutel,
      soort: z.enum(['wijkteam', 'cjg']),
      leden: personen,
      leidinggevenden: personen,
      telefoon: z.string().trim().min(1).optional(),
    }),
  ),
  stuurgroep: z.strictObject({ naam, leden: personen }),
});
export type AdresboekGegevens = z.output<typeof adresboekSchema>;

export type Rol =
  | { rol: 'vt-medewerker' }
  | { rol: 'vt-leidinggevende' }
  | { rol: 'team-lid'; team: string }
  | { rol: 'team-leidinggevende'; team: string }
  | { rol: 'contactambtenaar'; gemeente: string }
  | { rol: 'stuurgroep' }
  | { rol: 'beheerder' };

export interface Adresboek {
  gegevens: AdresboekGegevens;
  /** Every role of a person, by Entra object id. */
  rollen(aadObjectId: string): Rol[];
  team(sleutel: string): AdresboekGegevens['teams'][number] | undefined;
  gemeente(sleutel: string): AdresboekGegevens['gemeenten'][number] | undefined;
  /** The name of any organisation or person, or the key itself when it is not (or no longer) in the book. */
  naam(sleutel: string): string;
  bestaat(sleutel: string): boolean;
}

/** Whether its contacts may be out of date: not brought up to date for so many months (Add.6). */
export const isVerouderd = ({ gegevens }: Adresboek, nu: Instant, maanden: number): boolean =>
  instantOfDag(gegevens.bijgewerktOp) < maandenGeleden(nu, maanden);

/** The people who are meant, of the organisation with this key; `undefined` for an addressee that is a conversation. */
export function mensenAchter(boek: Adresboek, aan: Ontvanger, wie: string): readonly AdresboekPersoon[] | undefined {
  switch (aan) {
    case 'leidinggevende-vt':
      return boek.gegevens.veiligThuis.leidinggevenden;
    case 'leidinggevende-team':
      return boek.team(wie)?.leidinggevenden ?? [];
    case 'contactambtenaar':
      return boek.gemeente(wie)?.contactambtenaren ?? [];
    case 'kanaal-vt':
    case 'kanaal-team':
    case 'stuurgroep':
      return undefined;
  }
}

const NIEMAND: ReadonlySet<string> = new Set();

/**
 * Whether Teams can reach anybody there: who is in the adresboek with an account and did not take the app away. Whether a
 * conversation is linked is not for the adresboek to say.
 */
export const isBereikbaar = (boek: Adresboek, aan: Ontvanger, wie: string, zonderApp = NIEMAND): boolean =>
  mensenAchter(boek, aan, wie)?.some(({ aadObjectId }) => aadObjectId !== undefined && !zonderApp.has(aadObjectId)) ??
  true;

export function maakAdresboek(gegevens: AdresboekGegevens): Adresboek {
  const teams = new Map(gegevens.teams.map((team) => [team.sleutel, team]));
  const gemeenten = new Map(gegevens.gemeenten.map((gemeente) => [gemeente.sleutel, gemeente]));
  const namen = new Map<string, string>([
    [VEILIG_THUIS, gegevens.veiligThuis.naam],
    [STUURGROEP, gegevens.stuurgroep.naam],
    ...gegevens.gemeenten.map((gemeente) => [gemeente.sleutel, `gemeente ${gemeente.naam}`] as const),
    ...gegevens.teams.map((team) => [team.sleutel, team.naam] as const),
  ]);
  const perPersoon = new Map<string, Rol[]>();
  const geef = (lijst: readonly AdresboekPersoon[], rol: Rol): void => {
    for (const { aadObjectId, naam: naamVanPersoon } of lijst) {
      if (aadObjectId && naamVanPersoon) namen.set(aadObjectId, naamVanPersoon);
      if (aadObjectId) perPersoon.set(aadObjectId, [...(perPersoon.get(aadObjectId) ?? []), rol]);
    }
  };
  geef(gegevens.veiligThuis.medewerkers, { rol: 'vt-medewerker' });
  geef(gegevens.veiligThuis.leidinggevenden, { rol: 'vt-leidinggevende' });
  for (const team of gegevens.teams) {
    geef(team.leden, { rol: 'team-lid', team: team.sleutel });
    geef(team.leidinggevenden, { rol: 'team-leidinggevende', team: team.sleutel });
  }
  for (const gemeente of gegevens.gemeenten) {
    geef(gemeente.contactambtenaren, { rol: 'contactambtenaar', gemeente: gemeente.sleutel });
  }
  geef(gegevens.stuurgroep.leden, { rol: 'stuurgroep' });
  geef(
    gegevens.beheerders.map((aadObjectId) => ({ naam: '', aadObjectId })),
    { rol: 'beheerder' },
  );
  return {
    gegevens,
    rollen: (aadObjectId) => perPersoon.get(aadObjectId.toLowerCase()) ?? [],
    team: (sleutelVanTeam) => teams.get(sleutelVanTeam),
    gemeente: (sleutelVanGemeente) => gemeenten.get(sleutelVanGemeente),
    naam: (sleutelVanOrganisatie) => namen.get(sleutelVanOrganisatie) ?? sleutelVanOrganisatie,
    bestaat: (sleutelVanOrganisatie) => namen.has(sleutelVanOrganisatie),
  };
}
