/** Two instances of the whole program over one Cosmos DB account, each with a clock of its own. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { KLOKVERSCHIL_MS } from '../../src/kern/tijd/klokverschil.ts';
import { instant, verschuif } from '../../src/kern/tijd/werkdagen.ts';
import { CLAIM_MS } from '../../src/toepassing/postvak/claim.ts';
import { startConnector, type NepConnector } from '../steun/connector.ts';
import { startCosmosEmulator, type CosmosEmulator } from '../steun/cosmos-emulator.ts';
import { BOT, TENANT } from '../steun/teams.ts';
import { KOUD, NAAR_TEAM, NU, startToepassing, TEAM, type Opstelling } from '../steun/toepassing.ts';

const KANAAL = '19:noord@thread.tacv2';
const VT_KANAAL = '19:vt@thread.tacv2';
const BEGIN = instant(NU);

let emulator: CosmosEmulator;
let connector: NepConnector;
let nr = 0;
let voor: Opstelling;
let achter: Opstelling;

beforeAll(async () => {
  [emulator, connector] = await Promise.all([startCosmosEmulator({ tls: false }), startConnector()]);
});
afterAll(async () => {
  await connector.sluit();
  await emulator.stop();
});

async function tweeInstanties(achterMs: number): Promise<void> {
  nr += 1;
  const env = {
    OPSLAG: 'cosmos',
    COSMOS_ENDPOINT: emulator.endpoint,
    COSMOS_SLEUTEL: emulator.sleutel,
    COSMOS_DATABASE: `klokken-${nr}`,
  };
  voor = await startToepassing({ env });
  achter = await startToepassing({ env, nu: verschuif(BEGIN, -achterMs) });
  for (const [organisatie, conversatie] of [
    [TEAM, KANAAL],
    ['veilig-thuis', VT_KANAAL],
  ] as const) {
    const waar = {
      conversatie,
      serviceUrl: connector.serviceUrl,
      tenant: TENANT,
      botId: BOT.id,
      soort: 'kanaal' as const,
    };
    await voor.toepassing.adressen.onthoud(waar);
    await voor.toepassing.adressen.koppel(organisatie, conversatie);
  }
  await voor.meld();
  await voor.geef(NAAR_TEAM);
  connector.wis();
}
const stop = (): Promise<unknown> => Promise.all([voor.stop(), achter.stop()]);

const geplaatst = (conversatie: string): number => connector.gesprekken.get(conversatie)?.length ?? 0;

/** The connector has the card, and does not answer yet. */
async function kaartOnderweg(): Promise<{ laatDoor(): Promise<unknown> }> {
  let laatDoor: () => void = () => undefined;
  const tot = new Promise<void>((klaar) => {
    laatDoor = klaar;
  });
  connector.stoor({ soort: 'wacht', tot }, { methode: 'POST', conversatie: KANAAL, keer: 1 });
  const aantal = connector.aanroepen.length;
  const gegeven = voor.geef(KOUD);
  await connector.wachtOp(aantal + 1);
  return {
    async laatDoor() {
      laatDoor();
      return gegeven;
    },
  };
}
const AFSPRAAK = {
  soort: 'monitoring-afspreken',
  op: '2026-12-20T10:00:00+01:00',
  wie: 'Veilig Thuis',
  wat: 'Bellen.',
};

describe.each([
  ['40 s', 40_000],
  ['as far as may be', KLOKVERSCHIL_MS],
])('given two instances of which one clock is behind by %s, and a card that is on its way', (_naam, achterMs) => {
  beforeEach(() => tweeInstanties(achterMs));

  test('when the team confirmed at the one ahead, then the one behind says so at once', async () => {
    const wie = async () => (await achter.api('GET', '/api/v1/casussen/VT-2026-0001/verantwoordelijke')).body;
    const nieuw = { casusnummer: 'VT-2026-0002', meldingOntvangenOp: BEGIN };
    expect((await voor.meld(nieuw)).status).toBe(201);
    const pas = await achter.api('GET', '/api/v1/casussen/VT-2026-0002/verantwoordelijke');
    expect(pas).toMatchObject({ status: 200, body: { partij: 'veilig-thuis', sinds: BEGIN } });
    expect((await achter.meld(nieuw)).status).toBe(200);
    await voor.geef(KOUD);
    expect(await wie()).toMatchObject({ partij: 'veilig-thuis' });
    await voor.geef({ soort: 'bevestiging-vastleggen', gegevenOp: BEGIN, via: 'telefoon', doorWie: 'Noor Verbeek' });
    expect(await wie()).toMatchObject({ partij: 'lokale-toegang', team: TEAM, sinds: BEGIN });
    await stop();
  });

  test('when something else happens in that casus at the one behind, then the card is not posted again', async () => {
    const { laatDoor } = await kaartOnderweg();
    expect((await achter.geef(AFSPRAAK)).status).toBe(200);
    await achter.toepassing.ronde();
    await laatDoor();
    await voor.toepassing.ronde();
    await achter.toepassing.ronde();
    expect(geplaatst(KANAAL)).toBe(1);
    const soorten = (await voor.document())?.journaal.map(({ soort }) => soort) ?? [];
    expect(soorten.filter((soort) => soort === 'bericht-onzeker')).toEqual([]);
    await stop();
  });

  test('when it is the one behind that sends, then the one ahead leaves it its time', async () => {
    [voor, achter] = [achter, voor];
    const { laatDoor } = await kaartOnderweg();
    // The longest that a try may take.
    achter.klok.vooruit(CLAIM_MS - 1_000);
    await achter.toepassing.ronde();
    await laatDoor();
    await achter.toepassing.ronde();
    expect(geplaatst(KANAAL)).toBe(1);
    await stop();
  });

  test('when who sends dies, then the other sends it, marked, once nobody can be busy with it', async () => {
    await kaartOnderweg();
    connector.stoorNietMeer();
    achter.klok.vooruit(CLAIM_MS + 2 * KLOKVERSCHIL_MS + 1_000);
    await achter.toepassing.ronde();
    expect(
      connector.aanroepen.filter(({ conversatie, methode }) => conversatie === KANAAL && methode === 'POST'),
    ).toHaveLength(2);
    const soorten = (await achter.document())?.journaal.map(({ soort }) => soort) ?? [];
    expect(soorten.filter((soort) => soort === 'bericht-onzeker')).toHaveLength(1);
  });
});

test('given a message that waits an hour, when a clock is set back by two, then it does not wait three', async () => {
  await tweeInstanties(0);
  connector.stoor(
    { soort: 'weiger', status: 429, koppen: { 'retry-after': '3600' } },
    { conversatie: KANAAL, keer: 1 },
  );
  await voor.geef(KOUD);
  expect(geplaatst(KANAAL)).toBe(0);
  voor.klok.vooruit(-2 * 3_600_000);
  expect((await voor.geef(AFSPRAAK)).status).toBe(200);
  await voor.toepassing.ronde();
  expect(geplaatst(KANAAL)).toBe(1);
  await stop();
});
