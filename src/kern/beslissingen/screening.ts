/** The daily screening of a melding on VT's wachtlijst: gescreend, or direct gevaar (§3.1.2, Add.7). */
import type { Zaak } from '../beslis.ts';
import type { OpdrachtVan } from '../opdrachten.ts';
import { weiger, type Uitkomst } from '../weigeringen.ts';
import { alGedaan } from './aanvullen.ts';

const opWachtlijst = ({ casus, context }: Zaak): boolean =>
  casus.fase === 'triage' && casus.termijnen.some(({ naam, vervalt }) => naam === 'triage' && vervalt <= context.nu);

export function gescreend(zaak: Zaak): Uitkomst {
  const { casus, context, pen } = zaak;
  if (!opWachtlijst(zaak)) return weiger('niet-op-wachtlijst', {});
  const { kalender, nu } = context;
  if (casus.gescreendOp !== undefined && kalender.beginVanDag(casus.gescreendOp) === kalender.beginVanDag(nu)) {
    return { gebeurtenissen: [] };
  }
  pen.schrijf('gescreend', 'Add.7', {});
  return { gebeurtenissen: pen.gebeurtenissen };
}

/** VT intervenes at once; the melding leaves the wachtlijst and VT stays responsible. */
export function directGevaar(zaak: Zaak, { wat }: OpdrachtVan<'direct-gevaar'>): Uitkomst {
  const { casus, pen } = zaak;
  if (casus.triage?.conclusies.includes('directe-interventie')) {
    return alGedaan(zaak, { bij: 'direct-gevaar-vastgesteld', bron: '§3.1.2, Add.7', tekst: wat });
  }
  if (casus.fase !== 'triage') return weiger('niet-op-wachtlijst', {});
  pen.schrijf('direct-gevaar-vastgesteld', '§3.1.2, Add.7', { wat }, { eindigt: ['triage'] });
  return { gebeurtenissen: pen.gebeurtenissen };
}
