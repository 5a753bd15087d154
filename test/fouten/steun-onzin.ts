/**
 * Requests that are almost right: what Teams or a registration system sends, with a few fields broken, a token that is
 * not quite one, or a body that is hardly JSON. The same seed gives the same requests.
 */
import fc from 'fast-check';
import { CHAT_VERBS } from '../../src/adapters/kaarten/kaarten.ts';
import { OPDRACHT_SOORTEN } from '../../src/kern/opdrachten.ts';
import { BEA, ILSE, JOOST, KANALEN, NOOR, ONNO, persoonlijkGesprek, VERA } from '../scenario/mensen.ts';
import { apiVelden, KLIKVELDEN } from '../steun/opdrachten.ts';
import { BOT, TENANT } from '../steun/teams.ts';

/** `open` takes every activity from this machine; `dicht` has an app id and wants a token. */
export const NAAR = ['open', 'dicht'] as const;
export type Naar = (typeof NAAR)[number];
export interface Onzin {
  naar: Naar;
  methode: string;
  pad: string;
  koppen: Record<string, string>;
  body: Buffer | undefined;
}

export interface Wereld {
  casusnummers: readonly string[];
  serviceUrl: string;
  /** Authorization headers: of Teams, almost of Teams, and of the registration system. */
  tokens: { goed: string; kapot: readonly string[]; api: string };
}

const DIEP = '@@diep@@';
const LANG = 'lang '.repeat(2_000);
/** What programs trip over, and what people try. */
const BERUCHT: readonly unknown[] = [
  null,
  '',
  ' ',
  '\u0000',
  '\ud800',
  '\u202e\u200b',
  0,
  -1,
  1.5,
  1e308,
  2 ** 60,
  true,
  false,
  [],
  {},
  [[]],
  [null],
  '__proto__',
  'constructor',
  'toString',
  '${$root}',
  '<at>Iemand</at>',
  '**[x](https://kwaad.example)**',
  "'; DROP TABLE casus; --",
  '../../etc/passwd',
  '%00%ff',
  'VT-2026-0001\u0000',
  'VT-١٢٣٤-٠٠٠١',
  'EIGEN-0000',
  '2026-02-31T00:00:00Z',
  '2026-11-23T24:00:00+01:00',
  '+275760-09-13T00:00:00Z',
  '-000001-01-01T00:00:00Z',
  '2026-11-23T09:00:00+99:00',
  '99:99',
  '9'.repeat(400),
  LANG,
  DIEP,
  { $ref: '#' },
  { length: 1e9 },
  { toString: 'x', toJSON: 'x' },
];

const vreemd: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...BERUCHT) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
);

type Pad = (string | number)[];

function paden(waarde: unknown, hier: Pad = []): Pad[] {
  if (typeof waarde !== 'object' || waarde === null) return [hier];
  return [hier, ...Object.entries(waarde).flatMap(([naam, deel]) => paden(deel, [...hier, naam]))];
}

interface Breuk {
  /** Which of the places in it, counted round. */
  plek: number;
  hoe: 'weg' | 'anders' | 'in-lijst' | 'in-object' | 'erbij' | 'tekst';
  naam: string;
  wat: unknown;
}
const breuk: fc.Arbitrary<Breuk> = fc.record({
  plek: fc.nat(),
  hoe: fc.constantFrom('weg', 'anders', 'anders', 'anders', 'in-lijst', 'in-object', 'erbij', 'tekst'),
  naam: fc.constantFrom('__proto__', 'constructor', 'casusnummer', 'overdracht', 'soort', 'kaart', 'onbekend', ''),
  wat: vreemd,
});

