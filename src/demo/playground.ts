/** Microsoft's local Teams client as a child process, with a team, channels and people of its own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createConnection } from 'node:net';
import { dirname, join } from 'node:path';
import type { Gespreksverwijzing } from '../toepassing/poorten.ts';

const TENANT = '00000000-0000-4000-8000-00000000aaaa';
const BOT = { id: '28:00000000-0000-4000-8000-00000000bbbb', name: 'Zicht op Veiligheid' };

/** The conversations of the client. Its first channel is always called General and has the team's id. */
export const GESPREKKEN = {
  wijkteam: '19:wijkteam-breda-noord@thread.tacv2',
  veiligThuis: '19:veilig-thuis@thread.tacv2',
  stuurgroep: '19:stuurgroep@thread.v2',
  persoonlijk: 'a:persoonlijk',
} as const;

const persoon = (nr: number, naam: string) => {
  const [voornaam = '', ...rest] = naam.split(' ');
  const adres = `${voornaam.toLowerCase()}@voorbeeld.example`;
  return {
    id: `29:gebruiker-${nr}`,
    name: naam,
    userPrincipleName: adres,
    aadObjectId: `00000000-0000-4000-8000-${String(nr).padStart(12, '0')}`,
    givenName: voornaam,
    surname: rest.join(' '),
    email: adres,
  };
};

/** JSON is YAML too. The client insists on exactly five users, one team and one extra channel. */
const INSTELLING = {
  version: '0.1.1',
  tenantId: TENANT,
  bot: BOT,
  currentUser: persoon(1, 'Sam de Bruin'),
  users: [
    persoon(2, 'Noor Verbeek'),
    persoon(3, 'Ilse Kramer'),
    persoon(4, 'Youssef Amrani'),
    persoon(5, 'Marit Timmers'),
    persoon(6, 'Joost Hendrix'),
  ],
  personalChat: { id: GESPREKKEN.persoonlijk },
  groupChat: { id: GESPREKKEN.stuurgroep, name: 'Stuurgroep' },
  team: {
    id: GESPREKKEN.wijkteam,
    name: 'Wijkteam Breda Noord',
    aadGroupId: '00000000-0000-4000-8000-00000000cccc',
    channels: [{ id: GESPREKKEN.veiligThuis, name: 'Veilig Thuis' }],
  },
};

/** The colleagues of the demo's user; what they get is delivered, but this client shows only its own user's chats. */
export const COLLEGAS = INSTELLING.users.map(({ id, aadObjectId }) => ({ id, aadObjectId }));

/** Opens the personal chat with a colleague; resolves with its conversation id. */
export async function openGesprekMet(id: string, poort: number): Promise<string> {
  const antwoord = await fetch(`http://127.0.0.1:${poort}/_connector/v3/conversations`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ isGroup: false, bot: BOT, members: [{ id }], tenantId: TENANT }),
  });
  const { id: conversatie } = (await antwoord.json()) as { id: string };
  return conversatie;
}

export const verwijzing = (conversatie: string, poort: number): Gespreksverwijzing => ({
  conversatie,
  serviceUrl: `http://localhost:${poort}/_connector`,
  tenant: TENANT,
  botId: BOT.id,
  soort:
    conversatie === GESPREKKEN.stuurgroep ? 'groep' : conversatie === GESPREKKEN.persoonlijk ? 'persoonlijk' : 'kanaal',
});

/** True when something answers on this port of this machine. */
export function isBezet(poort: number): Promise<boolean> {
  return new Promise((klaar) => {
    const verbinding = createConnection({ port: poort, host: '127.0.0.1' });
    verbinding.once('connect', () => {
      verbinding.destroy();
      klaar(true);
    });
    verbinding.once('error', () => klaar(false));
  });
}

export interface Playground {
  url: string;
  stop(): void;
  /** Resolves when the client has stopped by itself. */
  gestopt: Promise<void>;
}

/** Starts the client and resolves when it answers. Rejects with what it printed when it stops before that. */
export async function startPlayground(delen: { poort: number; bot: string; map: string }): Promise<Playground> {
  const { poort, bot, map } = delen;
  const instelling = join(map, 'playground.yml');
  await writeFile(instelling, JSON.stringify(INSTELLING, null, 2));
  const cli = join(
    dirname(createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/package.json')),
    'cli.js',
  );
  const kind: ChildProcess = spawn(
    process.execPath,
    [
      cli,
      'start',
      '--app-endpoint',
      `${bot}/api/messages`,
      '--channel-id',
      'msteams',
      '--port',
      String(poort),
      '--disable-telemetry',
    ],
    {
      cwd: map,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        TEAMSAPPTESTER_BROWSER: 'none',
        APPLICATION_INSIGHTS_NO_STATSBEAT: '1',
        M365_AGENTS_PLAYGROUND_CONFIG_PATH: instelling,
        M365_AGENTS_PLAYGROUND_LOGFILE: join(map, 'playground.log'),
      },
    },
  );
  let uitvoer = '';
  kind.stdout?.on('data', (stuk: Buffer) => (uitvoer += stuk.toString()));
  kind.stderr?.on('data', (stuk: Buffer) => (uitvoer += stuk.toString()));
  let gestopt = false;
  const einde = new Promise<void>((klaar) => {
    kind.once('exit', () => {
      gestopt = true;
      klaar();
    });
  });
  const GEDULD_MS = 60_000;
  for (let gewacht = 0; !(await isBezet(poort)); gewacht += 200) {
    if (gestopt || gewacht > GEDULD_MS) {
      kind.kill();
      throw new Error(`De Teams-client van Microsoft startte niet.\n${uitvoer}`);
    }
    await new Promise((verder) => setTimeout(verder, 200));
  }
  return { url: `http://localhost:${poort}`, stop: () => kind.kill(), gestopt: einde };
}
