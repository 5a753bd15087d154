/** Duties with a term of their own: informing people and the gemeente, discussing the melding (§4.1, §5.1, Add.2). */
import type { Zaak } from '../beslis.ts';
import type { Casus, LopendeTermijn, Taak } from '../casus.ts';
import { INFORMATIEPLICHTEN, type Informatieplicht, type InformatieWeg } from '../gebeurtenissen.ts';
import { nietNaNu } from '../klokverschil.ts';
import type { OpdrachtVan } from '../opdrachten.ts';
import { weiger, type Uitkomst } from '../weigeringen.ts';
import type { Instant } from '../werkdagen.ts';

/** A repeated click finds the duty fulfilled; one that never was is refused. */
const looptNiet = (casus: Casus, taak: Taak): Uitkomst =>
  casus.vervuld.includes(taak) ? { gebeurtenissen: [] } : weiger('taak-loopt-niet', { taak });

/** Up to the minute, because that is what a form knows. */
const minuut = (moment: Instant): string => moment.slice(0, 16);

/** The duties that can have been fulfilled at this instant: not in the future, and not before they began. */
function vervuldOp(
  open: readonly LopendeTermijn[],
  op: Instant,
  nu: Instant,
): { vervuld: readonly LopendeTermijn[] } | { bezwaar: Uitkomst } {
  if (op > nu) return { bezwaar: weiger('tijdstip-in-toekomst', { tijdstip: op }) };
  const vervuld = open.filter(({ vanaf }) => minuut(vanaf) <= minuut(op));
  const vroegst = open.map(({ vanaf }) => vanaf).toSorted()[0];
  return vervuld.length > 0 || vroegst === undefined
    ? { vervuld }
    : { bezwaar: weiger('tijdstip-te-vroeg', { tijdstip: op, vroegst }) };
}

const ids = (termijnen: readonly LopendeTermijn[]): string[] => termijnen.map(({ id }) => id);

export function gemeenteGeinformeerd({ casus, pen }: Zaak, { wie }: OpdrachtVan<'gemeente-geinformeerd'>): Uitkomst {
  if (!casus.termijnen.some(({ naam }) => naam === 'informeer-gemeente')) {
    return looptNiet(casus, 'informeer-gemeente');
  }
  pen.schrijf('gemeente-geinformeerd', '§4.1, §4.2', { wie }, { eindigt: ['informeer-gemeente'] });
  return { gebeurtenissen: pen.gebeurtenissen };
}

/** VT's ten weeks are met: what was to follow on the melding has been set going (§3.2, Add.7). */
export function vervolgIngezet({ casus, context, pen }: Zaak, opdracht: OpdrachtVan<'vervolg-ingezet'>): Uitkomst {
  const { wat } = opdracht;
  const op = nietNaNu(opdracht.op, context.nu);
  if (casus.fase === 'triage') return weiger('triage-niet-afgerond', {});
  const open = casus.termijnen.filter(({ naam }) => naam === 'vervolg');
  if (open.length === 0) return looptNiet(casus, 'vervolg');
  const gevonden = vervuldOp(open, op, context.nu);
  if ('bezwaar' in gevonden) return gevonden.bezwaar;
  pen.schrijf('vervolg-ingezet', '§3.2, Add.7', { wat }, { op, eindigtId: ids(gevonden.vervuld) });
  return { gebeurtenissen: pen.gebeurtenissen };
}

const isPlicht = (naam: string): naam is Informatieplicht => (INFORMATIEPLICHTEN as readonly string[]).includes(naam);

/** The decision itself must be told in writing (§5.1.1, §5.1.2); for the rest a call will do (Add.2). */
const volstaat = (plicht: Informatieplicht, via: InformatieWeg | undefined): boolean =>
  plicht !== 'schriftelijk-informeren' || via === 'brief' || via === 'e-mail';

/** One letter or call fulfils one duty: which one it was about is said where more are open. */
export function geinformeerd({ casus, context, pen }: Zaak, opdracht: OpdrachtVan<'geinformeerd'>): Uitkomst {
  const { wie, waarover, via } = opdracht;
  const op = nietNaNu(opdracht.op ?? context.nu, context.nu);
  const open = casus.termijnen.filter(
    ({ naam, wie: aan }) => aan === wie && isPlicht(naam) && (waarover === undefined || naam === waarover),
  );
  const plichten = [...new Set(open.map(({ naam }) => naam).filter(isPlicht))];
  const [plicht] = plichten;
  if (plicht === undefined) return looptNiet(casus, `${waarover ?? 'informeren'}-${wie}`);
  if (plichten.length > 1) return weiger('waarover-ontbreekt', { plichten });
  const gevonden = vervuldOp(open, op, context.nu);
  if ('bezwaar' in gevonden) return gevonden.bezwaar;
  if (!volstaat(plicht, via)) return weiger('schriftelijk-nodig', {});
  pen.schrijf(
    'geinformeerd',
    open[0]?.bron.paragraaf ?? '§5.1',
    { wie, plicht, ...(via && { via }) },
    { op, eindigtId: ids(gevonden.vervuld) },
  );
  return { gebeurtenissen: pen.gebeurtenissen };
}

export function meldingBesproken(
  { casus, context, pen }: Zaak,
  { op: gegeven }: OpdrachtVan<'melding-besproken'>,
): Uitkomst {
  const op = nietNaNu(gegeven, context.nu);
  const open = casus.termijnen.filter(({ naam }) => naam === 'melding-bespreken');
  const gevonden = vervuldOp(open, op, context.nu);
  if ('bezwaar' in gevonden) return gevonden.bezwaar;
  if (open.length === 0) return looptNiet(casus, 'melding-bespreken');
  pen.schrijf('melding-besproken', '§5.1.3', {}, { op, eindigtId: ids(gevonden.vervuld) });
  return { gebeurtenissen: pen.gebeurtenissen };
}
