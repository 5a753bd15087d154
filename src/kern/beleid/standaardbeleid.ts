/** The guideline's own policy, and how a region's changes are laid over it. */
import type { Beleid, BeleidBestand } from './beleid.ts';
import { TERMIJNEN } from './termijntabel.ts';

/** The table in force: the guideline's, with what the region changed. `versie` names this combination. */
export function beleidVan({ termijnen, ...rest }: Omit<BeleidBestand, 'bijgewerktOp'>, versie: string): Beleid {
  return { ...STANDAARD_BELEID, ...rest, termijnen: { ...STANDAARD_BELEID.termijnen, ...termijnen }, versie };
}

export const STANDAARD_BELEID: Beleid = {
  versie: 'richtlijn-0.3',
  kantooruren: { opening: '08:30', sluiting: '17:00' },
  extraSluitingsdagen: [],
  screening: { kaartOm: '08:30', dagen: 'elke-dag' },
  hartslag: { om: '08:30', dagen: 'werkdagen' },
  terugkerend: { aantal: 2, maanden: 6 },
  contactenMaanden: 3,
  // The file that the law has kept for years (Wmo 2015 art. 5.3.4) is VT's own; this is a copy for working together. Two
  // years: a complaint can come until a year after (Awb art. 9:8), and its handling can take another.
  bewaartermijn: { maanden: 24, bron: { paragraaf: 'AVG art. 5', regionaal: true } },
  bundelVanaf: 3,
  casusnummerPatroon: '^VT-\\d{4}-\\d{4,8}$',
  termijnen: TERMIJNEN,
};
