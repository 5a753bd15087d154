/**
 * Who sends which message. An instance claims one message of a casus at a time, with the write that comes before the
 * sending, so that a crash leaves at most one of which nobody knows whether it arrived, and no two send in one casus.
 */
import type { Stuk } from '../../kern/rij/gebeurtenisrij.ts';
import { isNogVast, KLOKVERSCHIL_MS } from '../../kern/tijd/klokverschil.ts';
import { verschuif, type Instant } from '../../kern/tijd/werkdagen.ts';
import type { CasusDocument, PostvakItem } from '../poorten.ts';
import { mag } from './pogingen.ts';

/** How long an instance has for its claim: 25 s for its turn, 10 s for a token, 10 s for sending, the rest to write it down. */
export const CLAIM_MS = 60_000;
/** No message waits longer than this for its next try, whatever a receiver asks. */
export const LANGSTE_UITSTEL_MS = 60 * 60_000;

/** Chooses among the messages that nobody sends, in the order in which they were caused; `due`: whose time has come. */
export type Keuze = (vrij: { due: PostvakItem[]; wachtend: PostvakItem[] }, stuk: Stuk) => PostvakItem | undefined;

/** When a claim has run out for every instance, also for one whose clock is behind that of who holds it. */
export const einde = (bezigTot: Instant): Instant => verschuif(bezigTot, KLOKVERSCHIL_MS);

const isBezig = ({ bezigTot }: PostvakItem, nu: Instant): boolean =>
  bezigTot !== undefined && isNogVast(bezigTot, nu, CLAIM_MS);

const isAanDeBeurt = ({ bezigTot, nietVoor }: PostvakItem, nu: Instant): boolean =>
  bezigTot === undefined && (nietVoor <= nu || nietVoor > verschuif(nu, LANGSTE_UITSTEL_MS + KLOKVERSCHIL_MS));

/**
 * The messages whose claim ran out are free again; all but the redraws may have arrived, because posting is not
 * idempotent. One that was tried as often as it may is gone: whatever it is that ends every try would end the next.
 */
export function laatVerlopenLos(
  document: CasusDocument,
  nu: Instant,
): { document: CasusDocument; onzeker: PostvakItem[]; opgegeven: PostvakItem[] } {
  const onzeker: PostvakItem[] = [];
  const opgegeven: PostvakItem[] = [];
  const postvak = document.postvak.flatMap((item) => {
    if (item.bezigTot === undefined || isBezig(item, nu)) return [item];
    const { bezigTot: _verlopen, ...vrij } = item;
    if (!mag(item)) {
      if (!item.bijwerken) opgegeven.push(item);
      return [];
    }
    if (item.bijwerken) return [{ ...vrij, nietVoor: nu }];
    onzeker.push(item);
    return [{ ...vrij, nietVoor: nu, onzeker: true as const }];
  });
  const anders =
    postvak.length !== document.postvak.length || postvak.some((item, index) => item !== document.postvak[index]);
  return { document: anders ? { ...document, postvak } : document, onzeker, opgegeven };
}

/** Messages that may be sent now: none while one of this casus is being sent. */
export const teVersturen = ({ postvak }: CasusDocument, nu: Instant): PostvakItem[] =>
  postvak.some((item) => isBezig(item, nu)) ? [] : postvak.filter((item) => isAanDeBeurt(item, nu));

export const metItem = (document: CasusDocument, sleutel: string, anders: Partial<PostvakItem>): CasusDocument => ({
  ...document,
  postvak: document.postvak.map((item) => (item.sleutel === sleutel ? { ...item, ...anders } : item)),
});

/** Leaves these to this instance for a while, without a try: when it dies they are sent by another, for the first time. */
export function zetOpzij(document: CasusDocument, items: readonly PostvakItem[], nu: Instant): CasusDocument {
  if (items.length === 0) return document;
  const nietVoor = einde(verschuif(nu, CLAIM_MS));
  return {
    ...document,
    postvak: document.postvak.map((item) => (items.includes(item) ? { ...item, nietVoor } : item)),
  };
}

/** Takes the chosen message upon this instance. */
export function neem(
  document: CasusDocument,
  stuk: Stuk,
  { nu, keuze }: { nu: Instant; keuze: Keuze },
): { document: CasusDocument; claim?: PostvakItem } {
  if (document.postvak.some((item) => isBezig(item, nu))) return { document };
  const gekozen = keuze({ due: teVersturen(document, nu), wachtend: document.postvak }, stuk);
  if (!gekozen) return { document };
  const claim = { ...gekozen, pogingen: gekozen.pogingen + 1, bezigTot: verschuif(nu, CLAIM_MS) };
  return {
    document: { ...document, postvak: document.postvak.map((item) => (item === gekozen ? claim : item)) },
    claim,
  };
}

/** Still this instance's, so that what it knows of the try may be written over it. */
export const isNogVan = (claim: PostvakItem, { postvak }: CasusDocument): boolean =>
  postvak.some(({ sleutel, bezigTot }) => sleutel === claim.sleutel && bezigTot === claim.bezigTot);

/** The earliest instant at which a message can be sent or its claim runs out. */
export function volgendeVerzending(postvak: readonly PostvakItem[]): Instant[] {
  const bezig = postvak.flatMap(({ bezigTot }) => (bezigTot === undefined ? [] : [einde(bezigTot)]));
  return bezig.length > 0 ? bezig : postvak.map(({ nietVoor }) => nietVoor);
}
