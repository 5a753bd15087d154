/** The fields that opdrachten share, as zod schemas: what a card, a form and the API may send. */
import { z } from 'zod';
import { instant } from './tijd/werkdagen.ts';

/** One line of text, and a longer explanation; both trimmed, never empty. */
export const regel = z.string().trim().min(1).max(200);
export const tekst = z.string().trim().min(1).max(2000);
export const lijst = z.array(tekst).max(50);

const VROEGST = '2000-01-01T00:00:00.000Z';
const LAATST = '2100-01-01T00:00:00.000Z';

/** ISO 8601 with an offset; becomes the core's own form. Outside this century it is a typing error, such as 0206. */
export const instantSchema = z.iso
  .datetime({ offset: true })
  .transform((waarde) => instant(waarde))
  .refine((moment) => moment >= VROEGST && moment < LAATST && moment.length === VROEGST.length, {
    error: 'moet tussen 2000 en 2100 liggen',
  });
