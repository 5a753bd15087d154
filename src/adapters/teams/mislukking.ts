/** From how a call to the connector ended to what the outbox must know (bouw.md §1: delivered, failed, uncertain). */
import type { Bezorging } from '../../toepassing/poorten.ts';
import { NietToegelaten } from './authenticatie.ts';
import { VerbindingVerbroken } from './connector.ts';
import { TeDruk } from './limieten.ts';

type Mislukt = Exclude<Bezorging, { uitkomst: 'bezorgd' }>;

interface Antwoord {
  status: number;
  code: string | undefined;
  kop(naam: string): string | undefined;
}

/**
 * @param herhaalbaar doing it twice does no harm (an update, opening a conversation), so nothing about it is uncertain
 */
export function mislukking(fout: unknown, herhaalbaar: boolean): Mislukt {
  const tijdelijk = (code: string, opnieuwNa?: number): Mislukt => ({
    uitkomst: 'mislukt',
    code,
    blijvend: false,
    ...(opnieuwNa !== undefined && { opnieuwNa }),
  });
  const onzeker = (code: string, opnieuwNa?: number): Mislukt =>
    herhaalbaar
      ? tijdelijk(code, opnieuwNa)
      : { uitkomst: 'onzeker', code, ...(opnieuwNa !== undefined && { opnieuwNa }) };

  if (fout instanceof TeDruk) return { uitkomst: 'uitgesteld', opnieuwNa: fout.overMs };
  if (fout instanceof NietToegelaten) return { uitkomst: 'mislukt', code: fout.code, blijvend: true };
  if (fout instanceof VerbindingVerbroken) return fout.verzonden ? onzeker(fout.code) : tijdelijk(fout.code);
  const antwoord = leesAntwoord(fout);
  // Before anything was sent: no token, or a bug of ours.
  if (!antwoord) return tijdelijk('niet-verzonden');
  const { status } = antwoord;
  const code = antwoord.code ?? `http-${status}`;
  const wacht = wachttijd(antwoord);
  // An answer we could not read: 2xx says it was posted, but not where.
  if (status < 400) return onzeker('antwoord-onleesbaar');
  if (status >= 500 || status === 408) return onzeker(code, wacht);
  // 401 is a secret or clock of ours that may be put right; 412 and 429 were not taken.
  if (status === 429 || status === 412 || status === 401) return tijdelijk(code, wacht);
  return { uitkomst: 'mislukt', code, blijvend: true };
}

function leesAntwoord(fout: unknown): Antwoord | undefined {
  if (!(fout instanceof Error) || !('statusCode' in fout) || typeof fout.statusCode !== 'number') return undefined;
  const code =
    'code' in fout && typeof fout.code === 'string' && /^[A-Za-z][\w.-]{0,63}$/.test(fout.code) ? fout.code : undefined;
  const koppen =
    'response' in fout && isObject(fout.response) && isObject(fout.response.headers)
      ? fout.response.headers
      : undefined;
  return {
    status: fout.statusCode,
    code,
    kop: (naam) => {
      const waarde: unknown = koppen && typeof koppen.get === 'function' ? koppen.get(naam) : undefined;
      return typeof waarde === 'string' ? waarde : undefined;
    },
  };
}

const isObject = (waarde: unknown): waarde is Record<string, unknown> => typeof waarde === 'object' && waarde !== null;

/** Retry-After in milliseconds: seconds, or a date compared with the answer's own Date, so that no clock of ours matters. */
function wachttijd({ kop }: Antwoord): number | undefined {
  const waarde = kop('retry-after')?.trim();
  if (waarde === undefined) return undefined;
  if (/^\d{1,6}(\.\d+)?$/.test(waarde)) return Math.ceil(Number(waarde) * 1000);
  const wacht = Date.parse(waarde) - Date.parse(kop('date') ?? '');
  return Number.isNaN(wacht) ? undefined : Math.max(0, wacht);
}
