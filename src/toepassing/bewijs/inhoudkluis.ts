/**
 * The content of an overdracht as it is stored: encrypted with AES-256-GCM, or readable where there is no key (a demo).
 * Only the content: the journal's free text is not encrypted, because every answer needs it.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Gebeurtenis } from '../../kern/gebeurtenissen.ts';
import type { Inhoud } from '../../kern/onderwerpen/overdracht.ts';
import type { BewaardeInhoud, CasusDocument } from '../poorten.ts';
import { afdruk, canoniek } from './keten.ts';

/** 32 bytes, and the name by which content remembers what it was encrypted with. */
export interface Sleutel {
  id: string;
  sleutel: Buffer;
}

/**
 * Why content is not shown: its key is not there, it stands readable where there is a key (whoever can write to the
 * store could have put it there), or it is not what the journal has the digest of.
 */
export type Inhoudfout = 'onleesbaar' | 'onversleuteld' | 'gewijzigd';
export type Geopend = { inhoud: Inhoud; zout: string } | { fout: Inhoudfout };

/** Which content it is; content that was moved to another place does not open there. */
export interface Plaats {
  casusnummer: string;
  overdracht: number;
}

export interface Inhoudkluis {
  /** Whether there is a key at all; without one, content is stored readable. */
  versleutelt: boolean;
  berg(inhoud: Inhoud, zout: string, plaats: Plaats): BewaardeInhoud;
  /** The content, if it is what the digest of the journal says. Never throws. */
  open(bewaard: BewaardeInhoud, plaats: Plaats, digest: string | undefined): Geopend;
  /** False when its key is not there. */
  kent(bewaard: BewaardeInhoud): boolean;
  /** True when it is encrypted, but not under the first key, or in the first form: to be encrypted anew. */
  verouderd(bewaard: BewaardeInhoud): boolean;
}

const METHODE = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** What the content is bound to; the first form is told apart, so that the one does not open as the other. */
const gebonden = ({ casusnummer, overdracht }: Plaats, eersteVorm: boolean): Buffer =>
  Buffer.from(eersteVorm ? `${casusnummer}/${overdracht}` : JSON.stringify([2, casusnummer, overdracht]));

/** The first key encrypts; all of them decrypt, so that a key can be replaced. */
export function maakInhoudkluis(sleutels: readonly Sleutel[]): Inhoudkluis {
  const [eerste] = sleutels;

  function ontsleutel(bewaard: Extract<BewaardeInhoud, { sleutel: string }>, plaats: Plaats): Geopend {
    const gevonden = sleutels.find(({ id }) => id === bewaard.sleutel);
    if (!gevonden) return { fout: 'onleesbaar' };
    const { zout } = bewaard;
    const geheim = Buffer.from(bewaard.geheim, 'base64');
    const cijfer = createDecipheriv(METHODE, gevonden.sleutel, Buffer.from(bewaard.nonce, 'base64'), {
      authTagLength: TAG_BYTES,
    });
    cijfer.setAAD(gebonden(plaats, zout !== undefined)).setAuthTag(geheim.subarray(-TAG_BYTES));
    const tekst = Buffer.concat([cijfer.update(geheim.subarray(0, -TAG_BYTES)), cijfer.final()]);
    const waarde: unknown = JSON.parse(tekst.toString('utf8'));
    return zout === undefined ? (waarde as { inhoud: Inhoud; zout: string }) : { inhoud: waarde as Inhoud, zout };
  }

  return {
    versleutelt: eerste !== undefined,
    berg(inhoud, zout, plaats) {
      if (!eerste) return { zout, leesbaar: inhoud };
      const nonce = randomBytes(NONCE_BYTES);
      const cijfer = createCipheriv(METHODE, eerste.sleutel, nonce).setAAD(gebonden(plaats, false));
      const delen = [cijfer.update(canoniek({ inhoud, zout }), 'utf8'), cijfer.final(), cijfer.getAuthTag()];
      return {
        sleutel: eerste.id,
        nonce: nonce.toString('base64'),
        geheim: Buffer.concat(delen).toString('base64'),
      };
    },
    open(bewaard, plaats, digest) {
      try {
        if ('leesbaar' in bewaard && eerste) return { fout: 'onversleuteld' };
        const geopend =
          'leesbaar' in bewaard ? { inhoud: bewaard.leesbaar, zout: bewaard.zout } : ontsleutel(bewaard, plaats);
        if ('fout' in geopend) return geopend;
        return pastBij(geopend, digest) ? geopend : { fout: 'gewijzigd' };
      } catch {
        return { fout: 'gewijzigd' };
      }
    },
    kent: (bewaard) => 'leesbaar' in bewaard || sleutels.some(({ id }) => id === bewaard.sleutel),
    verouderd: (bewaard) =>
      eerste !== undefined && 'sleutel' in bewaard && (bewaard.sleutel !== eerste.id || bewaard.zout !== undefined),
  };
}

const pastBij = ({ inhoud, zout }: { inhoud: Inhoud; zout: string }, digest: string | undefined): boolean =>
  digest !== undefined && afdruk(zout, inhoud) === digest;

/** The content of an overdracht of this casus; `undefined` when there is none (any more). */
export function openInhoud(
  kluis: Inhoudkluis,
  { id: casusnummer, inhoud, journaal }: Pick<CasusDocument, 'id' | 'inhoud' | 'journaal'>,
  overdracht: number,
): Geopend | undefined {
  const bewaard = inhoud[overdracht];
  return bewaard && kluis.open(bewaard, { casusnummer, overdracht }, afdrukVanInhoud(journaal, overdracht));
}

/** Whether any content is not what was sent, or stands readable; of one whose key is not there nothing can be said. */
export const heeftVreemdeInhoud = (kluis: Inhoudkluis, document: CasusDocument): boolean =>
  Object.keys(document.inhoud).some((nr) => {
    const geopend = openInhoud(kluis, document, Number(nr));
    return geopend !== undefined && 'fout' in geopend && geopend.fout !== 'onleesbaar';
  });

/** Whether this is what was handed over then, told by the digest; false when the salt cannot be read. */
export function isZelfdeInhoud(
  kluis: Inhoudkluis,
  document: CasusDocument,
  overdracht: number,
  gegeven: Inhoud,
): boolean {
  const bewaard = document.inhoud[overdracht];
  if (!bewaard) return false;
  const geopend = bewaard.zout === undefined ? openInhoud(kluis, document, overdracht) : { zout: bewaard.zout };
  if (!geopend || 'fout' in geopend) return false;
  return pastBij({ inhoud: gegeven, zout: geopend.zout }, afdrukVanInhoud(document.journaal, overdracht));
}

/** The digest that the journal holds of the content of an overdracht. */
const afdrukVanInhoud = (journaal: readonly Gebeurtenis[], overdracht: number): string | undefined =>
  journaal
    .filter((gebeurtenis) => gebeurtenis.soort === 'overdracht-verzonden')
    .find(({ gegevens }) => gegevens.overdracht === overdracht)?.gegevens.inhoud;
