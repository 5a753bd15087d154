/** The people and organisations of the scenarios: invented names, in the shape of an adresboek. */
export interface Mens {
  naam: string;
  aadObjectId: string;
}

const mens = (nr: number, naam: string): Mens => ({
  naam,
  aadObjectId: `00000000-0000-4000-8000-${String(nr).padStart(12, '0')}`,
});

/** Veilig Thuis. */
export const VERA = mens(1, 'Vera de Wit');
export const LOES = mens(2, 'Loes Vermeer');
/** Wijkteam Noord: two members and their leidinggevende. */
export const NOOR = mens(11, 'Noor Verbeek');
export const NICO = mens(12, 'Nico Jansen');
export const ILSE = mens(13, 'Ilse Kramer');
/** CJG Zuid. */
export const ZITA = mens(21, 'Zita Smit');
const ZEGER = mens(22, 'Zeger Maas');
/** Wijkteam Oost: nobody behind it can be reached in Teams. */
export const JOOST = mens(31, 'Joost Hendrix');
export const BEA = mens(41, 'Bea Kok');
/** Wijkteam Haven: a second team of Breda, with its leidinggevende. */
export const HANNA = mens(51, 'Hanna Blom');
export const HEIN = mens(52, 'Hein Vos');
/** In nobody's adresboek. */
export const ONNO = mens(99, 'Onno Onbekend');

const MENSEN = [VERA, LOES, NOOR, NICO, ILSE, ZITA, ZEGER, JOOST, BEA, HANNA, HEIN, ONNO];

export const NOORD = 'wijkteam-noord';
export const ZUID = 'cjg-zuid';
export const OOST = 'wijkteam-oost';
export const HAVEN = 'wijkteam-haven';

/** Channels and the organisation each is linked to. */
export const KANALEN = {
  vt: { conversatie: '19:veilig-thuis@thread.tacv2', sleutel: 'veilig-thuis' },
  noord: { conversatie: '19:noord@thread.tacv2', sleutel: NOORD },
  zuid: { conversatie: '19:zuid@thread.tacv2', sleutel: ZUID },
  oost: { conversatie: '19:oost@thread.tacv2', sleutel: OOST },
  haven: { conversatie: '19:haven@thread.tacv2', sleutel: HAVEN },
  stuurgroep: { conversatie: '19:stuurgroep@thread.tacv2', sleutel: 'stuurgroep' },
} as const;
export type KanaalNaam = keyof typeof KANALEN;

export const persoonlijkGesprek = ({ aadObjectId }: Mens): string => `a:${aadObjectId}`;

/** `noord`, `vt` … for a channel, the first name for a person. */
export function wieOfWaar(conversatie: string): string {
  const [hoofd = ''] = conversatie.split(';');
  const kanaal = Object.entries(KANALEN).find(([, rij]) => rij.conversatie === hoofd);
  const persoon = MENSEN.find((een) => persoonlijkGesprek(een) === hoofd);
  return kanaal?.[0] ?? persoon?.naam.split(' ')[0] ?? hoofd;
}

const BIJGEWERKT = '2026-01-01T00:00:00+01:00';

export const ADRESBOEK = {
  bijgewerktOp: BIJGEWERKT,
  beheerders: [BEA.aadObjectId],
  veiligThuis: { naam: 'Veilig Thuis West-Brabant', medewerkers: [VERA], leidinggevenden: [LOES] },
  gemeenten: [
    { sleutel: 'breda', naam: 'Breda', contactambtenaren: [JOOST] },
    { sleutel: 'roosendaal', naam: 'Roosendaal', contactambtenaren: [] },
  ],
  teams: [
    {
      sleutel: NOORD,
      naam: 'Wijkteam Noord',
      gemeente: 'breda',
      soort: 'wijkteam',
      leden: [NOOR, NICO],
      leidinggevenden: [ILSE],
      telefoon: '076 555 01 01',
    },
    {
      sleutel: ZUID,
      naam: 'CJG Zuid',
      gemeente: 'roosendaal',
      soort: 'cjg',
      leden: [ZITA],
      leidinggevenden: [ZEGER],
      telefoon: '0165 55 01 02',
    },
    {
      sleutel: OOST,
      naam: 'Wijkteam Oost',
      gemeente: 'breda',
      soort: 'wijkteam',
      leden: [{ naam: 'Olga Bos' }],
      leidinggevenden: [{ naam: 'Otto Berg' }],
      telefoon: '076 555 01 03',
    },
    {
      sleutel: HAVEN,
      naam: 'Wijkteam Haven',
      gemeente: 'breda',
      soort: 'wijkteam',
      leden: [HANNA],
      leidinggevenden: [HEIN],
      telefoon: '076 555 01 04',
    },
  ],
  stuurgroep: { naam: 'Stuurgroep Veilig Thuis', leden: [] },
};
export type AdresboekBestand = typeof ADRESBOEK;
