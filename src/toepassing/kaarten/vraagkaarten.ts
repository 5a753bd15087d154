/**
 * Cards that ask something: a ping, what VT must tell whom, news with buttons, a warning, a link to agree to. Where such a
 * card stands is kept until what it asks is done; it is redrawn in place with what is left, and at last says what happened. Nobody is
 * notified of that, so it comes after every message that calls upon someone (bundel.ts).
 */
import { lopendeOverdracht } from '../../kern/casus.ts';
import { gebeurtenisMet, type Gebeurtenis } from '../../kern/gebeurtenissen.ts';
import type { Stuk } from '../../kern/rij/gebeurtenisrij.ts';
import { toonMoment } from '../../kern/tijd/werkdagen.ts';
import { naGebeurtenissen } from '../../kern/verwerk.ts';
import { teksten } from '../../teksten/nl.ts';
import { foutVelden } from '../omgeving.ts';
import type { CasusDocument, GeplaatsteKaart, Kaartvraag, PostvakItem } from '../poorten.ts';
import { casusbron, stukNaam, type Kaartbron, type Stukbron } from './kaartdelen.ts';
import type { KaartBericht } from './kaartmodellen.ts';
import { koppelingBericht } from './koppelingkaart.ts';
import type { VoortgangModel } from './modellen/overdracht-modellen.ts';
import type { PingModel } from './modellen/termijn-modellen.ts';
import { informerenModel, pingBericht } from './pingkaart.ts';
import { voortgangModel } from './voortgangkaart.ts';
import { wachtlijstVtModel } from './wachtlijstkaarten.ts';

/**
 * A term can be named again every day until it is done. So many of its cards keep their buttons in one conversation; an
 * older one says that there is a newer, so that a casus does not grow without bound.
 */
const LEVEND_PER_TERMIJN = 3;

/** The flags of a model, so that the compiler finds a button that was forgotten here. */
type Vlaggen<M> = { [K in keyof M as M[K] extends boolean ? K : never]: false };
const GEEN_PINGKNOP: Vlaggen<PingModel> = {
  magBevestigen: false,
  magOppakken: false,
  taakGemeente: false,
  magOpschalen: false,
  magOplossen: false,
  magTerugleggenBeantwoorden: false,
  magBespreken: false,
  magZichtBevestigen: false,
  magVervolgVastleggen: false,
  magOverdragen: false,
  magAanvaarden: false,
};
const GEEN_VOORTGANGKNOP: VoortgangModel['knoppen'] = {
  gemeenteGeinformeerd: false,
  terugleggen: false,
  terugnemen: false,
  opschalen: false,
  oplossen: false,
  meningsverschil: false,
  aanvaarden: false,
};

const namenVan = (vlaggen: object): string[] =>
  Object.entries(vlaggen).flatMap(([naam, waarde]) => (waarde === true ? [naam] : []));

/** The card of a message that can ask something; a redraw of one that asks nothing any more says what happened. */
export function vraagkaart(item: PostvakItem, bron: Stukbron): KaartBericht | undefined {
  if (item.vraagkaart === undefined) return zoalsGevraagd(item, bron);
  // The card about a link says by itself how the request ended.
  if (item.kaart === 'koppeling' || vraagtNog(item, bron) !== '') {
    const bericht = zoalsGevraagd(item, bron);
    return bericht && { ...bericht, dringend: false };
  }
  if (heeftNieuwere(item, bron)) {
    const bericht = zoalsGevraagd(item, bron);
    return bericht && alsGedaan(bericht, 'nieuwer', teksten.gedaan.nieuwer, bron.stuk);
  }
  const einde = eindeVan(item, bron);
  const bericht = zoalsGevraagd(item, { ...bron, stuk: einde?.voor ?? bron.stuk });
  // A day's screening that was left undone ends when the next is asked for: that is not done.
  if (bericht && einde?.gebeurtenis.soort === 'screening-gevraagd') {
    return alsGedaan(bericht, 'nieuwer', teksten.gedaan.opnieuw(toonMoment(einde.gebeurtenis.op)), bron.stuk);
  }
  const wat = einde ? watGebeurde(item, einde, bron) : '';
  return bericht && alsGedaan(bericht, 'gedaan', teksten.gedaan.klaar(wat), bron.stuk);
}

