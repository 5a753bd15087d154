/** The real program on a free port with a store of its own, asked as VT's registration system asks it. */
import type { Resultaat } from '../../src/toepassing/casus/resultaat.ts';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { leesConfig } from '../../src/config.ts';
import { meldingSchema } from '../../src/kern/onderwerpen/melding.ts';
import { opdrachtSchema } from '../../src/kern/opdrachten.ts';
import { instant } from '../../src/kern/tijd/werkdagen.ts';
import { maakVirtueleKlok, type VirtueleKlok } from '../../src/klok.ts';
import { start, type Toepassing, type Vervangingen } from '../../src/samenstelling.ts';
import type { CasusDocument } from '../../src/toepassing/poorten.ts';
import { registratiesysteem, type Aanvrager } from '../../src/toepassing/casus/rechten.ts';

export const SLEUTEL = 'een-verzonnen-sleutel';
export const API_SLEUTELS = `regsysteem:${createHash('sha256').update(SLEUTEL).digest('hex')}`;
export const ADRESBOEK = fileURLToPath(new URL('../../src/demo/adresboek.json', import.meta.url));

/** Monday 30 November 2026, and the Wednesday after it: no holiday before Christmas. */
export const MELDING = '2026-11-30T10:00:00+01:00';
export const NU = '2026-12-02T10:00:00+01:00';
export const NUMMER = 'VT-2026-0001';
export const TEAM = 'wijkteam-breda-noord';

export const NAAR_TEAM = { soort: 'triage-afronden', besluit: 'lokale-toegang' };
export const KOUD = { soort: 'overdragen', team: TEAM, wijze: 'koud', feiten: ['Er is een melding.'] };
export const GEBELD = { soort: 'bevestiging-vastleggen', gegevenOp: NU, via: 'telefoon', doorWie: 'Noor Verbeek' };

/** People of the demo's adresboek. */
export const SYSTEEM: Aanvrager = registratiesysteem('regsysteem');
const mens = (nr: number, naam: string, rol: Aanvrager['rollen'][number]): Aanvrager => ({
  id: `00000000-0000-4000-8000-${String(nr).padStart(12, '0')}`,
  naam,
  kanaal: 'teams',
  rollen: [rol],
});
export const YOUSSEF = mens(4, 'Youssef Amrani', { rol: 'vt-medewerker' });
export const NOOR = mens(2, 'Noor Verbeek', { rol: 'team-lid', team: TEAM });
export const MARIT = mens(5, 'Marit Timmers', { rol: 'team-lid', team: 'cjg-roosendaal' });

export type Json = Record<string, unknown>;

export interface ApiAntwoord {
  status: number;
  koppen: Headers;
  tekst: string;
  body: Json;
}

/** `null` sends no Authorization header; a string as body is sent as it stands. */
export interface ApiOpties {
  body?: unknown;
  koppen?: Record<string, string>;
  sleutel?: string | null;
}

export interface Opstelling {
  url: string;
  klok: VirtueleKlok;
  toepassing: Toepassing;
  /** What was logged, as JSON lines. */
  log: string[];
  api(methode: 'GET' | 'POST' | 'PUT' | 'DELETE', pad: string, opties?: ApiOpties): Promise<ApiAntwoord>;
  /** Registers a casus by the API and waits for what it sends. */
  meld(anders?: Json): Promise<ApiAntwoord>;
  /** Gives an opdracht by the API and waits for what it sends. */
  geef(opdracht: unknown, koppen?: Record<string, string>, casusnummer?: string): Promise<ApiAntwoord>;
  /** The same at the use case, for whoever the API does not know. */
  doe(aanvrager: Aanvrager, opdracht: Json, extra?: { overdracht?: number; sleutel?: string }): Promise<Resultaat>;
  registreer(aanvrager: Aanvrager, anders?: Json): Promise<Resultaat>;
  /** The document as it is kept. */
  document(casusnummer?: string): Promise<CasusDocument | undefined>;
  /** A casus that was triaged and handed to a team; `anders` is what its overdracht has instead. */
  verzonden(anders?: Json): Promise<void>;
  /** Changes a document behind the program's back, as a fault or a hand in the store would. */
  bederf(wijzig: (document: CasusDocument) => CasusDocument, casusnummer?: string): Promise<void>;
  stop(): Promise<void>;
}

