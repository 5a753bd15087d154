/**
 * The way back from a card that a button opened (what else you can do, content, an explanation) to the very card it
 * stood on. It goes along in the data of buttons, so it says where to go and never what may be seen there.
 */
import { z } from 'zod';
import type { Instant } from '../../kern/tijd/werkdagen.ts';
import type { PostvakItem } from '../poorten.ts';

const AAN = ['kanaal-vt', 'kanaal-team', 'leidinggevende-vt', 'leidinggevende-team'] as const;

export type Terugweg =
  | { kaart: 'overdracht' | 'volgkaart' | 'status' | 'tijdlijn' }
  | { kaart: 'antwoord'; op?: Instant }
  | {
      kaart: 'voortgang' | 'ping';
      nr: number;
      aan: (typeof AAN)[number];
      stappen: NonNullable<PostvakItem['stappen']>;
    };

type Bericht = Pick<PostvakItem, 'nr' | 'aan' | 'stappen'>;

export const terugNaar = {
  antwoord: (op: Instant | undefined): string => (op === undefined ? 'antwoord' : `antwoord ${op}`),
  voortgang: ({ nr, aan }: Bericht): string => `voortgang ${nr} ${aan}`,
  ping: ({ nr, aan, stappen = [] }: Bericht): string =>
    `ping ${nr} ${aan} ${stappen.map(({ termijn, stap }) => `${termijn}/${stap}`).join(',')}`.trim(),
};

const berichtSchema = z.tuple([z.coerce.number().int().min(1), z.enum(AAN), z.string().optional()]);
const momentSchema = z.tuple([z.iso.datetime()]);

/** Whatever it does not know leads to the status of the casus. */
export function leesTerugweg(tekst: string): Terugweg {
  const [kaart = '', ...rest] = tekst.split(' ');
  switch (kaart) {
    case 'overdracht':
    case 'volgkaart':
    case 'tijdlijn':
      return { kaart };
    case 'antwoord': {
      const op = momentSchema.safeParse(rest);
      return op.success ? { kaart, op: op.data[0] } : { kaart };
    }
    case 'voortgang':
    case 'ping': {
      const gelezen = berichtSchema.safeParse(rest.length === 2 ? [...rest, undefined] : rest);
      if (!gelezen.success) return { kaart: 'status' };
      const [nr, aan, stappen = ''] = gelezen.data;
      return {
        kaart,
        nr,
        aan,
        stappen: stappen.split(',').flatMap((een) => {
          const [termijn, stap] = een.split('/');
          return termijn && stap ? [{ termijn, stap }] : [];
        }),
      };
    }
    default:
      return { kaart: 'status' };
  }
}
