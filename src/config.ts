/** Environment -> Config, checked once. Every variable stands with its reason in `.env.example`. */
import { z } from 'zod';

/** An environment that cannot be started with; the text names variable, value and remedy. */
export class ConfigFout extends Error {
  override name = 'ConfigFout';
}

/** A number as people write it: `Number` alone also takes a blank for 0, and 0x10 for 16. */
const getal = z
  .string()
  .regex(/^\d+(\.\d+)?$/)
  .transform(Number);
const poort = getal.pipe(z.int().min(0).max(65_535));
const lijst = z.string().transform((tekst) =>
  tekst
    .split(',')
    .map((deel) => deel.trim())
    .filter((deel) => deel !== ''),
);
const sleutels = lijst.pipe(
  z.array(
    z
      .string()
      .regex(/^[a-z0-9-]+:[0-9a-f]{64}$/i, 'vorm is naam:sha256-hex')
      .transform((paar) => {
        const [naam = '', digest = ''] = paar.split(':');
        return { naam, sha256: digest.toLowerCase() };
      }),
  ),
);

const inhoudSleutels = lijst.pipe(
  z
    .array(
      z
        .string()
        .regex(/^[\w-]{1,60}:[A-Za-z0-9+/]{43}=$/, 'vorm is id:base64 van 32 bytes')
        .transform((paar) => {
          const [id = '', sleutel = ''] = paar.split(':');
          return { id, sleutel: Buffer.from(sleutel, 'base64') };
        }),
      // Content remembers its key by this id.
    )
    .refine((paren) => new Set(paren.map(({ id }) => id)).size === paren.length, 'elke id mag één keer'),
);

