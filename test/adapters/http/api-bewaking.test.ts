import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { koppelBewaking } from '../../../src/adapters/http/bewaking.ts';
import { maakGereedheid } from '../../../src/adapters/http/gereedheid.ts';
import { maakMetingen } from '../../../src/adapters/http/metingen.ts';
import { luister, maakServer, sluit } from '../../../src/adapters/http/server.ts';
import { openSqlite } from '../../../src/adapters/opslag/sqlite.ts';
import { BEVINDINGEN } from '../../../src/kern/eigen/toezicht.ts';
import type { Toezichtstand } from '../../../src/toepassing/toezicht/toezichtstand.ts';
import { maakLogboek } from '../../steun/teams.ts';
import { KOUD, NAAR_TEAM, NUMMER, startToepassing, type Opstelling } from '../../steun/toepassing.ts';

const opruimen: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const werk of opruimen.splice(0)) await werk();
});

async function begin(): Promise<Opstelling> {
  const op = await startToepassing();
  opruimen.push(() => op.stop());
  await op.toepassing.ronde();
  return op;
}

describe('/healthz', () => {
  test('says that the process lives, to whoever asks, also when the store is gone', async () => {
    const op = await begin();
    await op.toepassing.omgeving.opslag.sluit();
    const { status, body } = await op.api('GET', '/healthz', { sleutel: null });
    expect([status, body]).toEqual([200, { leeft: true }]);
  });
});

describe('/readyz', () => {
  test('is 200 once a whole round has ended and the store can be written', async () => {
    const op = await begin();
    const { status, body } = await op.api('GET', '/readyz', { sleutel: null });
    expect([status, body]).toEqual([200, { klaar: true, opslag: true, ronde: true, redenen: [], waarschuwingen: [] }]);
  });

  test('is 503 when the store is closed or broken', async () => {
    const op = await begin();
    await op.toepassing.omgeving.opslag.sluit();
    const { status, body } = await op.api('GET', '/readyz', { sleutel: null });
    expect([status, body]).toMatchObject([
      503,
      { klaar: false, opslag: false, ronde: true, redenen: ['opslag-onbereikbaar'] },
    ]);
  });

  const STAND: Toezichtstand = { bevindingen: [], gezien: 3, onleesbaar: 0, wachtendeBerichten: 0 };

  /** What it answers when this is how the instance stands; what is left out is well. */
  async function vraag(anders: {
    sindsRonde?: number | undefined;
    sindsToezicht?: number;
    stand?: Partial<Toezichtstand>;
  }): Promise<[number, unknown]> {
    const opslag = openSqlite({ bestand: ':memory:' });
    const server = maakServer({ log: maakLogboek().log });
    koppelBewaking(server, {
      metingen: maakMetingen(),
      opslag: maakGereedheid({ controleer: (alleenLezen) => opslag.controleer(alleenLezen) }),
      sindsRonde: () => ('sindsRonde' in anders ? anders.sindsRonde : 0),
      rondeTeOudMs: 70_000,
      toezicht: {
        stand: () => ({ ...STAND, ...anders.stand }),
        sinds: () => anders.sindsToezicht ?? 0,
        teOudMs: 140_000,
      },
    });
    const { url } = await luister(server, { host: '127.0.0.1', poort: 0 });
    opruimen.push(
      () => sluit(server),
      () => opslag.sluit(),
    );
    const antwoord = await fetch(`${url}/readyz`);
    return [antwoord.status, await antwoord.json()];
  }

  test.each<[string, number | undefined, number]>([
    ['before the first round', undefined, 503],
    ['right after a round', 0, 200],
    ['as long as the last round is not too old', 70_000, 200],
    ['when rounds have stopped coming', 70_001, 503],
  ])('%s: %s ms since the last round is %i', async (_naam, sindsRonde, verwacht) => {
    const redenen = verwacht === 200 ? [] : ['ronde-te-oud'];
    expect(await vraag({ sindsRonde })).toMatchObject([verwacht, { opslag: true, ronde: verwacht === 200, redenen }]);
  });

  test('what the auditor found is a warning, once per kind: another instance could do no better', async () => {
    const bevindingen: Toezichtstand['bevindingen'] = [
      { soort: 'bericht-te-laat', waar: 'VT-2026-0001' },
      { soort: 'bericht-te-laat', waar: 'VT-2026-0002' },
      { soort: 'koppeling-stuk', waar: 'wijkteam-noord' },
    ];
    expect(await vraag({ stand: { bevindingen } })).toEqual([
      200,
      { klaar: true, opslag: true, ronde: true, redenen: [], waarschuwingen: ['bericht-te-laat', 'koppeling-stuk'] },
    ]);
  });

  test.each([
    [0, 0, 200],
    [1, 1, 503],
    [3, 1, 200],
    [4, 2, 200],
    [4, 3, 503],
  ])(
    'of %i casussen %i unreadable is %i: reading hardly any, it is this instance itself',
    async (gezien, onleesbaar, verwacht) => {
      const redenen = verwacht === 200 ? [] : ['casussen-onleesbaar'];
      expect(await vraag({ stand: { gezien, onleesbaar } })).toMatchObject([verwacht, { redenen }]);
    },
  );

  test('an auditor that stands still is a warning', async () => {
    expect(await vraag({ sindsToezicht: 140_000 })).toMatchObject([200, { waarschuwingen: [] }]);
    expect(await vraag({ sindsToezicht: 140_001 })).toMatchObject([200, { waarschuwingen: ['toezicht-staat-stil'] }]);
  });
});

