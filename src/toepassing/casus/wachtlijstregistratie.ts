/**
 * VT's own wachtlijst (§4.2, Add.7): finds the open meldingen and keeps the record of the late ones, which is
 * guarded and delivered by the same round as the casussen. A rerun is harmless.
 */
import { beginWachtlijstVt, beslisKlok } from '../../kern/beslis.ts';
import type { Stuk } from '../../kern/rij/gebeurtenisrij.ts';
import type { Wachtende } from '../../kern/rij/opdrachtrij.ts';
import { EIGEN } from '../../kern/stuk.ts';
import type { Instant } from '../../kern/tijd/werkdagen.ts';
import { paginas } from '../elk.ts';
import { foutVelden, type Omgeving } from '../omgeving.ts';
import { VEILIG_THUIS, type CasusDocument, type CasusRegel, type PostvakItem } from '../poorten.ts';
import { casusVan, isCasusRegel, stukVan } from './casusdocument.ts';
import { KLOK, muteerStuk, type Verzender } from './mutatie.ts';
import { beginMaand } from './registratiemaand.ts';

/** The record's own number. */
export const WACHTLIJST_VT = `${EIGEN}wachtlijst-vt`;
/** Casussen that are read at once. */
const TEGELIJK = 8;

/** Why the record is looked at: the round's turn, or something that was done just now. */
type Aanleiding = 'ronde' | 'veranderd';

export interface WachtendeCasus extends Wachtende {
  gemeente: string;
  versie: number;
  /** When the melding that is in triage was received; absent where that cannot be read. */
  ontvangenOp?: Instant;
  /** It stands in the store and cannot be read: it waits, and nobody can screen it here. */
  onleesbaar?: true;
}

/** Every open melding, late or not: those past their triage term first, longest waiting first, then by receipt. */
export async function zoekWachtenden(omgeving: Omgeving): Promise<WachtendeCasus[]> {
  const gevonden: WachtendeCasus[] = [];
  for await (const pagina of paginas(omgeving.opslag, { fasen: ['triage'] })) {
    const wachtrij = pagina.filter(isCasusRegel);
    const lezer = async (): Promise<void> => {
      for (let regel = wachtrij.shift(); regel; regel = wachtrij.shift()) {
        const wachtende = await leesWachtende(omgeving, regel);
        if (wachtende) gevonden.push(wachtende);
      }
    };
    await Promise.all(Array.from({ length: TEGELIJK }, lezer));
  }
  return gevonden.toSorted(opVolgorde);
}

/** Late ones come before the others, and an equal wait in order of casusnummer, so that a redraw moves nothing. */
function opVolgorde(a: WachtendeCasus, b: WachtendeCasus): number {
  const rang = ({ verlopenOp, ontvangenOp, casusnummer }: WachtendeCasus): string =>
    [verlopenOp === undefined ? '1' : '0', verlopenOp ?? ontvangenOp ?? '', casusnummer].join(' ');
  return rang(a) < rang(b) ? -1 : 1;
}

/** The melding as it is now; `undefined` when its triage was finished meanwhile. */
async function leesWachtende(
  { opslag, klok, log, teller }: Omgeving,
  regel: CasusRegel,
): Promise<WachtendeCasus | undefined> {
  const { id, gemeente, vroegsteVerval } = regel;
  const nu = klok.nu();
  try {
    const gelezen = await opslag.lees(id);
    const casus = gelezen && casusVan(gelezen.waarde);
    const triage = casus?.termijnen.find(({ naam }) => naam === 'triage');
    if (!casus || casus.fase !== 'triage' || !triage) return undefined;
    const { casusnummer, besluitVersie: versie, gescreendOp } = casus;
    const begin = gelezen.waarde.journaal.find(({ start }) => start?.some((termijn) => termijn.id === triage.id));
    return {
      casusnummer,
      gemeente: casus.gemeente,
      versie,
      ontvangenOp: triage.vanaf,
      ...(begin && { bekendOp: begin.vastgelegdOp }),
      ...(triage.vervalt <= nu && { verlopenOp: triage.vervalt }),
      ...(gescreendOp && { gescreendOp }),
    };
  } catch (fout) {
    teller.mislukt('wachtlijst');
    // Left out it would end a wachtlijst, or a day's screening, that is not over: it waits until somebody mends it.
    log.error({ casusnummer: id, ...foutVelden(fout) }, 'melding onleesbaar: telt als niet gescreend');
    const teLaat = vroegsteVerval !== null && vroegsteVerval <= nu;
    return { casusnummer: id, gemeente, versie: 0, onleesbaar: true, ...(teLaat && { verlopenOp: vroegsteVerval }) };
  }
}