/** The same value with something broken at one place in it. */
function breek(waarde: unknown, { plek, hoe, naam, wat }: Breuk): unknown {
  const alle = paden(waarde);
  const doel = alle[plek % alle.length] ?? [];
  const WEG = Symbol('weg');
  const nieuw = (oud: unknown): unknown => {
    switch (hoe) {
      case 'weg':
        return WEG;
      case 'anders':
        return wat;
      case 'in-lijst':
        return [oud, oud];
      case 'in-object':
        return Object.fromEntries([[naam, oud]]);
      case 'erbij':
        return typeof oud === 'object' ? Object.fromEntries([...Object.entries(oud ?? {}), [naam, wat]]) : wat;
      case 'tekst':
        return JSON.stringify(oud);
    }
  };
  function loop(deel: unknown, [eerst, ...rest]: Pad): unknown {
    if (eerst === undefined) return nieuw(deel);
    const delen = Object.entries(deel as object)
      .map(([sleutel, onder]) => [sleutel, sleutel === String(eerst) ? loop(onder, rest) : onder] as const)
      .filter(([, onder]) => onder !== WEG);
    return Array.isArray(deel) ? delen.map(([, onder]) => onder) : Object.fromEntries(delen);
  }
  const gebroken = loop(waarde, doel);
  return gebroken === WEG ? undefined : gebroken;
}

/** Most often one thing is broken; sometimes nothing, sometimes more. */
const gebroken = (geldig: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc
    .tuple(
      geldig,
      fc.oneof(
        { weight: 1, arbitrary: fc.constant<Breuk[]>([]) },
        { weight: 12, arbitrary: fc.tuple(breuk) },
        { weight: 4, arbitrary: fc.array(breuk, { minLength: 2, maxLength: 4 }) },
      ),
    )
    .map(([waarde, breuken]) => breuken.reduce(breek, waarde));

const DIEPTE = 20_000;
const tekstVan = (waarde: unknown): string =>
  (JSON.stringify(waarde) ?? '').replaceAll(`"${DIEP}"`, '['.repeat(DIEPTE) + ']'.repeat(DIEPTE));

/** The bytes as they are meant, or cut off, or with some of them changed. */
const alsBytes = (tekst: fc.Arbitrary<string>): fc.Arbitrary<Buffer> =>
  fc.oneof(
    { weight: 100, arbitrary: tekst.map((een) => Buffer.from(een)) },
    {
      weight: 5,
      arbitrary: fc.tuple(tekst, fc.nat(), fc.uint8Array({ maxLength: 4 })).map(([een, plek, bytes]) => {
        const heel = Buffer.from(een);
        const tot = plek % (heel.length + 1);
        return Buffer.concat([heel.subarray(0, tot), bytes, heel.subarray(tot + bytes.length + 1)]);
      }),
    },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 64 }).map((bytes) => Buffer.from(bytes)) },
  );

const MENSEN = [VERA, NOOR, ILSE, JOOST, BEA, ONNO];
const GESPREKKEN = [...Object.values(KANALEN).map(({ conversatie }) => conversatie), 'persoonlijk'];

interface Deur {
  wereld: Wereld;
  casusnummer: fc.Arbitrary<string>;
}

const activiteit = ({ wereld }: Deur, extra: fc.Arbitrary<Record<string, unknown>>): fc.Arbitrary<unknown> =>
  fc
    .record({ wie: fc.constantFrom(...MENSEN), waar: fc.constantFrom(...GESPREKKEN), nr: fc.nat(), extra })
    .map(({ wie, waar, nr, extra: eigen }) => ({
      id: `onzin-${nr}`,
      channelId: 'msteams',
      serviceUrl: wereld.serviceUrl,
      from: { id: `29:${wie.aadObjectId}`, name: wie.naam, aadObjectId: wie.aadObjectId },
      recipient: BOT,
      conversation: {
        id: waar === 'persoonlijk' ? persoonlijkGesprek(wie) : `${waar};messageid=1`,
        conversationType: waar === 'persoonlijk' ? 'personal' : 'channel',
        tenantId: TENANT,
        isGroup: waar !== 'persoonlijk',
      },
      channelData: { tenant: { id: TENANT }, team: { id: '19:team' }, channel: { id: waar } },
      ...eigen,
    }));

