/**
 * The hash chain of a journal: every event carries the digest of itself and of the one before it, the first of the
 * casusnummer, so that no event can be changed, left out, moved or taken to another casus without it showing.
 * Persons and free text are bound by a digest of their own, with a random salt that is erased with them: without the
 * salt nobody can try whether a name fits, and the chain still holds.
 */
import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { Gebeurtenis } from '../../kern/gebeurtenissen.ts';
import { splits, SPLITSING, wis, type Splitsing } from '../../kern/journaal/wisbaar.ts';
import type { CasusDocument, Schakel, Vastgelegd } from '../poorten.ts';

/** How this event is divided, as it was bound. */
export const vormVan = ({ vorm = 1 }: Schakel): Splitsing => vorm;

/** JSON with one form for one value, whatever order a store gives its fields in (RFC 8785). */
export function canoniek(waarde: unknown): string {
  return JSON.stringify(waarde, (_sleutel, deel: unknown) =>
    typeof deel === 'object' && deel !== null && !Array.isArray(deel)
      ? Object.fromEntries(Object.entries(deel).sort(([a], [b]) => (a < b ? -1 : 1)))
      : deel,
  );
}

export const nieuwZout = (): string => randomBytes(16).toString('base64url');

/** Digest of what can be erased, which says nothing to whoever does not have the salt. */
export const afdruk = (zout: string, waarde: unknown): string =>
  createHmac('sha256', Buffer.from(zout, 'base64url')).update(canoniek(waarde)).digest('base64url');

const sha256 = (waarde: unknown): string => createHash('sha256').update(canoniek(waarde)).digest('base64url');

/** What the first event of a casus follows on. */
export const beginVanKeten = (casusnummer: string): string => sha256({ casusnummer });

/** The hash that an event must have after the one before it; `undefined` as digest where it has nothing to erase. */
export function schakelHash(
  vorige: string,
  gebeurtenis: Gebeurtenis,
  { wisbaar, vorm }: { wisbaar: string | undefined; vorm: Splitsing },
): string {
  const { keten: _keten, ...vast } = splits(gebeurtenis, vorm).vast as { keten?: Schakel };
  return sha256({ vorige, gebeurtenis: vast, wisbaar });
}

function schakel(vorige: string, gebeurtenis: Gebeurtenis): Vastgelegd {
  const vorm = SPLITSING;
  const { wisbaar } = splits(gebeurtenis, vorm);
  if (Object.keys(wisbaar).length === 0) {
    return { ...gebeurtenis, keten: { hash: schakelHash(vorige, gebeurtenis, { wisbaar: undefined, vorm }), vorm } };
  }
  const zout = nieuwZout();
  const hash = schakelHash(vorige, gebeurtenis, { wisbaar: afdruk(zout, wisbaar), vorm });
  return { ...gebeurtenis, keten: { hash, zout, vorm } };
}

/** The journal with these events linked to its end. Only the new ones are hashed. */
export function metSchakels(
  { id, journaal, kop }: Pick<CasusDocument, 'id' | 'journaal' | 'kop'>,
  nieuw: readonly Gebeurtenis[],
): Pick<CasusDocument, 'journaal' | 'kop'> {
  const erbij: Vastgelegd[] = [];
  let vorige = kop === '' ? beginVanKeten(id) : kop;
  for (const gebeurtenis of nieuw) {
    const vastgelegd = schakel(vorige, gebeurtenis);
    erbij.push(vastgelegd);
    vorige = vastgelegd.keten.hash;
  }
  return { journaal: [...journaal, ...erbij], kop: vorige };
}

/** The event with what can be erased gone, and its digest in the place of the salt. */
export function zonderWisbaar(gebeurtenis: Vastgelegd, organisaties: ReadonlySet<string>): Vastgelegd {
  const { hash, zout } = gebeurtenis.keten;
  if (zout === undefined) return gebeurtenis;
  const vorm = vormVan(gebeurtenis.keten);
  const gewist = wis(gebeurtenis, organisaties, vorm);
  if (gewist === gebeurtenis) return gebeurtenis;
  const bewaard = afdruk(zout, splits(gebeurtenis, vorm).wisbaar);
  return { ...gewist, keten: { hash, gewist: bewaard, ...(gebeurtenis.keten.vorm && { vorm }) } };
}