const isOpenLijst = (stuk: Stuk | undefined): boolean => stuk?.soort === 'wachtlijst-vt' && stuk.wachtlijstVt.open;

/** An open melding came or went, or was screened: only while VT has a wachtlijst there is a record to keep. */
export async function raakWachtlijst(omgeving: Omgeving, verzender: Verzender): Promise<void> {
  const gelezen = await omgeving.opslag.lees(WACHTLIJST_VT);
  if (gelezen && isOpenLijst(stukVan(gelezen.waarde))) await werkWachtlijstBij(omgeving, verzender, 'veranderd');
}

/** A new melding changes nothing about the wachtlijst; it stands on today's card. */
export async function hertekenWachtlijst(omgeving: Omgeving, verzender: Verzender): Promise<void> {
  const uitkomst = await muteerStuk(omgeving, {
    casusnummer: WACHTLIJST_VT,
    beslis: (stuk) => (isOpenLijst(stuk) ? { gebeurtenissen: [] } : { gestopt: true }),
    bij: (document, na) => metHertekening(document, na, omgeving, 'veranderd'),
  });
  if (uitkomst.soort === 'geschreven') verzender.bezorg(uitkomst);
}

/**
 * Brings the record up to date with the meldingen as they are, and redraws today's card. `veranderd`: somebody changed
 * something just now, which a card that is under way does not show.
 */
export async function werkWachtlijstBij(
  omgeving: Omgeving,
  verzender: Verzender,
  waarom: Aanleiding = 'ronde',
): Promise<void> {
  if (waarom === 'ronde') await beginMaand(omgeving, WACHTLIJST_VT);
  const wachtenden = await zoekWachtenden(omgeving);
  const uitkomst = await muteerStuk(omgeving, {
    casusnummer: WACHTLIJST_VT,
    beslis(stuk, nu) {
      const context = { ...omgeving.regels(), nu, door: KLOK, wachtenden };
      // Without late meldingen only the clock has work on the record: to close it, and to erase it in the end.
      const isErEen = wachtenden.some(({ verlopenOp }) => verlopenOp !== undefined);
      const lijst = stuk?.soort === 'wachtlijst-vt' ? stuk : undefined;
      return lijst && (lijst.wachtlijstVt.open || !isErEen)
        ? beslisKlok(lijst, context)
        : beginWachtlijstVt(WACHTLIJST_VT, lijst, context);
    },
    bij: (document, na) => metHertekening(document, na, omgeving, waarom),
  });
  if (uitkomst.soort === 'geschreven') verzender.bezorg(uitkomst);
}

/** Today's card shows what has been screened meanwhile; a new card is drawn as it is anyway, an older one stays as it was. */
function metHertekening(
  document: CasusDocument,
  stuk: Stuk,
  { klok, regels }: Omgeving,
  waarom: Aanleiding,
): CasusDocument {
  const nu = klok.nu();
  const { versie } = stuk;
  const dag = stuk.soort === 'wachtlijst-vt' ? stuk.wachtlijstVt.dagen.at(-1)?.dag : undefined;
  const { beginVanDag } = regels().kalender;
  const berichten = document.postvak.filter(({ kaart }) => kaart === 'screening');
  const staatEr = 'screening-0' in document.kaarten || berichten.length > 0;
  const isVanVandaag = dag !== undefined && beginVanDag(dag) === beginVanDag(nu);
  // What waits to be sent is drawn as it is then; what is under way may have been drawn before this change.
  const komtAl = berichten.some(({ bezigTot }) => waarom === 'ronde' || bezigTot === undefined);
  if (!staatEr || !isVanVandaag || komtAl) return document;
  const begin = `${WACHTLIJST_VT}/${versie}/screening-bijwerken-`;
  const nr = berichten.some(({ sleutel }) => sleutel.startsWith(`${begin}0/`)) ? 1 : 0;
  const item: PostvakItem = {
    nr: versie,
    kaart: 'screening',
    aan: 'kanaal-vt',
    bijwerken: true,
    sleutel: `${begin}${nr}/${VEILIG_THUIS}`,
    adres: { kanaal: VEILIG_THUIS },
    pogingen: 0,
    gemaaktOp: nu,
    nietVoor: nu,
  };
  return { ...document, postvak: [...document.postvak, item] };
}
