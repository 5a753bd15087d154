/** The daily screening of an open melding, late or not: gescreend, or direct gevaar (§3.1.2, Add.7). */
import type { Zaak } from '../beslis.ts';
import type { OpdrachtVan } from '../opdrachten.ts';
import { weiger, type Uitkomst } from '../weigeringen.ts';
import { alGedaan } from './aanvullen.ts';

/** To screen an open melding is never wrong, also while VT has no wachtlijst: Add.7 asks it of every open one. */
export function gescreend({ casus, context, pen }: Zaak): Uitkomst {
  if (casus.fase !== 'triage') return weiger('niet-op-wachtlijst', {});
  const { kalender, nu } = context;
  if (casus.gescreendOp !== undefined && kalender.beginVanDag(casus.gescreendOp) === kalender.beginVanDag(nu)) {
    return { gebeurtenissen: [] };
  }
  pen.schrijf('gescreend', 'Add.7', {});
  return { gebeurtenissen: pen.gebeurtenissen };
}

/** VT intervenes at once; the melding needs no screening any more and VT stays responsible. */
export function directGevaar(zaak: Zaak, { wat }: OpdrachtVan<'direct-gevaar'>): Uitkomst {
  const { casus, pen } = zaak;
  if (casus.triage?.conclusies.includes('directe-interventie')) {
    return alGedaan(zaak, { bij: 'direct-gevaar-vastgesteld', bron: '§3.1.2, Add.7', tekst: wat });
  }
  if (casus.fase !== 'triage') return weiger('niet-op-wachtlijst', {});
  pen.schrijf('direct-gevaar-vastgesteld', '§3.1.2, Add.7', { wat }, { eindigt: ['triage'] });
  return { gebeurtenissen: pen.gebeurtenissen };
}
