/**
 * Puts away what the bot's own records held of past months, and reads it again. The archive is written first, and the
 * record goes on by one conditional replace: of two instances one does so, and after a crash between the two the next
 * turn writes the same archive again.
 */
import { vervolg } from '../../kern/beslis.ts';
import { verwerk } from '../../kern/verwerk.ts';
import { metSchakels } from '../bewijs/keten.ts';
import type { Omgeving } from '../omgeving.ts';
import type { CasusDocument, Opslag, Vastgelegd } from '../poorten.ts';
import { metAfgeleiden, nieuwDocument, stukVan } from './casusdocument.ts';
import { KLOK } from './mutatie.ts';

const POGINGEN = 5;

/**
 * Lets the record with this number begin a new month when it is time. It waits for a quiet moment: a message that is
 * still to be sent, or the card of a request for a link, is drawn from its event.
 */
export async function beginMaand(omgeving: Omgeving, nummer: string): Promise<void> {
  const { opslag, klok, log } = omgeving;
  for (let poging = 1; poging <= POGINGEN; poging++) {
    const gelezen = await opslag.lees(nummer);
    const begin = gelezen?.waarde.journaal[0]?.vastgelegdOp;
    if (!gelezen || begin === undefined || gelezen.waarde.postvak.length > 0) return;
    const document = gelezen.waarde;
    const stuk = stukVan(document);
    if (stuk.soort === 'casus') return;
    const nu = klok.nu();
    const regels = omgeving.regels();
    const gevolg = vervolg(stuk, { begin, kop: document.kop }, { ...regels, nu, door: KLOK });
    if (!gevolg || !isRustig(document, omgeving)) return;
    if (!(await bergOp(omgeving, gevolg.archief, document))) {
      log.error({ casusnummer: nummer }, 'registratie niet opgeborgen: er staat iets anders');
      return;
    }
    const { gebeurtenis } = gevolg;
    const verder = { ...document, ...metSchakels({ id: nummer, journaal: [], kop: document.kop }, [gebeurtenis]) };
    const na = verwerk(stuk, gebeurtenis);
    if (await opslag.vervang(metAfgeleiden(verder, na, nu, regels), gelezen.etag)) return;
  }
}

function isRustig(document: CasusDocument, omgeving: Omgeving): boolean {
  const vanKoppeling = Object.values(document.kaarten).some(({ vraag }) => vraag?.bericht.kaart === 'koppeling');
  return !vanKoppeling && omgeving.natekenen({ document, stuk: stukVan(document), omgeving }) === document;
}

/** False when something else stands under that number. What another instance put away is only ever made longer. */
async function bergOp(
  { opslag, klok, regels }: Omgeving,
  id: string,
  { journaal, kop }: CasusDocument,
): Promise<boolean> {
  const kaal = { ...nieuwDocument(id), journaal, kop };
  const archief = metAfgeleiden(kaal, stukVan(kaal), klok.nu(), regels());
  for (let poging = 1; poging <= POGINGEN; poging++) {
    const bewaard = await opslag.lees(id);
    if (!bewaard) {
      if (await opslag.maak(archief)) return true;
      continue;
    }
    const { journaal: er } = bewaard.waarde;
    const kort = Math.min(er.length, journaal.length);
    if (kort === 0 || er[kort - 1]?.keten.hash !== journaal[kort - 1]?.keten.hash) return false;
    if (er.length >= journaal.length || (await opslag.vervang(archief, bewaard.etag))) return true;
  }
  return false;
}

/** The events of a record from the newest back, in the parts in which they are kept; an erased part has none of persons. */
export async function* delenTerug(opslag: Opslag, nummer: string): AsyncGenerator<readonly Vastgelegd[]> {
  for (let volgende: string | undefined = nummer; volgende !== undefined;) {
    const journaal: readonly Vastgelegd[] = (await opslag.lees(volgende))?.waarde.journaal ?? [];
    yield journaal;
    const [eerste] = journaal;
    volgende = eerste?.soort === 'registratie-vervolgd' ? eerste.gegevens.van : undefined;
  }
}