function zoalsGevraagd(item: PostvakItem, bron: Stukbron): KaartBericht | undefined {
  const { stuk, document, omgeving } = bron;
  const gebeurtenis = gebeurtenisMet(document.journaal, item.nr);
  switch (item.kaart) {
    case 'ping':
      return pingBericht(item, bron);
    case 'voortgang':
    case 'informeren':
      return overCasus(item, gebeurtenis, casusbron(bron));
    case 'wachtlijst-vt': {
      const model = stuk.soort === 'wachtlijst-vt' ? wachtlijstVtModel(stuk) : undefined;
      const samenvatting = 'Wachtlijst van Veilig Thuis';
      return model && { kaart: 'wachtlijst-vt', model, samenvatting, dringend: true };
    }
    case 'koppeling': {
      const verzoek = stuk.soort === 'beheer' ? stuk.beheer.verzoek : undefined;
      return koppelingBericht(gebeurtenis, item, verzoek, omgeving);
    }
    default:
      return undefined;
  }
}

/** News of a casus, or whom VT must inform about it. */
function overCasus(
  item: PostvakItem,
  gebeurtenis: Gebeurtenis | undefined,
  bron: Kaartbron | undefined,
): KaartBericht | undefined {
  if (!bron || !gebeurtenis) return undefined;
  const { casusnummer, overdrachten } = bron.casus;
  if (item.kaart === 'informeren') {
    const samenvatting = `Informeren over ${casusnummer}`;
    return { kaart: 'informeren', model: informerenModel(gebeurtenis, bron), samenvatting };
  }
  const team = item.team ?? overdrachten.find(({ nr }) => nr === item.overdracht)?.team;
  const model = voortgangModel(gebeurtenis, { ...item, ...(team && { team }) }, bron);
  return model && { kaart: 'voortgang', model, samenvatting: `Bericht over ${casusnummer}` };
}

/** What a card asks in this casus, in words that only have to be compared; '' when nothing is left to ask. */
export function vraagtNog(item: PostvakItem, bron: Stukbron): string {
  if (item.vraagkaart !== undefined && heeftNieuwere(item, bron)) return '';
  const bericht = zoalsGevraagd(item, bron);
  switch (bericht?.kaart) {
    case 'ping': {
      const open = openTermijnen(item, bron.stuk);
      if (open.length === 0) return '';
      const { informeer, monitoring, stap, ...model } = bericht.model;
      const vlaggen = Object.entries(model).filter(([naam]) => naam in GEEN_PINGKNOP);
      return [
        ...open,
        ...namenVan(Object.fromEntries(vlaggen)),
        ...informeer.map(({ wie }) => wie),
        ...monitoring.map(({ termijn }) => termijn),
        `stap-${stap}`,
      ].join(' ');
    }
    case 'voortgang': {
      const knoppen = namenVan(bericht.model.knoppen);
      return knoppen.length === 0 ? '' : [...knoppen, `stap-${bericht.model.stap}`].join(' ');
    }
    case 'informeren':
      return bericht.model.taken.map(({ wie }) => wie).join(' ');
    case 'wachtlijst-vt':
      return 'wachtlijst';
    case 'koppeling':
      return bericht.model.open ? 'koppeling' : '';
    default:
      return '';
  }
}

const openTermijnen = ({ stappen = [] }: Pick<PostvakItem, 'stappen'>, { termijnen }: Stuk): string[] =>
  stappen.flatMap(({ termijn }) => (termijnen.some(({ id }) => id === termijn) ? [termijn] : []));

function heeftNieuwere(item: PostvakItem, { stuk, document }: Stukbron): boolean {
  const open = openTermijnen(item, stuk);
  const plek = JSON.stringify(item.adres);
  const nieuwere = Object.values(document.kaarten).filter(
    ({ vraag }) =>
      vraag?.bericht.kaart === 'ping' &&
      vraag.bericht.nr > item.nr &&
      JSON.stringify(vraag.bericht.adres) === plek &&
      open.every((termijn) => vraag.bericht.stappen?.some((stap) => stap.termijn === termijn)),
  );
  return open.length > 0 && nieuwere.length >= LEVEND_PER_TERMIJN;
}

interface Einde {
  /** The record as it was when the card still asked. */
  voor: Stuk;
  gebeurtenis: Gebeurtenis;
}

/** The event with which a card had nothing left to ask. */
function eindeVan(item: PostvakItem, bron: Stukbron): Einde | undefined {
  const { id, journaal } = bron.document;
  const standen: Einde[] = [];
  let voor: Stuk | undefined;
  for (const gebeurtenis of journaal) {
    if (voor && gebeurtenis.nr > item.nr) standen.push({ voor, gebeurtenis });
    voor = naGebeurtenissen(id, voor, [gebeurtenis]);
  }
  return standen.findLast((stand) => vraagtNog(item, { ...bron, stuk: stand.voor }) !== '');
}