const knopdata = ({ casusnummer }: Deur): fc.Arbitrary<{ verb: string; data: Record<string, unknown> }> =>
  fc
    .record({
      verb: fc.constantFrom(...OPDRACHT_SOORTEN, ...CHAT_VERBS),
      casusnummer,
      kaart: fc.constantFrom('overdracht', 'volgkaart', 'ping', 'screening', 'inhoud'),
    })
    .map(({ verb, ...vast }) => ({
      verb,
      data: { ...vast, overdracht: 1, versie: 3, ...(KLIKVELDEN as Record<string, object>)[verb] },
    }));

const klik = (deur: Deur): fc.Arbitrary<unknown> =>
  activiteit(
    deur,
    knopdata(deur).map(({ verb, data }) => ({
      type: 'invoke',
      name: 'adaptiveCard/action',
      value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
    })),
  );

const ZINNEN = [
  'wie is verantwoordelijk voor CASUS op 3 maart 2026 14:00',
  'status CASUS',
  'tijdlijn CASUS',
  'openstaand',
  'te laat',
  'nieuwe casus',
  'overdragen CASUS',
  'dossier CASUS',
  'mijn gegevens',
  'help',
  'uitleg wachtlijst',
  'koppel cjg-zuid',
  'ontkoppel',
  'adresboek',
  'bezorging',
];
const getypt = ({ casusnummer }: Deur): fc.Arbitrary<string> =>
  fc
    .record({
      zin: fc.constantFrom(...ZINNEN),
      nummer: casusnummer,
      extra: fc.oneof(fc.constant(''), fc.string({ unit: 'binary', maxLength: 60 }), fc.constantFrom(LANG, '\u0000')),
      voor: fc.boolean(),
    })
    .map(({ zin, nummer, extra, voor }) => {
      const heel = zin.replace('CASUS', nummer);
      return voor ? `${extra}${heel}` : `${heel}${extra}`;
    });

/** Whatever is answered in the conversation and not at once. */
const gezegd = (deur: Deur): fc.Arbitrary<unknown> =>
  activiteit(
    deur,
    fc.oneof(
      getypt(deur).map((text) => ({
        type: 'message',
        text,
        entities: [{ type: 'mention', mentioned: BOT, text: `<at>${BOT.name}</at>` }],
      })),
      knopdata(deur).map(({ verb, data }) => ({ type: 'message', value: { verb, ...data } })),
      fc.constantFrom<Record<string, unknown>[]>(
        { type: 'installationUpdate', action: 'add' },
        { type: 'conversationUpdate', membersAdded: [BOT] },
        { type: 'conversationUpdate', membersRemoved: [{ id: `29:${NOOR.aadObjectId}` }] },
        { type: 'messageReaction', reactionsAdded: [{ type: 'like' }] },
        { type: 'invoke', name: 'task/fetch', value: {} },
      ),
    ),
  );

const JSON_KOP = { 'content-type': 'application/json' };
/** Sometimes it says that it is something else than JSON. */
const koppen = fc.oneof(
  { weight: 40, arbitrary: fc.constant<Record<string, string>>(JSON_KOP) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Record<string, string>[]>(
      {},
      { 'content-type': 'text/plain' },
      { 'content-type': 'application/json; charset=utf-16' },
      { 'content-type': 'application/json;;;' },
      { ...JSON_KOP, 'content-encoding': 'gzip' },
      { ...JSON_KOP, 'x-correlatie-id': '../..', traceparent: '00-0-0-0' },
      { ...JSON_KOP, 'accept-version': '~9', accept: 'image/png', 'accept-encoding': 'kapot' },
      { ...JSON_KOP, 'x-http-method-override': 'DELETE' },
    ),
  },
);

const naarTeams = (naar: Naar, inhoud: fc.Arbitrary<unknown>, token?: fc.Arbitrary<string>): fc.Arbitrary<Onzin> =>
  fc
    .record({
      body: alsBytes(gebroken(inhoud).map(tekstVan)),
      koppen,
      token: token ?? fc.constant(undefined),
    })
    .map(({ body, koppen: gegeven, token: authorization }) => ({
      naar,
      methode: 'POST',
      pad: '/api/messages',
      koppen: { ...gegeven, ...(authorization !== undefined && { authorization }) },
      body,
    }));

