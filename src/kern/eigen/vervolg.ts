/** When a record of the bot's own goes on in a new month, and what it takes along (stuk.ts). */
import { gebeurtenis, type Gebeurd, type Nieuw } from '../rij/gebeurtenisrij.ts';
import {
  archiefVan,
  type Beheer,
  type EigenStuk,
  type Toezicht,
  type WachtlijstTeam,
  type WachtlijstVt,
} from '../stuk.ts';
import type { LopendeTermijn } from '../termijnen.ts';
import { lokaleDatum, verschuif, type Instant } from '../tijd/werkdagen.ts';
import { beginEigen } from './begin.ts';
import { isOpenVerzoek } from './koppeling.ts';
import { zonderOude } from './verbinding.ts';

/** What the record takes along into a new month. */
export interface Vervolgstand {
  besluitVersie: number;
  besluitOp: Instant;
  begonnenOp: Instant;
  termijnen: LopendeTermijn[];
  wachtlijstVt?: WachtlijstVt;
  wachtlijstTeam?: WachtlijstTeam;
  toezicht?: Toezicht;
  beheer?: Beheer;
  gewist?: { nr: number; op: Instant; overdrachten: number };
}

/** `kop` is the hash of its event `totEnMet`. */
interface Vervolgd {
  van: string;
  totEnMet: number;
  kop: string;
  stand: Vervolgstand;
}

const naVervolg = (nummer: string, gebeurd: Gebeurd<Vervolgd>): EigenStuk => {
  const { besluitVersie, besluitOp, begonnenOp, termijnen, gewist, wachtlijstVt, wachtlijstTeam, beheer, toezicht } =
    gebeurd.gegevens.stand;
  const basis = {
    ...beginEigen(nummer, gebeurd),
    versie: gebeurd.nr,
    besluitVersie,
    besluitOp,
    begonnenOp,
    termijnen,
    ...(gewist && { gewist }),
  };
  if (wachtlijstVt) return { ...basis, soort: 'wachtlijst-vt', wachtlijstVt };
  if (wachtlijstTeam) return { ...basis, soort: 'wachtlijst-team', wachtlijstTeam };
  if (beheer) return { ...basis, soort: 'beheer', beheer };
  return { ...basis, soort: 'toezicht', toezicht: toezicht ?? { gemeld: [] } };
};

const vervolgd = gebeurtenis<Vervolgd>()('registratie-vervolgd', {
  van: 'elk',
  bron: 'domein §9',
  besluit: false,
  // It names the beheerder who asked for a link, in the record of the adresboek alone, which is never closed.
  velden: { van: 'blijft', totEnMet: 'blijft', kop: 'blijft', stand: 'blijft' },
  woorden: 'geen',
  begint: naVervolg,
  verwerk: (stuk, gebeurd) => (stuk.soort === 'casus' ? stuk : naVervolg(stuk.nummer, gebeurd)),
  hoort: [],
});

export const gebeurtenissen = { 'registratie-vervolgd': vervolgd.rij };

const maandVan = (op: Instant): string => {
  const { jaar, maand } = lokaleDatum(op);
  return `${jaar}-${String(maand).padStart(2, '0')}`;
};

const MAAND_MS = 31 * 24 * 60 * 60_000;

const zonderOudeBreuken = ({ verbroken, ...beheer }: Beheer, tot: Instant): Beheer => ({
  ...beheer,
  ...(verbroken && { verbroken: zonderOude(verbroken, tot) }),
});

/** All that the fold knows of a record of the bot's own. */
function standVan(stuk: EigenStuk, nu: Instant): Vervolgstand {
  const { besluitVersie, besluitOp, begonnenOp, termijnen, gewist } = stuk;
  return {
    besluitVersie,
    besluitOp,
    begonnenOp,
    termijnen,
    ...(stuk.soort === 'wachtlijst-vt' && { wachtlijstVt: stuk.wachtlijstVt }),
    ...(stuk.soort === 'wachtlijst-team' && { wachtlijstTeam: stuk.wachtlijstTeam }),
    ...(stuk.soort === 'toezicht' && { toezicht: stuk.toezicht }),
    ...(stuk.soort === 'beheer' && { beheer: zonderOudeBreuken(stuk.beheer, verschuif(nu, -MAAND_MS)) }),
    ...(gewist && { gewist }),
  };
}

/**
 * The number under which the journal so far is put away, and the event that the record goes on from. `undefined` while it
 * is the month in which this journal begins, and while a request for a link can be answered, whose card is drawn from its
 * event. The month is that of the clock: one that goes back puts nothing away.
 */
export function nieuweMaand(
  stuk: EigenStuk,
  { begin, kop }: { begin: Instant; kop: string },
  nu: Instant,
): { archief: string; nieuw: Nieuw } | undefined {
  const wacht = stuk.soort === 'beheer' && isOpenVerzoek(stuk.beheer.verzoek, nu);
  if (maandVan(nu) <= maandVan(begin) || wacht) return undefined;
  const archief = archiefVan(stuk.nummer, maandVan(begin));
  const gegevens = { van: archief, totEnMet: stuk.versie, kop, stand: standVan(stuk, nu) };
  return { archief, nieuw: vervolgd(gegevens, { verantwoordelijk: 'blijft' }) };
}

/** Of a record that was put away everything goes on in the next one. */
export function zonderLoop(stuk: EigenStuk): EigenStuk {
  const stil = { ...stuk, termijnen: [] };
  switch (stil.soort) {
    case 'wachtlijst-vt':
      return { ...stil, wachtlijstVt: { ...stil.wachtlijstVt, open: false } };
    case 'wachtlijst-team':
      return { ...stil, wachtlijstTeam: { ...stil.wachtlijstTeam, open: false } };
    case 'beheer':
    case 'toezicht':
      return stil;
  }
}