/** What happened, without anybody's words; nothing for a team that has no part in where the casus is now. */
function watGebeurde({ aan, team }: PostvakItem, { voor, gebeurtenis }: Einde, { omgeving }: Stukbron): string {
  const { soort, op, door } = gebeurtenis;
  const vanTeam = aan === 'kanaal-team' || aan === 'leidinggevende-team';
  const lopend = voor.soort === 'casus' ? lopendeOverdracht(voor) : undefined;
  if (vanTeam && lopend?.team !== team && soort !== 'monitoring-afgerond') return '';
  // Whom VT informed is one of three words, and what the card asked.
  const zin = soort === 'geinformeerd' ? teksten.gebeurtenis : teksten.gebeurtenisKort;
  const doorNaam = aan === 'contactambtenaar' ? '' : (door.naam ?? '');
  return teksten.gedaan.wat(
    zin(gebeurtenis, (sleutel) => omgeving.adresboek().naam(sleutel)),
    toonMoment(op),
    doorNaam,
  );
}

function alsGedaan(bericht: KaartBericht, ernst: 'gedaan' | 'nieuwer', gedaan: string, stuk: Stuk): KaartBericht {
  const samenvatting = teksten.gedaan.samenvatting[ernst](stukNaam(stuk));
  switch (bericht.kaart) {
    case 'ping': {
      const over = bericht.model.stappen.map(({ naam, bron }) => `${naam} (${bron})`);
      const leeg = {
        ...GEEN_PINGKNOP,
        aanhef: '',
        stappen: [],
        // The words to read were those of the history, which is no longer on it.
        geschiedenis: [],
        lees: 0,
        letOp: [],
        informeer: [],
        monitoring: [],
      };
      const model = { ...bericht.model, ...leeg, ernst, gedaan: `${gedaan} ${teksten.gedaan.over(over)}` };
      return { kaart: 'ping', model, samenvatting };
    }
    case 'voortgang': {
      const leeg = { knoppen: GEEN_VOORTGANGKNOP, letOp: [] };
      return { kaart: 'voortgang', model: { ...bericht.model, ...leeg, gedaan }, samenvatting };
    }
    case 'informeren':
      return { kaart: 'informeren', model: { ...bericht.model, taken: [], gedaan }, samenvatting };
    case 'wachtlijst-vt':
      return { kaart: 'wachtlijst-vt', model: { ...bericht.model, gedaan }, samenvatting };
    default:
      return bericht;
  }
}

/** The cards of a casus after a try: one that asks is kept, one that asks nothing any more or is gone is let go. */
export function naPoging(
  kaarten: CasusDocument['kaarten'],
  claim: PostvakItem,
  { bezorgd, vroeg = '', isWeg }: { bezorgd: GeplaatsteKaart | undefined; vroeg: string | undefined; isWeg: boolean },
): CasusDocument['kaarten'] {
  const na = { ...kaarten };
  if (claim.vraagkaart !== undefined) {
    const oud = na[claim.vraagkaart];
    if (oud?.vraag && bezorgd && vroeg !== '') na[claim.vraagkaart] = { ...oud, vraag: { ...oud.vraag, vroeg } };
    else if (isWeg) delete na[claim.vraagkaart];
  } else if (bezorgd && vroeg !== '' && !claim.bijwerken) {
    const { conversatie, activiteit } = bezorgd;
    na[claim.sleutel] = { conversatie, activiteit, vraag: { bericht: berichtVan(claim), vroeg } };
  }
  return na;
}

/** What it takes to draw it again, and nothing of how it was delivered. */
const berichtVan = ({ nr, kaart, aan, team, overdracht, stappen, adres }: PostvakItem): Kaartvraag['bericht'] => ({
  nr,
  kaart,
  aan,
  ...(team !== undefined && { team }),
  ...(overdracht !== undefined && { overdracht }),
  ...(stappen && { stappen }),
  adres,
});

/** Has every card redrawn that asks something else now than when it was drawn; one waiting redraw of each is enough. */
export function metNatekeningen(bron: Stukbron): CasusDocument {
  const { document, omgeving } = bron;
  const nu = omgeving.klok.nu();
  const erbij = Object.entries(document.kaarten).flatMap(([sleutel, { vraag }]) => {
    if (!vraag || document.postvak.some(({ vraagkaart: van }) => van === sleutel)) return [];
    const item: PostvakItem = {
      ...vraag.bericht,
      bijwerken: true,
      vraagkaart: sleutel,
      sleutel: `${sleutel}/bijwerken`,
      pogingen: 0,
      gemaaktOp: nu,
      nietVoor: nu,
    };
    try {
      return vraagtNog(item, bron) === vraag.vroeg ? [] : [item];
    } catch (fout) {
      // One card that cannot be drawn any more must not keep its casus from being written at all.
      omgeving.log.error(
        { casusnummer: document.id, kaart: item.kaart, ...foutVelden(fout) },
        'kaart niet te hertekenen',
      );
      return [];
    }
  });
  return erbij.length === 0 ? document : { ...document, postvak: [...document.postvak, ...erbij] };
}