test('the runbook has a paragraph for every reason and warning, and for what it names a series that exists', async () => {
  const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
  const runbook = readme.slice(readme.indexOf('## Als er iets misgaat'), readme.indexOf('## How it is built'));
  const koppen = runbook.split('\n\n').map((alinea) => alinea.slice(0, 200));
  for (const code of [
    ...BEVINDINGEN,
    'opslag-onbereikbaar',
    'ronde-te-oud',
    'casussen-onleesbaar',
    'toezicht-staat-stil',
  ])
    expect(koppen.filter((kop) => kop.startsWith(`**\`${code}\``))).toHaveLength(1);
  const op = await begin();
  const { tekst } = await op.api('GET', '/metrics');
  const namen = [...runbook.matchAll(/`([a-z]+(?:_[a-z]+)+)`/g)].map(([, naam]) => naam ?? '');
  expect(namen.length).toBeGreaterThan(5);
  for (const naam of namen) expect(tekst).toContain(`# HELP ${naam} `);
});

describe('/metrics', () => {
  test('is Prometheus text with what was done and refused', async () => {
    const op = await begin();
    await op.meld();
    await op.geef(KOUD);
    await op.geef(NAAR_TEAM);
    await op.geef(NAAR_TEAM);
    const { status, koppen, tekst } = await op.api('GET', '/metrics', { sleutel: null });
    expect(status).toBe(200);
    expect(koppen.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(tekst).toContain('opdrachten_totaal{soort="registreren",uitkomst="uitgevoerd"} 1\n');
    expect(tekst).toContain('opdrachten_totaal{soort="overdragen",uitkomst="triage-niet-afgerond"} 1\n');
    expect(tekst).toContain('opdrachten_totaal{soort="triage-afronden",uitkomst="uitgevoerd"} 1\n');
    expect(tekst).toContain('opdrachten_totaal{soort="triage-afronden",uitkomst="was-al-gedaan"} 1\n');
    expect(tekst).toMatch(/^ronde_duur_seconden_count [1-9]/m);
    expect(tekst).toContain('process_resident_memory_bytes');
  });

  test('counts the casussen that a round woke, and the messages that could not be delivered', async () => {
    const op = await begin();
    await op.verzonden();
    op.klok.vooruit(7 * 24 * 3_600_000);
    await op.toepassing.ronde();
    const { tekst } = await op.api('GET', '/metrics');
    expect(tekst).toMatch(/^ronde_casussen_gewekt_totaal [1-9]/m);
    expect(tekst).toContain('ronde_casussen_mislukt_totaal 0');
    expect(tekst).toMatch(/^bezorgingen_totaal\{kaart="\w+",uitkomst="mislukt"\} [1-9]/m);
  });

  test('holds no casusnummer, no name and nothing of what was sent', async () => {
    const op = await begin();
    await op.meld();
    await op.geef(NAAR_TEAM);
    await op.geef({ ...KOUD, feiten: ['De buurman hoorde geschreeuw.'] });
    await op.meld({ casusnummer: 'Jan de Vries' });
    await op.geef({ soort: 'Jan de Vries' });
    await op.geef(NAAR_TEAM, {}, 'VT-2026-4444');
    op.klok.vooruit(7 * 24 * 3_600_000);
    await op.toepassing.ronde();
    const { tekst } = await op.api('GET', '/metrics');
    expect(tekst).not.toMatch(
      new RegExp(`${NUMMER}|VT-2026-4444|Jan|buurman|Breda|Noord|Sam|Noor|Youssef|regsysteem`, 'i'),
    );
  });
});

describe('the log', () => {
  test('is JSON lines with the casusnummer and the outcome, without content or persons’ names', async () => {
    const op = await begin();
    await op.meld();
    await op.geef(NAAR_TEAM);
    await op.geef({ ...KOUD, feiten: ['De buurman hoorde geschreeuw.'] });
    await op.geef({ soort: 'weigeren', reden: 'Noor Verbeek is op vakantie' });
    const regels = op.log.map((regel) => JSON.parse(regel) as Record<string, unknown>);
    const opdrachten = regels.filter(({ msg }) => msg === 'opdracht');
    expect(opdrachten.map(({ casusnummer, opdracht, uitkomst }) => [casusnummer, opdracht, uitkomst])).toEqual([
      [NUMMER, 'registreren', 'uitgevoerd'],
      [NUMMER, 'triage-afronden', 'uitgevoerd'],
      [NUMMER, 'overdragen', 'uitgevoerd'],
      [NUMMER, 'weigeren', 'geen-recht'],
    ]);
    expect(op.log.join('')).not.toMatch(/buurman|Noor|vakantie/);
  });
});