export interface StartOpties {
  /** Environment on top of the tests' own. */
  env?: Record<string, string>;
  nu?: string;
  vervangingen?: Vervangingen;
}

export async function startToepassing({ env = {}, nu = NU, vervangingen = {} }: StartOpties = {}): Promise<Opstelling> {
  const log: string[] = [];
  const klok = maakVirtueleKlok(instant(nu), 0);
  const config = leesConfig({
    PORT: '0',
    SQLITE_BESTAND: ':memory:',
    ADRESBOEK_BESTAND: ADRESBOEK,
    API_SLEUTELS,
    // Rounds are asked for by the tests.
    RONDE_SECONDEN: '3600',
    ...env,
  });
  const logger = pino({ level: 'debug' }, { write: (regel: string) => void log.push(regel) });
  const toepassing = await start(config, { klok, log: logger, ...vervangingen });
  const { url, dienst } = toepassing;

  const api: Opstelling['api'] = async (method, pad, { body, koppen = {}, sleutel = SLEUTEL } = {}) => {
    const antwoord = await fetch(`${url}${pad}`, {
      method,
      headers: {
        ...(sleutel !== null && { authorization: `Bearer ${sleutel}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...koppen,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const tekst = await antwoord.text();
    const isJson = (antwoord.headers.get('content-type') ?? '').includes('json');
    await toepassing.bezorgd();
    return {
      status: antwoord.status,
      koppen: antwoord.headers,
      tekst,
      body: isJson ? (JSON.parse(tekst) as Json) : {},
    };
  };
  const bezorgd = async (resultaat: Resultaat): Promise<Resultaat> => {
    await toepassing.bezorgd();
    return resultaat;
  };

  const op: Opstelling = {
    url,
    klok,
    toepassing,
    log,
    api,
    meld: (anders = {}) => api('POST', '/api/v1/casussen', { body: melding(anders) }),
    geef: (opdracht, koppen = {}, casusnummer = NUMMER) =>
      api('POST', `/api/v1/casussen/${casusnummer}/opdrachten`, { body: opdracht, koppen }),
    doe: async (aanvrager, opdracht, extra = {}) =>
      bezorgd(
        await dienst.voerUit({ casusnummer: NUMMER, opdracht: opdrachtSchema.parse(opdracht), aanvrager, ...extra }),
      ),
    registreer: async (aanvrager, anders = {}) =>
      bezorgd(await dienst.registreer(meldingSchema.parse(melding(anders)), aanvrager)),
    document: async (casusnummer = NUMMER) => (await toepassing.omgeving.opslag.lees(casusnummer))?.waarde,
    async verzonden(anders = {}) {
      await op.registreer(SYSTEEM);
      await op.doe(YOUSSEF, NAAR_TEAM);
      await op.doe(YOUSSEF, { ...KOUD, ...anders });
    },
    async bederf(wijzig, casusnummer = NUMMER) {
      const { opslag } = toepassing.omgeving;
      const gelezen = await opslag.lees(casusnummer);
      if (!gelezen) throw new Error(`${casusnummer} is er niet`);
      await opslag.vervang(wijzig(gelezen.waarde), gelezen.etag);
    },
    stop: () => toepassing.stop(),
  };
  return op;
}

export const melding = (anders: Json = {}): Json => ({
  casusnummer: NUMMER,
  gemeente: 'Breda',
  meldingOntvangenOp: MELDING,
  ...anders,
});

/** The code of a refusal; `undefined` when it was done. */
export const codeVan = (resultaat: Resultaat): string | undefined => (resultaat.ok ? undefined : resultaat.code);
