/**
 * VT's own wachtlijst (§4.2, Add.7): finds the meldingen past their triage term and keeps the record of them, which is
 * stored, guarded and delivered like a casus. A rerun is harmless.
 */
import { beginWachtlijstVt, beslisKlok } from '../kern/beslis.ts';
import { EIGEN } from '../kern/casus.ts';
import type { Casus } from '../kern/casus.ts';
import type { Wachtende } from '../kern/pen.ts';
import { VEILIG_THUIS } from './adresboek.ts';
import type { Bezorger } from './bezorger.ts';
import { casusVan } from './casusdocument.ts';
import { KLOK, muteer } from './mutatie.ts';
import type { Omgeving } from './omgeving.ts';
import type { CasusDocument, PostvakItem } from './poorten.ts';

/** The record's own number. */
export const WACHTLIJST_VT = `${EIGEN}wachtlijst-vt`;
const PAGINA = 100;

export interface WachtendeCasus extends Wachtende {
  gemeente: string;
  versie: number;
}

/** Every melding that is past its triage term now, longest waiting first. */
export async function zoekWachtenden({ opslag, klok }: Omgeving): Promise<WachtendeCasus[]> {
  const gevonden: WachtendeCasus[] = [];
  const nu = klok.nu();
  let na: string | undefined;
  for (;;) {
    const pagina = await opslag.zoek({
      fasen: ['triage'],
      vervallenOp: nu,
      maximum: PAGINA,
      ...(na !== undefined && { na }),
    });
    for (const { id } of pagina) {
      const gelezen = await opslag.lees(id);
      const casus = gelezen && casusVan(gelezen.waarde);
      const triage = casus?.termijnen.find(({ naam, vervalt }) => naam === 'triage' && vervalt <= nu);
      if (!casus || casus.fase !== 'triage' || !triage) continue;
      const { casusnummer, gemeente, besluitVersie: versie, gescreendOp } = casus;
      gevonden.push({ casusnummer, gemeente, versie, verlopenOp: triage.vervalt, ...(gescreendOp && { gescreendOp }) });
    }
    na = pagina.at(-1)?.id;
    if (pagina.length < PAGINA || na === undefined) break;
  }
  return gevonden.toSorted((a, b) => (a.verlopenOp < b.verlopenOp ? -1 : a.verlopenOp > b.verlopenOp ? 1 : 0));
}

/** Brings the record up to date with the meldingen as they are, and redraws today's card. */
export async function werkWachtlijstBij(omgeving: Omgeving, bezorger: Bezorger): Promise<void> {
  const wachtenden = await zoekWachtenden(omgeving);
  const uitkomst = await muteer(omgeving, {
    casusnummer: WACHTLIJST_VT,
    beslis(casus, nu) {
      const context = { ...omgeving.regels(), nu, door: KLOK, wachtenden };
      // Without meldingen only the clock has work on the record: to close it, and to erase it in the end.
      return casus && (casus.wachtlijstVt?.open || wachtenden.length === 0)
        ? beslisKlok(casus, context)
        : beginWachtlijstVt(WACHTLIJST_VT, casus, context);
    },
    bij: (document, na) => metHertekening(document, na, omgeving),
  });
  if (uitkomst.soort === 'geschreven') bezorger.bezorg(uitkomst);
}

/** Today's card shows what has been screened meanwhile; a new card is drawn as it is anyway, an older one stays as it was. */
function metHertekening(
  document: CasusDocument,
  { versie, wachtlijstVt }: Casus,
  { klok, regels }: Omgeving,
): CasusDocument {
  const nu = klok.nu();
  const dag = wachtlijstVt?.dagen.at(-1)?.dag;
  const { beginVanDag } = regels().kalender;
  const staatEr = 'screening-0' in document.kaarten && dag !== undefined && beginVanDag(dag) === beginVanDag(nu);
  const komtAl = document.postvak.some(({ kaart }) => kaart === 'screening');
  if (!staatEr || komtAl) return document;
  const item: PostvakItem = {
    nr: versie,
    kaart: 'screening',
    aan: 'kanaal-vt',
    bijwerken: true,
    sleutel: `${WACHTLIJST_VT}/${versie}/screening-bijwerken-0/${VEILIG_THUIS}`,
    adres: { kanaal: VEILIG_THUIS },
    pogingen: 0,
    gemaaktOp: nu,
    nietVoor: nu,
  };
  return { ...document, postvak: [...document.postvak, item] };
}
