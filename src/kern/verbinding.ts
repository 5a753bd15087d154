/** Links that Teams said are broken, or whole again, as the journal tells it. */
import type { Gebeurtenis, Verbindingsgegevens } from './gebeurtenissen.ts';
import type { Verbroken } from './registratiestand.ts';
import type { Instant } from './werkdagen.ts';

type Waar = Pick<Verbindingsgegevens, 'conversatie' | 'breuk'>;

const sleutel = ({ conversatie, breuk }: Waar): string => `${breuk} ${conversatie}`;

export const breukVan = (verbroken: Verbroken | undefined, waar: Waar): Verbroken[string] | undefined =>
  verbroken?.[sleutel(waar)];

export const isVerbroken = (verbroken: Verbroken | undefined, conversatie: string): boolean =>
  Object.entries(verbroken ?? {}).some(([naam, { hersteld }]) => naam.endsWith(` ${conversatie}`) && !hersteld);

/** What a break or a return changes in what is known. */
export function metVerbinding(
  verbroken: Verbroken | undefined,
  { soort, op, gegevens }: Gebeurtenis<'gesprek-verbroken' | 'gesprek-hersteld'>,
): Verbroken {
  const sinds = breukVan(verbroken, gegevens)?.sinds ?? op;
  return {
    ...verbroken,
    [sleutel(gegevens)]: soort === 'gesprek-verbroken' ? { sinds: op } : { sinds, hersteld: true },
  };
}

/** Whoever links or unlinks a conversation by hand knows better: what was broken there counts no more. */
export const zonderBreuk = (verbroken: Verbroken, conversatie: string): Verbroken =>
  Object.fromEntries(Object.entries(verbroken).filter(([naam]) => !naam.endsWith(` ${conversatie}`)));

/** A break that began before `tot` and is over is told no more: its mark only kept a second report of it from counting. */
export const zonderOude = (verbroken: Verbroken, tot: Instant): Verbroken =>
  Object.fromEntries(Object.entries(verbroken).filter(([, { sinds, hersteld }]) => !hersteld || sinds >= tot));
