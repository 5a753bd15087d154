/** The words of the guideline that come in a fixed list, and who holds zicht or did something (domein.md §2, §3, §8). */

/** Who holds zicht op veiligheid. */
export type Verantwoordelijke =
  | { partij: 'veilig-thuis'; tijdelijk: boolean; reden?: string }
  | { partij: 'lokale-toegang'; team: string; tijdelijk: false }
  | { partij: 'clientsysteem'; tijdelijk: false };

/** Who did something, as known from authentication, never from what a card sent back. */
export interface Dader {
  rol:
    | 'vt-medewerker'
    | 'vt-leidinggevende'
    | 'team-lid'
    | 'team-leidinggevende'
    | 'contactambtenaar'
    | 'beheerder'
    | 'registratiesysteem'
    /** Teams itself reported it. */
    | 'teams'
    | 'klok';
  /** `bestand`: the file that whoever runs the bot gave it at its start. */
  kanaal: 'teams' | 'api' | 'bestand' | 'klok';
  /** The lokaal team or gemeente in whose name it was done, where the role has one. */
  namens?: string;
  /** Entra object id, or the name of an API key. */
  id?: string;
  naam?: string;
}

/** Who may give an opdracht (domein.md §8); `team` is the team of the overdracht that it is about. */
export type Groep = 'vt' | 'vt-leiding' | 'team' | 'team-leiding' | 'contactambtenaar';

/** The duties to inform people, by the name of their term (§5.1.1, §5.1.2, §3.3.4, Add.2). */
export const INFORMATIEPLICHTEN = ['schriftelijk-informeren', 'client-informeren', 'betrokkenen-informeren'] as const;
export type Informatieplicht = (typeof INFORMATIEPLICHTEN)[number];

export const INFORMATIE_WEGEN = ['brief', 'e-mail', 'telefoon', 'gesprek'] as const;
export type InformatieWeg = (typeof INFORMATIE_WEGEN)[number];

export const INFORMATIE_ONTVANGERS = ['clientsysteem', 'melder', 'betrokkenen'] as const;
export type InformatieOntvanger = (typeof INFORMATIE_ONTVANGERS)[number];

/** Koud = directly after triage, warm = after VT stayed involved (§5.1.3, Add.4). */
export const WIJZEN = ['koud', 'warm'] as const;
export type Wijze = (typeof WIJZEN)[number];

export const CONCLUSIES = [
  'directe-interventie',
  'structurele-onveiligheid',
  'onvoldoende-informatie',
  'anonimiteit',
  'verzoek-raad',
] as const;
/** The five outcomes of triage that keep VT responsible (§3.1.2). */
export type Conclusie = (typeof CONCLUSIES)[number];

export const VERVOLGTRAJECTEN = ['lokale-ondersteuning', 'onderzoek', 'casusregie', 'hgo', 'st-sg'] as const;
export type Vervolgtraject = (typeof VERVOLGTRAJECTEN)[number];

export const BESLUITEN = ['geen-zorgen', 'clientsysteem', 'lokale-toegang', 'veilig-thuis'] as const;
export type Besluit = (typeof BESLUITEN)[number];

export const SIGNALEN = [
  'afspraken-niet-nagekomen',
  'medewerking-geweigerd',
  'veiligheid-niet-te-borgen',
  'verzoek-raad',
] as const;
/** What a team must let VT know at once (§4.1, §5.1.3, Add.5). */
export type Signaal = (typeof SIGNALEN)[number];

export const AANPAKFASEN = ['veiligheidsplan', 'risicogestuurde-zorg', 'herstel'] as const;
/** Where the help stands (§2.2). */
export type Aanpakfase = (typeof AANPAKFASEN)[number];

/** A step of the escalation model: professionals, leidinggevenden, gemeente (§4.3, Add.6). */
export type EscalatieStap = 1 | 2 | 3;

/** Who can be responsible after a meningsverschil; the other one proposes it, or takes it upon itself (§4.3). */
export const OPLOSSINGEN = ['lokale-toegang', 'veilig-thuis'] as const;
export type Oplossing = (typeof OPLOSSINGEN)[number];

/** For whom someone speaks in a meningsverschil. */
export type Zijde = Oplossing | 'gemeente';

/** The side that someone speaks for; the registration system is VT's. */
export function zijdeVan({ rol }: Dader): Zijde {
  if (rol === 'team-lid' || rol === 'team-leidinggevende') return 'lokale-toegang';
  return rol === 'contactambtenaar' ? 'gemeente' : 'veilig-thuis';
}

export const AKKOORD_WEGEN = ['gesprek', 'telefoon', 'e-mail'] as const;
/** How the team let VT know that it agrees. */
export type AkkoordWeg = (typeof AKKOORD_WEGEN)[number];

/** The events whose words others can add to while what they brought about still stands. */
export const AANVULBAAR = [
  'overdracht-geweigerd',
  'overdracht-ingetrokken',
  'teruggenomen',
  'wachtlijst-gemeld',
  'niet-binnen-termijn-gemeld',
  'interventie-gemeente-vastgelegd',
  'meningsverschil-gemeld',
  'meningsverschil-opgeschaald',
  'uitkomst-afgewezen',
  'terugleggen-gevraagd',
  'terugleggen-geweigerd',
  'direct-gevaar-vastgesteld',
  'afgesloten',
] as const;
export type Aanvulbaar = (typeof AANVULBAAR)[number];

/** What the bot itself writes where people can type, and what a button fills in: nobody's words, so readable anywhere. */
export const EIGEN_WOORDEN = [
  'nieuwe melding',
  'overgedragen aan een ander team',
  'teruggelegd bij Veilig Thuis',
  'de gemeente heeft ingegrepen',
  'het team heeft een wachtlijst',
  'meningsverschil: Veilig Thuis houdt de casus',
  'brief',
  'e-mail',
  'telefoon',
  'gesprek',
] as const;
export type EigenWoorden = (typeof EIGEN_WOORDEN)[number];

export const VEILIG_THUIS: Verantwoordelijke = { partij: 'veilig-thuis', tijdelijk: false };
export const CLIENTSYSTEEM: Verantwoordelijke = { partij: 'clientsysteem', tijdelijk: false };
/** VT holds it as long as this lasts. */
export const tijdelijkBijVt = (reden: string): Verantwoordelijke => ({
  partij: 'veilig-thuis',
  tijdelijk: true,
  reden,
});
export const bijHetTeam = (team: string): Verantwoordelijke => ({ partij: 'lokale-toegang', team, tijdelijk: false });