/** As the portal shows it as Secret Identifier, without a version: every version counts. */
const geheimInKluis = z
  .string()
  .regex(/^https:\/\/[^/?#]+\/secrets\/[\w-]{1,127}\/?$/)
  .transform((adres) => {
    const { origin, pathname } = new URL(adres);
    return { adres: origin, geheim: pathname.split('/')[2] ?? '' };
  });

/** Tenants allowed in. A list that turns out empty would let everyone in, so it is refused. */
const tenants = lijst.pipe(z.array(z.guid()).min(1));

/** Called in the clear it would tell anyone on the way that, and where, this bot runs. */
const waakhond = z.string().refine((tekst) => {
  if (!URL.canParse(tekst)) return false;
  const { protocol, hostname, username, password } = new URL(tekst);
  const lokaal = protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
  return (protocol === 'https:' || lokaal) && username === '' && password === '';
});

/** Variables, each with what to do when its value is wrong. */
export const VARIABELEN = {
  PORT: [poort.default(3978), 'een poortnummer, bijvoorbeeld 3978'],
  BEHEER_POORT: [
    poort.optional(),
    'een andere poort dan PORT, bijvoorbeeld 3979, of niets: dan staan /metrics en /readyz op PORT',
  ],
  HOST: [z.string().min(1).optional(), 'een adres om op te luisteren, bijvoorbeeld 127.0.0.1'],
  MicrosoftAppType: [z.enum(['SingleTenant', 'UserAssignedMsi']).optional(), 'SingleTenant of UserAssignedMsi'],
  MicrosoftAppId: [z.guid().optional(), 'de Application (client) ID van de bot in Entra, een GUID'],
  MicrosoftAppPassword: [z.string().optional(), 'het client secret van de bot; leeg bij UserAssignedMsi'],
  MicrosoftAppTenantId: [z.guid().optional(), 'de Directory (tenant) ID in Entra, een GUID'],
  PUBLIEK_ADRES: [
    z
      .url({ protocol: /^https?$/ })
      .transform((adres) => adres.replace(/\/+$/, ''))
      .optional(),
    'het adres waarop mensen deze server bereiken, bijvoorbeeld https://zicht.voorbeeld.nl',
  ],
  TOEGESTANE_TENANTS: [tenants.optional(), "tenant-ID's (GUID's), gescheiden door komma's"],
  OPSLAG: [z.enum(['sqlite', 'cosmos']).default('sqlite'), 'sqlite of cosmos'],
  SQLITE_BESTAND: [z.string().min(1).default('data/overdracht.db'), 'het pad van het databasebestand'],
  COSMOS_ENDPOINT: [z.url({ protocol: /^https?$/ }).optional(), 'het adres van het Cosmos DB-account, https://…'],
  COSMOS_SLEUTEL: [
    z.string().min(1).optional(),
    'de sleutel van het account; zonder sleutel wordt managed identity gebruikt',
  ],
  COSMOS_DATABASE: [z.string().min(1).default('zicht-op-veiligheid'), 'de naam van de database'],
  ADRESBOEK_BESTAND: [z.string().min(1).optional(), 'het pad van het adresboek (JSON)'],
  BELEID_BESTAND: [z.string().min(1).optional(), 'het pad van het beleid (JSON)'],
  INHOUD_SLEUTELS: [
    inhoudSleutels.default([]),
    "paren id:sleutel, gescheiden door komma's, met als sleutel 32 bytes in base64; maak er een met: openssl rand -base64 32",
  ],
  INHOUD_KLUIS: [
    geheimInKluis.optional(),
    'het adres van een geheim in Azure Key Vault zonder versie, https://NAAM.vault.azure.net/secrets/NAAM',
  ],
  API_SLEUTELS: [sleutels.default([]), "paren naam:sha256-hex, gescheiden door komma's"],
  API_AUDIENCE: [z.string().min(1).optional(), 'de Application ID URI van de API in Entra'],
  LEDENLIJST_MINUTEN: [getal.pipe(z.number().min(1).max(60)).default(5), 'een aantal minuten, van 1 tot 60'],
  KLOK_START: [
    z.iso.datetime({ offset: true }).optional(),
    'een moment met tijdzone, bijvoorbeeld 2026-11-23T09:00:00+01:00',
  ],
  KLOK_TEMPO: [getal.pipe(z.number().max(100_000)).default(1), 'een getal: 1 is gewone snelheid, 0 is stil'],
  RONDE_SECONDEN: [getal.pipe(z.number().min(1).max(3600)).default(15), 'een aantal seconden, bijvoorbeeld 15'],
  LOG_LEVEL: [
    z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
    'fatal, error, warn, info, debug of silent',
  ],
  WAAKHOND_URL: [
    waakhond.optional(),
    'een adres dat met https:// begint, zonder gebruikersnaam of wachtwoord (http:// alleen op deze machine)',
  ],
  NODE_ENV: [z.string().optional(), 'production in productie'],
} as const;

type Naam = keyof typeof VARIABELEN;
type Waarden = { [N in Naam]: z.output<(typeof VARIABELEN)[N][0]> };

/** Prefixes that are this program's own: a misspelled variable must not be ignored in silence. */
const EIGEN =
  /^(MicrosoftApp|COSMOS_|SQLITE_|ADRESBOEK_|BELEID_|API_|LEDENLIJST_|KLOK_|RONDE_|TOEGESTANE_|OPSLAG|INHOUD_|PUBLIEK_|WAAKHOND|BEHEER_)/;

export interface Config {
  poort: number;
  host: string;
  /** Where `/metrics` and the details of `/readyz` are then alone. */
  beheerPoort: number | undefined;
  bot: { appId: string; type: 'SingleTenant' | 'UserAssignedMsi'; wachtwoord: string; tenant: string } | undefined;
  /** Where people reach this server in a browser, without a slash at the end. */
  publiekAdres: string | undefined;
  /** Empty = any, which only happens without an app id, on loopback. */
  tenants: string[];
  opslag:
    | { soort: 'sqlite'; bestand: string }
    | { soort: 'cosmos'; endpoint: string; sleutel: string | undefined; database: string };
  adresboekBestand: string | undefined;
  beleidBestand: string | undefined;
  /** What encrypts the content of overdrachten; neither: it is stored readable. */
  inhoud: { sleutels: { id: string; sleutel: Buffer }[]; kluis: { adres: string; geheim: string } | undefined };
  apiSleutels: { naam: string; sha256: string }[];
  apiEntra: { audience: string; tenant: string } | undefined;
  ledenlijstMinuten: number;
  klok: { start: string; tempo: number } | undefined;
  rondeSeconden: number;
  waakhondUrl: string | undefined;
  logLevel: Waarden['LOG_LEVEL'];
}

const GEHEIM = new Set<string>([
  'MicrosoftAppPassword',
  'COSMOS_SLEUTEL',
  'API_SLEUTELS',
  'INHOUD_SLEUTELS',
  'WAAKHOND_URL',
]);

function fout(naam: string, waarde: string | undefined, remedie: string): ConfigFout {
  const getoond =
    waarde === undefined ? 'is niet ingesteld' : GEHEIM.has(naam) ? 'heeft een ongeldige waarde' : `is '${waarde}'`;
  return new ConfigFout(`${naam} ${getoond}. Nodig: ${remedie}.`);
}

/** Reads the environment. Throws ConfigFout with all that is wrong. */
export function leesConfig(env: Record<string, string | undefined>): Config {
  const fouten = Object.keys(env)
    .filter((naam) => EIGEN.test(naam) && !(naam in VARIABELEN))
    // The value stays out: this may be a secret under a misspelled name.
    .map((naam) => new ConfigFout(`${naam} bestaat niet als variabele. Nodig: de juiste naam uit .env.example.`));
  const waarden: Record<string, unknown> = {};
  for (const [naam, [schema, remedie]] of Object.entries(VARIABELEN)) {
    // An empty variable is the same as none, as in most deployment tools.
    const ruw = env[naam] === '' ? undefined : env[naam];
    const gelezen = schema.safeParse(ruw);
    if (gelezen.success) waarden[naam] = gelezen.data;
    else fouten.push(fout(naam, ruw, remedie));
  }
  if (fouten.length > 0) throw new ConfigFout(fouten.map(({ message }) => message).join('\n'));
  return samenhang(waarden as Waarden);
}

function samenhang(w: Waarden): Config {
  const productie = w.NODE_ENV === 'production';
  if (!w.MicrosoftAppId && productie) {
    throw fout(
      'MicrosoftAppId',
      undefined,
      'in productie moet de bot zich kunnen bewijzen; vul de Application (client) ID in',
    );
  }
  if (productie && w.INHOUD_SLEUTELS.length === 0 && !w.INHOUD_KLUIS) {
    throw fout(
      'INHOUD_SLEUTELS',
      undefined,
      'in productie wordt de inhoud van overdrachten versleuteld; maak een sleutel met `echo "1:$(openssl rand -base64 32)"`, of gebruik INHOUD_KLUIS',
    );
  }
  // 0 is any free port, so another one each time.
  if (w.BEHEER_POORT === w.PORT && w.PORT !== 0) {
    throw fout('BEHEER_POORT', String(w.BEHEER_POORT), VARIABELEN.BEHEER_POORT[1]);
  }
  if (w.MicrosoftAppId && !w.MicrosoftAppType) {
    throw fout(
      'MicrosoftAppType',
      undefined,
      'SingleTenant of UserAssignedMsi (zonder type zou de bot elke tenant toelaten)',
    );
  }
  if (w.MicrosoftAppId && !w.MicrosoftAppTenantId) {
    throw fout('MicrosoftAppTenantId', undefined, 'de Directory (tenant) ID in Entra, een GUID');
  }
  if (w.MicrosoftAppType === 'SingleTenant' && w.MicrosoftAppId && !w.MicrosoftAppPassword) {
    throw fout('MicrosoftAppPassword', undefined, 'het client secret van de bot');
  }
  if (w.MicrosoftAppId && w.PUBLIEK_ADRES?.startsWith('http:')) {
    throw fout('PUBLIEK_ADRES', w.PUBLIEK_ADRES, 'een adres dat met https:// begint, want een dossier gaat eroverheen');
  }
  if (w.API_AUDIENCE && !w.MicrosoftAppTenantId) {
    throw fout('MicrosoftAppTenantId', undefined, 'de tenant die tokens voor API_AUDIENCE uitgeeft, een GUID');
  }
  if (w.KLOK_START && w.MicrosoftAppId) {
    throw fout(
      'KLOK_START',
      w.KLOK_START,
      'een virtuele klok kan alleen zonder MicrosoftAppId; haal deze variabele weg',
    );
  }
  if (w.KLOK_TEMPO !== 1 && w.MicrosoftAppId) {
    throw fout(
      'KLOK_TEMPO',
      String(w.KLOK_TEMPO),
      'een virtuele klok kan alleen zonder MicrosoftAppId; haal deze variabele weg',
    );
  }
  if (w.OPSLAG === 'cosmos' && !w.COSMOS_ENDPOINT) {
    throw fout('COSMOS_ENDPOINT', undefined, 'het adres van het Cosmos DB-account, https://…');
  }
  const host = w.HOST ?? (w.MicrosoftAppId ? '0.0.0.0' : '127.0.0.1');
  if (!w.MicrosoftAppId && !['127.0.0.1', 'localhost', '::1'].includes(host)) {
    throw fout('HOST', host, 'zonder MicrosoftAppId luistert de bot alleen op 127.0.0.1, want iedereen kan dan alles');
  }
  return {
    poort: w.PORT,
    host,
    beheerPoort: w.BEHEER_POORT,
    bot:
      w.MicrosoftAppId && w.MicrosoftAppType && w.MicrosoftAppTenantId
        ? {
            appId: w.MicrosoftAppId,
            type: w.MicrosoftAppType,
            wachtwoord: w.MicrosoftAppPassword ?? '',
            tenant: w.MicrosoftAppTenantId,
          }
        : undefined,
    publiekAdres: w.PUBLIEK_ADRES,
    tenants: w.TOEGESTANE_TENANTS ?? (w.MicrosoftAppTenantId ? [w.MicrosoftAppTenantId] : []),
    opslag:
      w.OPSLAG === 'cosmos'
        ? { soort: 'cosmos', endpoint: w.COSMOS_ENDPOINT ?? '', sleutel: w.COSMOS_SLEUTEL, database: w.COSMOS_DATABASE }
        : { soort: 'sqlite', bestand: w.SQLITE_BESTAND },
    adresboekBestand: w.ADRESBOEK_BESTAND,
    beleidBestand: w.BELEID_BESTAND,
    inhoud: { sleutels: w.INHOUD_SLEUTELS, kluis: w.INHOUD_KLUIS },
    apiSleutels: w.API_SLEUTELS,
    apiEntra:
      w.API_AUDIENCE && w.MicrosoftAppTenantId
        ? { audience: w.API_AUDIENCE, tenant: w.MicrosoftAppTenantId }
        : undefined,
    ledenlijstMinuten: w.LEDENLIJST_MINUTEN,
    klok: w.KLOK_START || w.KLOK_TEMPO !== 1 ? { start: w.KLOK_START ?? '', tempo: w.KLOK_TEMPO } : undefined,
    rondeSeconden: w.RONDE_SECONDEN,
    waakhondUrl: w.WAAKHOND_URL,
    logLevel: w.LOG_LEVEL,
  };
}
