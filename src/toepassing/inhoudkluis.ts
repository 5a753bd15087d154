/**
 * The content of an overdracht as it is stored: encrypted with AES-256-GCM, or readable where there is no key (a demo).
 * Only the content: the journal's free text is not encrypted, because every answer needs it.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Gebeurtenis } from '../kern/gebeurtenissen.ts';
import type { Inhoud } from '../kern/opdrachten.ts';
import { afdruk, canoniek } from './keten.ts';
import type { CasusDocument } from './poorten.ts';

/** 32 bytes, and the name by which content remembers what it was encrypted with. */
export interface Sleutel {
  id: string;
  sleutel: Buffer;
}

export type BewaardeInhoud = {
  /** For the digest in the event `overdracht-verzonden`. */
  zout: string;
} & ({ leesbaar: Inhoud } | { sleutel: string; nonce: string; geheim: string });

/** Which content it is; content that was moved to another place does not open there. */
export interface Plaats {
  casusnummer: string;
  overdracht: number;
}

export interface Inhoudkluis {
  /** Whether there is a key at all; without one, content is stored readable. */
  versleutelt: boolean;
  berg(inhoud: Inhoud, zout: string, plaats: Plaats): BewaardeInhoud;
  /** The content; `undefined` when its key is not there or when it was changed. Never throws. */
  lees(bewaard: BewaardeInhoud, plaats: Plaats): Inhoud | undefined;
  /** False when its key is not there. */
  kent(bewaard: BewaardeInhoud): boolean;
  /** True when it is not under the first key: readable, or under one that is to be replaced. */
  verouderd(bewaard: BewaardeInhoud): boolean;
}

const METHODE = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

const gebonden = ({ casusnummer, overdracht }: Plaats): Buffer => Buffer.from(`${casusnummer}/${overdracht}`);

/** The first key encrypts; all of them decrypt, so that a key can be replaced. */
export function maakInhoudkluis(sleutels: readonly Sleutel[]): Inhoudkluis {
  const [eerste] = sleutels;
  return {
    versleutelt: eerste !== undefined,
    berg(inhoud, zout, plaats) {
      if (!eerste) return { zout, leesbaar: inhoud };
      const nonce = randomBytes(NONCE_BYTES);
      const cijfer = createCipheriv(METHODE, eerste.sleutel, nonce).setAAD(gebonden(plaats));
      const delen = [cijfer.update(canoniek(inhoud), 'utf8'), cijfer.final(), cijfer.getAuthTag()];
      return {
        zout,
        sleutel: eerste.id,
        nonce: nonce.toString('base64'),
        geheim: Buffer.concat(delen).toString('base64'),
      };
    },
    lees(bewaard, plaats) {
      if ('leesbaar' in bewaard) return bewaard.leesbaar;
      const gevonden = sleutels.find(({ id }) => id === bewaard.sleutel);
      if (!gevonden) return undefined;
      try {
        const geheim = Buffer.from(bewaard.geheim, 'base64');
        const cijfer = createDecipheriv(METHODE, gevonden.sleutel, Buffer.from(bewaard.nonce, 'base64'), {
          authTagLength: TAG_BYTES,
        });
        cijfer.setAAD(gebonden(plaats)).setAuthTag(geheim.subarray(-TAG_BYTES));
        const tekst = Buffer.concat([cijfer.update(geheim.subarray(0, -TAG_BYTES)), cijfer.final()]);
        return JSON.parse(tekst.toString('utf8')) as Inhoud;
      } catch {
        return undefined;
      }
    },
    kent: (bewaard) => !('sleutel' in bewaard) || sleutels.some(({ id }) => id === bewaard.sleutel),
    verouderd: (bewaard) => eerste !== undefined && !('sleutel' in bewaard && bewaard.sleutel === eerste.id),
  };
}

/** Whether this is what was handed over then, told by the digest: nothing is decrypted for it. */
export function isZelfdeInhoud({ inhoud, journaal }: CasusDocument, overdracht: number, gegeven: Inhoud): boolean {
  const bewaard = inhoud[overdracht];
  return bewaard !== undefined && afdrukVanInhoud(journaal, overdracht) === afdruk(bewaard.zout, gegeven);
}

/** The digest that the journal holds of the content of an overdracht. */
export const afdrukVanInhoud = (journaal: readonly Gebeurtenis[], overdracht: number): string | undefined =>
  journaal
    .filter((gebeurtenis) => gebeurtenis.soort === 'overdracht-verzonden')
    .find(({ gegevens }) => gegevens.overdracht === overdracht)?.gegevens.inhoud;
