/** A casus as the use cases would write it, with every kind of field a store must bring back unchanged. */
import type { CasusDocument } from '../../../src/toepassing/poorten.ts';

export const NU = '2026-12-01T09:15:00.000Z';
export const NET_VOOR = '2026-12-01T09:14:59.999Z';
export const NET_NA = '2026-12-01T09:15:00.001Z';

/** Numbers that mean something to SQL, JSON, URLs, Markdown or Cosmos DB, and must mean nothing here. */
export const VREEMDE_NUMMERS = [
  "O'Brien'); DROP TABLE casus; --",
  '"aangehaald"',
  '**vet** [link](https://voorbeeld.nl) | `code`',
  'VT/2026/0001',
  'VT\\2026',
  'VT?x=1#deel',
  '100%25',
  '~2F',
  '..',
  '@gemeente',
  'Zoë 🐕 نور',
  'eindigt op spatie ',
];

/** Changes of the example, to tell two casussen or two versions apart. */
export const DEN_HAAG: Partial<CasusDocument> = { gemeente: 'Den Haag', fase: 'ontvangen', teams: ['Team Laak'] };

export function voorbeeld(id: string, wijziging: Partial<CasusDocument> = {}): CasusDocument {
  return {
    id,
    journaal: [
      {
        nr: 1,
        op: NET_VOOR,
        vastgelegdOp: NU,
        door: { rol: 'registratiesysteem', kanaal: 'api', id: 'vt-noord', naam: 'Registratie VT "Noord"' },
        bron: '§3.1.2',
        verantwoordelijke: { partij: 'veilig-thuis', tijdelijk: true, reden: 'triage' },
        start: [
          {
            id: 'triage-1',
            naam: 'triage',
            vanaf: NU,
            vervalt: '2026-12-08T23:00:00.000Z',
            bron: { paragraaf: '§3.1.2', regionaal: false },
            beleid: '2026-1',
            stappen: [],
          },
        ],
        soort: 'melding-ontvangen',
        gegevens: { gemeente: "'s-Hertogenbosch", spoed: false },
        keten: { hash: 'b3_-x', zout: 'Zo-ut_', gewist: 'nog-niet' },
      },
    ],
    kop: 'b3_-x',
    inhoud: {
      '1': {
        zout: 'Zo-ut_',
        leesbaar: {
          feiten: ['Buren hoorden **geschreeuw** — "kom niet dichterbij" \\ {nul}'],
          oordelen: [{ tekst: 'onveilig', vanWie: 'Zoë', opGrondVan: 'huisbezoek\nop 1 december' }],
          aandachtspunten: ['hond 🐕'],
          veiligheidsafspraken: [],
          gesprek: { geenReden: 'niet bereikbaar' },
        },
      },
      '2': { zout: 'Zo-ut_', sleutel: '2026-1', nonce: 'AAAA', geheim: 'c2xvdA==' },
    },
    postvak: [
      {
        sleutel: `${id}-1-volgkaart-kanaal-vt`,
        nr: 1,
        kaart: 'volgkaart',
        aan: 'kanaal-vt',
        overdracht: 1,
        adres: { kanaal: 'veilig-thuis' },
        pogingen: 2,
        gemaaktOp: NET_VOOR,
        nietVoor: NU,
        bezigTot: NET_NA,
        onzeker: true,
      },
    ],
    kaarten: { 'volgkaart-1': { conversatie: '19:abc@thread.tacv2;messageid=1', activiteit: '1733044500000' } },
    sleutels: [{ sleutel: 'herhaald-1', vingerafdruk: 'sha256:00ff' }],
    wekOp: NU,
    gemeente: "'s-Hertogenbosch",
    fase: 'triage',
    kenmerken: ['wachtlijst:wijkteam-noord'],
    teams: ['Wijkteam Noord', 'Sociaal Team “De Brug”'],
    vroegsteVerval: '2026-12-08T23:00:00.000Z',
    ...wijziging,
  };
}

/** The same with so many events that its journal is stored compressed. */
export function jarenLang(id: string, wijziging: Partial<CasusDocument> = {}): CasusDocument {
  const { journaal } = voorbeeld(id);
  return voorbeeld(id, { journaal: Array.from({ length: 600 }, () => journaal).flat(), ...wijziging });
}
