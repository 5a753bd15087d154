/** An invented region to measure in: an adresboek, linked channels, an OpenID provider, a connector and casussen. */
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pino } from 'pino';
import { leesConfig } from '../../src/config.ts';
import { meldingSchema } from '../../src/kern/onderwerpen/melding.ts';
import { opdrachtSchema } from '../../src/kern/opdrachten.ts';
import { instant, type Instant } from '../../src/kern/tijd/werkdagen.ts';
import { maakVirtueleKlok } from '../../src/klok.ts';
import { start, type Toepassing } from '../../src/samenstelling.ts';
import { registratiesysteem } from '../../src/toepassing/casus/rechten.ts';

export const APP = '9f1c0f7e-0000-4000-8000-000000000001';
export const TENANT = '11111111-2222-3333-4444-555555555555';
export const BOT_ID = `28:${APP}`;
export const TEAM = 'wijkteam-001';
/** An employee of Veilig Thuis, and a member of that team. */
export const VT_MEDEWERKER = '00000000-0000-4000-8000-000000000001';
export const LID = '00000000-0000-4000-8000-000000100001';
/** Content is encrypted, as in production. */
export const INHOUD_SLEUTELS = `1:${randomBytes(32).toString('base64')}`;
/** Channels and teams. */
export const TEAMS = 200;
export const SJABLOON = 'VT-2026-0000';

const mens = (nr: number, naam: string) => ({
  naam: `${naam} ${nr}`,
  aadObjectId: `00000000-0000-4000-8000-${String(nr).padStart(12, '0')}`,
});
const teamSleutel = (nr: number): string => `wijkteam-${String(nr).padStart(3, '0')}`;
export const kanaalVan = (organisatie: string): string => `19:${organisatie}@thread.tacv2`;

export const adresboek = (teams: number) => ({
  bijgewerktOp: '2026-01-01T00:00:00+01:00',
  beheerders: [],
  veiligThuis: { naam: 'Veilig Thuis', medewerkers: [mens(1, 'Medewerker')], leidinggevenden: [mens(2, 'Leiding')] },
  gemeenten: [{ sleutel: 'breda', naam: 'Breda', contactambtenaren: [mens(3, 'Ambtenaar')] }],
  teams: Array.from({ length: teams }, (_, nr) => ({
    sleutel: teamSleutel(nr + 1),
    naam: `Wijkteam ${nr + 1}`,
    gemeente: 'breda',
    soort: 'wijkteam',
    leden: [mens(100_001 + nr, 'Lid')],
    leidinggevenden: [mens(200_001 + nr, 'Leiding')],
    telefoon: '076 555 01 01',
  })),
  stuurgroep: { naam: 'Stuurgroep', leden: [] },
});

/** Of every channel: ten people, of whom the adresboek need not know. */
const ROOSTER = Array.from({ length: 10 }, (_, nr) => ({
  id: `29:${nr}`,
  aadObjectId: mens(300_001 + nr, '').aadObjectId,
  tenantId: TENANT,
}));

export interface Ontvanger {
  serviceUrl: string;
  ontvangen(): number;
  sluit(): Promise<void>;
}

/** A connector that takes everything at once and keeps nothing. */
export async function startOntvanger(): Promise<Ontvanger> {
  let aantal = 0;
  const server = createServer((verzoek, antwoord) => {
    verzoek.resume().once('end', () => {
      aantal += 1;
      if (verzoek.method === 'GET') {
        antwoord.end(JSON.stringify({ members: ROOSTER }));
        return;
      }
      antwoord.writeHead(201, { 'content-type': 'application/json' });
      antwoord.end(`{"id":"act-${aantal}"}`);
    });
  });
  await new Promise<void>((klaar) => server.listen(0, '127.0.0.1', klaar));
  return {
    serviceUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ontvangen: () => aantal,
    sluit: () =>
      new Promise((klaar) => {
        server.close(() => klaar());
        server.closeAllConnections();
      }),
  };
}

export interface Zaaigoed {
  bestand: string;
  adresboekBestand: string;
}

/** What happens when: a casus (by its number) is handed over to the team, or a round runs. */
export interface Moment {
  op: Instant;
  wat: 'ronde' | { casusnummer: string };
}

/** Lets the real program live through these moments, in order, and stops it. */
export async function zaai(map: string, serviceUrl: string, momenten: readonly Moment[]): Promise<Zaaigoed> {
  await mkdir(map, { recursive: true });
  const bestand = join(map, 'opslag.db');
  const adresboekBestand = join(map, 'adresboek.json');
  await writeFile(adresboekBestand, JSON.stringify(adresboek(TEAMS)));
  const klok = maakVirtueleKlok(momenten[0]?.op ?? instant(Date.now()), 0);
  const config = leesConfig({
    PORT: '0',
    SQLITE_BESTAND: bestand,
    ADRESBOEK_BESTAND: adresboekBestand,
    INHOUD_SLEUTELS,
    RONDE_SECONDEN: '3600',
  });
  const programma = await start(config, { klok, log: pino({ level: 'silent' }) });
  await koppelAlles(programma, serviceUrl);
  for (const { op, wat } of momenten) {
    klok.zet(op);
    await (wat === 'ronde' ? programma.ronde() : draagOver(programma, wat.casusnummer));
  }
  await programma.stop();
  return { bestand, adresboekBestand };
}

async function koppelAlles({ adressen }: Toepassing, serviceUrl: string): Promise<void> {
  for (const organisatie of [
    'veilig-thuis',
    'stuurgroep',
    ...Array.from({ length: TEAMS }, (_, nr) => teamSleutel(nr + 1)),
  ]) {
    const conversatie = kanaalVan(organisatie);
    await adressen.onthoud({ conversatie, serviceUrl, tenant: TENANT, botId: BOT_ID, soort: 'kanaal' });
    await adressen.koppel(organisatie, conversatie);
  }
}

async function draagOver({ dienst, omgeving, bezorgd }: Toepassing, casusnummer: string): Promise<void> {
  const aanvrager = registratiesysteem('meting');
  const melding = { casusnummer, gemeente: 'breda', meldingOntvangenOp: omgeving.klok.nu() };
  const uitkomsten = [await dienst.registreer(meldingSchema.parse(melding), aanvrager)];
  for (const opdracht of OPDRACHTEN) {
    uitkomsten.push(await dienst.voerUit({ casusnummer, opdracht: opdrachtSchema.parse(opdracht), aanvrager }));
  }
  await bezorgd();
  const geweigerd = uitkomsten.find(({ ok }) => !ok);
  if (geweigerd) throw new Error(`casus ${casusnummer}: ${JSON.stringify(geweigerd)}`);
}

const OPDRACHTEN = [
  { soort: 'triage-afronden', besluit: 'lokale-toegang' },
  {
    soort: 'overdragen',
    team: TEAM,
    wijze: 'koud',
    feiten: ['De politie was twee keer aan de deur in november.', 'De school belde over het verzuim.'],
    oordelen: [{ tekst: 'De kinderen zijn bang.', vanWie: 'de school', opGrondVan: 'gesprek met de mentor' }],
    aandachtspunten: ['Bel eerst de school.'],
  },
];