/** What may stand in a path or a header; what may not never leaves a client. */
const inPad = vreemd.map((waarde) => {
  const tekst = (typeof waarde === 'string' ? waarde : JSON.stringify(waarde)).slice(0, 300);
  // Half of a surrogate pair has no place in a path.
  return encodeURIComponent(Buffer.from(tekst).toString());
});
const inKop = fc.oneof(
  fc.constantFrom('', '*', '"', '"1"', 'W/"1", "2"', '""'.repeat(500), 'x'.repeat(201), '\t', 'é'),
  fc.string({ maxLength: 20 }),
);

function naarApi({ wereld, casusnummer }: Deur): fc.Arbitrary<Onzin> {
  const authorization = wereld.tokens.api;
  const opdracht = fc.constantFrom(...OPDRACHT_SOORTEN).map((soort) => ({ soort, ...apiVelden(soort) }));
  const melding = casusnummer.map((nummer) => ({
    casusnummer: nummer,
    gemeente: 'Breda',
    meldingOntvangenOp: '2026-11-23T08:00:00+01:00',
    spoed: false,
  }));
  const metBody = (pad: fc.Arbitrary<string>, inhoud: fc.Arbitrary<unknown>): fc.Arbitrary<Onzin> =>
    fc
      .record({ pad, koppen, body: alsBytes(gebroken(inhoud).map(tekstVan)), sleutel: fc.option(inKop, { freq: 8 }) })
      .map(({ pad: naar, koppen: gegeven, body, sleutel }) => ({
        naar: 'dicht',
        methode: 'POST',
        pad: naar,
        koppen: {
          ...gegeven,
          authorization,
          ...(sleutel !== null && { 'idempotency-key': sleutel, 'if-match': sleutel }),
        },
        body,
      }));
  const zonderBody: fc.Arbitrary<Onzin> = fc
    .record({
      methode: fc.constantFrom('GET', 'GET', 'GET', 'HEAD', 'DELETE', 'PUT', 'PATCH', 'OPTIONS'),
      pad: fc.oneof(
        casusnummer.map((nummer) => `/api/v1/casussen/${nummer}`),
        inPad.map((deel) => `/api/v1/casussen/${deel}`),
        inPad.map((deel) => `/api/v1/casussen/${deel}/verantwoordelijke`),
        inPad.map((deel) => `/dossier/${deel}`),
        fc.constant('/api/v1/casussen'),
      ),
      vraag: fc.option(
        fc.tuple(fc.constantFrom('op', 'team', 'gemeente', 'fase', 'teLaat', 'na', '__proto__', 'op=1&op'), inPad),
      ),
    })
    .map(({ methode, pad, vraag }) => ({
      naar: 'dicht',
      methode,
      pad: vraag ? `${pad}?${vraag.join('=')}` : pad,
      koppen: { authorization },
      body: undefined,
    }));
  return fc.oneof(
    {
      weight: 12,
      arbitrary: metBody(
        casusnummer.map((nummer) => `/api/v1/casussen/${nummer}/opdrachten`),
        opdracht,
      ),
    },
    { weight: 4, arbitrary: metBody(fc.constant('/api/v1/casussen'), melding) },
    { weight: 3, arbitrary: zonderBody },
  );
}

/** So many requests of this seed. */
export function maakOnzin(wereld: Wereld, aantal: number, zaad: number): Onzin[] {
  const deur: Deur = { wereld, casusnummer: fc.constantFrom(...wereld.casusnummers) };
  const { goed, kapot } = wereld.tokens;
  const onzin = fc.oneof(
    { weight: 55, arbitrary: naarApi(deur) },
    { weight: 20, arbitrary: naarTeams('dicht', klik(deur), fc.constant(goed)) },
    { weight: 6, arbitrary: naarTeams('dicht', klik(deur), fc.constantFrom(...kapot)) },
    { weight: 11, arbitrary: naarTeams('open', klik(deur)) },
    { weight: 8, arbitrary: naarTeams('open', gezegd(deur)) },
  );
  return fc.sample(onzin, { numRuns: aantal, seed: zaad });
}
