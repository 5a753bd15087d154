/**
 * Messages that were tried and wait for their next try are tried at once when something has changed where they go: they
 * arrive, or what does not arrive is told now and not after an hour of tries.
 */
import type { Bezorger } from '../bezorging/bezorger.ts';
import { waarVan, WACHT_OP_BEZORGING } from '../casus/casusdocument.ts';
import { muteerStuk } from '../casus/mutatie.ts';
import { meldMislukt, paginas } from '../elk.ts';
import type { Omgeving } from '../omgeving.ts';
import type { Adres, PostvakItem } from '../poorten.ts';

export async function wekWachtenden(omgeving: Omgeving, bezorger: Bezorger, waarheen: readonly Adres[]): Promise<void> {
  const plekken = new Set(waarheen.map(waarVan));
  for await (const pagina of paginas(omgeving.opslag, { kenmerk: WACHT_OP_BEZORGING })) {
    for (const { id } of pagina) {
      // One that cannot be read must not keep the others waiting.
      await wekIn(omgeving, bezorger, id, plekken).catch((fout: unknown) =>
        meldMislukt(omgeving, 'bezorging', id, fout),
      );
    }
  }
}

async function wekIn(
  omgeving: Omgeving,
  bezorger: Bezorger,
  casusnummer: string,
  plekken: ReadonlySet<string>,
): Promise<void> {
  const nu = omgeving.klok.nu();
  const wacht = (item: PostvakItem): boolean =>
    item.bezigTot === undefined && item.nietVoor > nu && item.pogingen > 0 && plekken.has(waarVan(item.adres));
  const uitkomst = await muteerStuk(omgeving, {
    casusnummer,
    beslis: (stuk, _nu, { postvak }) => (stuk && postvak.some(wacht) ? { gebeurtenissen: [] } : { onbekend: true }),
    bij: (document) => ({
      ...document,
      postvak: document.postvak.map((item) => (wacht(item) ? { ...item, nietVoor: nu } : item)),
    }),
  });
  if (uitkomst.soort === 'geschreven') bezorger.bezorg(uitkomst);
}
