/** Moving the demo's clock: by days, by werkdagen, or to the next thing that happens. */
import { toonMoment, verschuif, type Instant } from '../kern/tijd/werkdagen.ts';
import type { VirtueleKlok } from '../klok.ts';
import type { Toepassing } from '../samenstelling.ts';
import { teksten } from '../teksten/nl.ts';
import { BEHEER } from '../toepassing/beheer/beheerregistratie.ts';

export const UITLEG = `klok             hoe laat is het in de demo
  verder           naar het volgende moment waarop er iets gebeurt
  +1 dag           een dag vooruit (ook +3 dagen, +5 uur)
  +2 werkdagen     vooruit tot de opening na 2 werkdagen`;

/** Far enough for any term of the policy, near enough to keep a typing error harmless. */
const VERSTE_DAGEN = 366;
const EEUWIG: Instant = '9999-12-31T00:00:00.000Z';

/** Where the clock must go: on to the next thing that happens, or to an instant. */
export type Tijddoel = 'verder' | { tot: Instant };

/** What a command asks of the clock; `undefined` when it is none. */
export function doel(tekst: string, nu: Instant, { omgeving }: Toepassing): Tijddoel | undefined {
  if (/^(?:klok\s+)?verder$/i.test(tekst.trim())) return 'verder';
  const gevonden = /^(?:klok\s+)?\+\s?(\d{1,3})\s?(uur|u|dag(?:en)?|d|werkdag(?:en)?|wd|week|weken|w)$/i.exec(
    tekst.trim(),
  );
  const aantal = Number(gevonden?.[1]);
  const eenheid = gevonden?.[2]?.toLowerCase();
  if (!eenheid || aantal < 1 || aantal > VERSTE_DAGEN) return undefined;
  const { kalender } = omgeving.regels();
  if (eenheid.startsWith('wd') || eenheid.startsWith('werkdag'))
    return { tot: kalender.openingNa(nu, { werkdagen: aantal }) };
  if (eenheid.startsWith('u')) return { tot: verschuif(nu, aantal * 3_600_000) };
  return { tot: verschuif(nu, aantal * (eenheid.startsWith('w') ? 7 : 1) * 86_400_000) };
}

/** The next moment after now that has work; what is overdue (a message that cannot be delivered) does not hold the clock. */
async function volgendMoment(
  { omgeving }: Toepassing,
  nu: Instant,
  telt: (casusnummer: string) => boolean = () => true,
): Promise<Instant | undefined> {
  for (const casusnummer of await omgeving.opslag.teWekken(EEUWIG, 1000)) {
    const wekOp = (await omgeving.opslag.lees(casusnummer))?.waarde.wekOp;
    if (wekOp && wekOp > nu && telt(casusnummer)) return wekOp;
  }
  return undefined;
}

/** Moves the clock, stopping at every moment that has work, and tells what happened in between. */
export async function verzet(wens: Tijddoel, klok: VirtueleKlok, toepassing: Toepassing): Promise<string> {
  await toepassing.bezorgd();
  const voor = await toestand(toepassing);
  const uiterlijk = verschuif(klok.nu(), VERSTE_DAGEN * 86_400_000);
  for (;;) {
    const volgende = await volgendMoment(toepassing, klok.nu());
    // The weekly look at the adresboek comes for ever: on the way it happens, but it is nothing to go on to.
    const eind =
      wens === 'verder' ? await volgendMoment(toepassing, klok.nu(), (nummer) => nummer !== BEHEER) : wens.tot;
    if (eind === undefined || eind > uiterlijk) return 'Er staat niets meer te gebeuren.';
    const stop = volgende !== undefined && volgende < eind ? volgende : eind;
    if (stop > klok.nu()) klok.zet(stop);
    await toepassing.ronde();
    const nieuws = await verschil(toepassing, voor);
    const klaar = stop === eind && (wens !== 'verder' || nieuws.length > 0);
    if (klaar) return [`Het is nu ${toonMoment(klok.nu())}.`, ...nieuws].join('\n');
  }
}

async function toestand({ omgeving }: Toepassing): Promise<Map<string, number>> {
  const regels = await omgeving.opslag.zoek({ maximum: 1000 });
  const documenten = await Promise.all(regels.map(({ id }) => omgeving.opslag.lees(id)));
  return new Map(
    documenten.flatMap((gelezen) => (gelezen ? [[gelezen.waarde.id, gelezen.waarde.journaal.length]] : [])),
  );
}

async function verschil({ omgeving }: Toepassing, voor: ReadonlyMap<string, number>): Promise<string[]> {
  const naam = (sleutel: string): string => omgeving.adresboek().naam(sleutel);
  const uit: { op: Instant; regel: string }[] = [];
  for (const { id } of await omgeving.opslag.zoek({ maximum: 1000 })) {
    const gelezen = await omgeving.opslag.lees(id);
    for (const gebeurtenis of gelezen?.waarde.journaal.slice(voor.get(id) ?? 0) ?? []) {
      if (gebeurtenis.soort.startsWith('bericht-') || gebeurtenis.soort === 'stap-overgeslagen') continue;
      const { op, vastgelegdOp } = gebeurtenis;
      uit.push({ op: vastgelegdOp, regel: `  ${toonMoment(op)}  ${id}  ${teksten.gebeurtenis(gebeurtenis, naam)}` });
    }
  }
  return uit.toSorted((a, b) => (a.op < b.op ? -1 : 1)).map(({ regel }) => regel);
}
