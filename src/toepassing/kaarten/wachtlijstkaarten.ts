/** The cards about VT's wachtlijst, and what the stuurgroep hears (§4.2, §4.3, Add.7). */
import { gebeurtenisMet } from '../../kern/gebeurtenissen.ts';
import { tempo } from '../../kern/onderwerpen/wachtlijst-vt.ts';
import type { WachtlijstVtStuk } from '../../kern/stuk.ts';
import { toonDag, toonTermijn, verschuif, type Instant } from '../../kern/tijd/werkdagen.ts';
import { teksten } from '../../teksten/nl.ts';
import { WACHTLIJST_VT, type WachtendeCasus } from '../casus/wachtlijstregistratie.ts';
import type { Omgeving } from '../omgeving.ts';
import type { PostvakItem } from '../poorten.ts';
import type { Stukbron } from './kaartdelen.ts';
import type { ScreeningModel, StuurgroepModel, WachtlijstVtModel } from './modellen/termijn-modellen.ts';
import { ontbrekenden } from './voortgangkaart.ts';

/** Characters that the lists of the screening card may take: a message of Teams holds 14,336, the rest of it 4,000. */
const SCREENING_TEKENS = 10_000;
/** What one line of a list costs besides its texts: `{"title":"","value":""},`. */
const KEUZE_TEKENS = 24;
const STUURGROEP_REGELS = 15;

const kosten = ({ title, value }: { title: string; value: string }): number =>
  JSON.stringify(title).length + JSON.stringify(value).length + KEUZE_TEKENS;

/**
 * Today's screening: every open melding, what still has to be looked at first (Add.7). A melding stands in two lists: to
 * tick as screened, and to report direct gevaar; as many as fit, and what does not fit follows when these are screened.
 */
export function screeningModel(wachtenden: readonly WachtendeCasus[], omgeving: Omgeving): ScreeningModel {
  const nu = omgeving.klok.nu();
  const { kalender, beleid } = omgeving.regels();
  const { duur } = beleid.termijnen.screening;
  const vandaag = kalender.beginVanDag(nu);
  const isGescreend = ({ gescreendOp }: WachtendeCasus): boolean =>
    gescreendOp !== undefined && kalender.beginVanDag(gescreendOp) === vandaag;
  const leesbaar = wachtenden.filter(({ onleesbaar }) => !onleesbaar);
  const open = leesbaar.filter((wachtende) => !isGescreend(wachtende));
  const klaar = leesbaar.filter(isGescreend).map(({ casusnummer }) => casusnummer);
  const teScreenen: ScreeningModel['teScreenen'] = [];
  const gevaar: ScreeningModel['gevaar'] = [];
  let over = SCREENING_TEKENS;
  const past = (...regels: { title: string; value: string }[]): boolean => {
    const kost = regels.reduce((som, regel) => som + kosten(regel), 0);
    over = kost > over ? 0 : over - kost;
    return over > 0;
  };
  for (const { casusnummer, gemeente, verlopenOp, ontvangenOp } of open) {
    const naam = omgeving.adresboek().gemeente(gemeente)?.naam ?? gemeente;
    const sinds = { ...(verlopenOp && { teLaat: verlopenOp }), ...(ontvangenOp && { ontvangen: ontvangenOp }) };
    const keuze = { title: teksten.screening.keuze(casusnummer, naam, sinds), value: casusnummer };
    const kort = { title: casusnummer, value: casusnummer };
    if (!past(keuze, kort)) break;
    teScreenen.push(keuze);
    gevaar.push(kort);
  }
  // Danger that is seen in the afternoon is reported here as well.
  for (const casusnummer of klaar) {
    const kort = { title: casusnummer, value: casusnummer };
    if (!past(kort)) break;
    gevaar.push(kort);
  }
  return {
    dag: toonDag(nu),
    voor: 'opDeDag' in duur ? duur.opDeDag : '',
    casusnummer: WACHTLIJST_VT,
    versie: wachtenden.reduce((som, { versie }) => som + versie, wachtenden.length),
    nogTeScreenen: wachtenden.length - klaar.length,
    teScreenen,
    meer: open.length - teScreenen.length,
    gevaar,
    gescreend: teksten.screening.gescreend(klaar),
    onleesbaar: teksten.screening.onleesbaar(
      wachtenden.flatMap(({ onleesbaar, casusnummer }) => (onleesbaar ? [casusnummer] : [])),
    ),
  };
}

/** The pace of VT's wachtlijst, in words, with how it was computed. */
export function wachtlijstVtModel({
  wachtlijstVt: lijst,
  termijnen,
  besluitOp,
}: WachtlijstVtStuk): WachtlijstVtModel | undefined {
  const gemeten = tempo(lijst);
  const termijn = termijnen.find(({ naam }) => naam === 'wachtlijst-vt');
  if (!gemeten || !termijn) return undefined;
  return {
    aantal: gemeten.aantal,
    uiterlijk: toonTermijn(termijn.vervalt),
    // Counted from the warning itself: a card that is drawn later must not say another day.
    ...teksten.tempo(gemeten, lijst.dagen.length, toonDag(verschuif(besluitOp, gemeten.dagen * DAG_MS))),
    gedaan: '',
  };
}

const DAG_MS = 86_400_000;
const dagenSinds = (toen: Instant, nu: Instant): number => Math.floor((Date.parse(nu) - Date.parse(toen)) / DAG_MS);

/** For the stuurgroep: numbers, ages and casusnummers, and nothing else (§4.3, domein.md §8). */
export function stuurgroepModel(
  item: PostvakItem,
  { stuk, document, omgeving }: Stukbron,
  wachtenden: readonly WachtendeCasus[],
): StuurgroepModel {
  const nu = omgeving.klok.nu();
  const bron = gebeurtenisMet(document.journaal, item.nr)?.bron ?? '§4.3';
  if (stuk.soort !== 'casus') {
    // Who is not late is screened with the others, and is no part of the wachtlijst.
    const regels = wachtenden.flatMap(({ casusnummer, verlopenOp }) =>
      verlopenOp === undefined ? [] : [{ casusnummer, leeftijd: teksten.dagen(dagenSinds(verlopenOp, nu)) }],
    );
    return { onderwerp: 'wachtlijst-vt', aantal: regels.length, regels: regels.slice(0, STUURGROEP_REGELS), bron };
  }
  const terugkerend = gebeurtenisMet(document.journaal, item.nr);
  const inPlaatsVan = ontbrekenden(item, document).some(({ naar }) => naar.includes('stuurgroep'));
  const sinds = stuk.fase === 'meningsverschil' ? stuk.sinds : stuk.laatstVastgelegd;
  const regels = [{ casusnummer: stuk.casusnummer, leeftijd: teksten.dagen(dagenSinds(sinds, nu)) }];
  return terugkerend?.soort === 'terugkerend-meningsverschil'
    ? { onderwerp: terugkerend.soort, aantal: terugkerend.gegevens.aantal, regels, bron }
    : { onderwerp: inPlaatsVan ? 'niemand-bereikbaar' : 'meningsverschil', aantal: 1, regels, bron };
}
