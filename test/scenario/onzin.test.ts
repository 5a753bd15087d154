import { describe, expect, test } from 'vitest';
import { BEA, ILSE, JOOST, LOES, NICO, NOOR, NOORD, ONNO, VERA, ZITA } from './mensen.ts';
import { draagOver, KOUD, meld, NAAR_LOKAAL } from './stappen.ts';
import { maakWereld, type Wereld } from './wereld.ts';

const X = 'VT-2026-0001';

async function overgedragen(): Promise<Wereld> {
  const wereld = await maakWereld();
  await draagOver(wereld, X);
  await wereld.nieuws();
  return wereld;
}

async function leeft(wereld: Wereld): Promise<void> {
  expect(await (await fetch(`${wereld.toepassing().url}/healthz`)).json()).toEqual({ leeft: true });
  expect((await wereld.typ(NOOR, `status ${X}`)).tekst).toContain(X);
}

describe('what people type', () => {
  test.each([
    ['nothing', ''],
    ['spaces and line ends', ' \n\t '],
    ['only a question mark', '?'],
    ['a story of 20,000 characters', 'de moeder en het kind '.repeat(910)],
    ['one word of 20,000 characters', 'a'.repeat(20_000)],
    ['SQL for a casusnummer', "status VT-2026-0001'; DROP TABLE casus; --"],
    ['SQL alone', "' OR 1=1 --"],
    ['Markdown around a casusnummer', 'status **[VT-2026-0001](https://kwaad.example)**'],
    ['a tag', 'status <at>VT-2026-0001</at><script>alert(1)</script>'],
    ['a template', 'status ${VT-2026-0001} ${$root}'],
    ['two casusnummers', `status ${X} VT-2026-0002`],
    ['a date that is none', `wie was verantwoordelijk voor ${X} op 31 februari 2026`],
    ['another language', 'Who is responsible for the case'],
    ['emoji and controls', '👶🏽\u202e\u0000status'],
  ])('%s: an answer in Dutch, nothing changes', async (_naam, tekst) => {
    const wereld = await overgedragen();
    const voor = (await wereld.toepassing().omgeving.opslag.lees(X))?.etag;
    const antwoord = await wereld.typ(NOOR, tekst);
    expect(antwoord.tekst.length).toBeGreaterThan(20);
    expect(antwoord.tekst.length).toBeLessThan(2500);
    expect(antwoord.tekst).not.toMatch(/undefined|\[object|kwaad\.example|<script/);
    expect((await wereld.toepassing().omgeving.opslag.lees(X))?.etag).toBe(voor);
    expect(await wereld.nieuws()).toEqual([]);
    await leeft(wereld);
  });
});

test.each([
  "VT-2026-0001'; DROP TABLE casus; --",
  '**VT**',
  '../../etc/passwd',
  'VT-2026-0001\u0000',
  'VT-١٢٣٤-٠٠٠١',
  ' ',
])('the casusnummer %j in a card is answered as one that is not there', async (casusnummer) => {
  const wereld = await overgedragen();
  for (const verb of ['status', 'ontvangst-bevestigen', 'terugnemen', 'formulier-triage']) {
    const antwoord = await wereld.klik(VERA, verb, { casusnummer, overdracht: 1, reden: 'x' });
    expect(antwoord).toMatchObject({ status: 200, soort: 'tekst' });
    expect(antwoord.tekst).not.toContain('DROP');
  }
  const melding = { casusnummer, gemeente: 'breda', datum: '2026-11-23', tijd: '08:15' };
  expect((await wereld.klik(VERA, 'nieuwe-casus', melding)).soort).toBe('tekst');
  expect(await wereld.nieuws()).toEqual([]);
  await leeft(wereld);
});

describe('what comes to /api/messages', () => {
  const verzoeken: [string, { body?: string; headers?: Record<string, string> }, number][] = [
    ['broken JSON', { body: '{"type":' }, 400],
    ['a list', { body: '[]' }, 401],
    ['nothing', {}, 400],
    ['gzip', { body: 'x', headers: { 'content-encoding': 'gzip', 'content-type': 'application/json' } }, 415],
    ['10 MB', { body: JSON.stringify({ text: 'a'.repeat(10_000_000) }) }, 413],
    ['plain text', { body: 'status', headers: { 'content-type': 'text/plain' } }, 415],
    [
      'an activity without conversation',
      { body: JSON.stringify({ type: 'message', channelId: 'msteams', serviceUrl: 'http://127.0.0.1:1' }) },
      400,
    ],
    [
      'an activity of another channel',
      { body: JSON.stringify({ type: 'message', channelId: 'webchat', serviceUrl: 'http://127.0.0.1:1' }) },
      401,
    ],
  ];
  test.each(verzoeken)('%s is refused and the program lives', async (_naam, verzoek, status) => {
    const wereld = await overgedragen();
    const headers = { 'content-type': 'application/json', ...verzoek.headers };
    const antwoord = await fetch(`${wereld.toepassing().url}/api/messages`, {
      method: 'POST',
      ...verzoek,
      headers,
    }).catch(() => undefined);
    // A body that is too large may be cut off before the answer is read.
    if (status !== 413 || antwoord) expect(antwoord?.status).toBe(status);
    expect(await wereld.nieuws()).toEqual([]);
    await leeft(wereld);
  });
});

test('no log line of a whole story holds a name, a text that someone wrote, or a part of it', async () => {
  const wereld = await maakWereld();
  const geheim = {
    feit: 'Geheimfeit over ruzie',
    aandacht: 'Geheimpunt over school',
    reden: 'Geheimreden van het team',
    vraag: 'Geheimvraag over moeder',
    regisseur: 'Geheime Regisseur',
    signaal: 'Geheimsignaal over de veiligheid',
    monitoring: 'Geheimafspraak voor januari',
    verschil: 'Geheimverschil van inzicht',
    verslag: 'Geheimverslag van het gesprek',
    afwijzing: 'Geheimafwijzing van het voorstel',
    vervolg: 'Geheimvervolg bij het gezin',
    zicht: 'Geheimuitleg bij Veilig Thuis',
    wachtlijst: 'Geheimoorzaak van de wachtlijst',
    interventie: 'Geheimingreep van de gemeente',
    advies: 'Geheimadvies over een kind',
    telefoon: '06 12345678',
  };
  await meld(wereld, X);
  await wereld.vt(X, NAAR_LOKAAL);
  await wereld.vt(X, { soort: 'vervolg-ingezet', wat: geheim.vervolg, op: wereld.klok.nu() });
  const inhoud = { feiten: [geheim.feit], aandachtspunten: [geheim.aandacht] };
  await wereld.vt(X, { ...KOUD(NOORD), ...inhoud });
  await wereld.klikOp(ZITA, await wereld.zie('noord', X), 'ontvangst-bevestigen');
  await wereld.klikOp(NOOR, await wereld.zie('noord', X), 'weigeren', { reden: geheim.reden });
  await wereld.vt(X, { ...KOUD(NOORD), ...inhoud });
  const kaart = await wereld.zie('noord', '⏳');
  await wereld.klikOp(NOOR, kaart, 'weigeren', { reden: `Bel ${geheim.telefoon}` });
  wereld.connector.stoor(
    { soort: 'weiger', status: 403, body: { error: { code: 'Forbidden', message: geheim.reden } } },
    { methode: 'PUT', keer: 2 },
  );
  wereld.connector.stoor({ soort: 'reset' }, { methode: 'POST', keer: 1 });
  await wereld.klikOp(NICO, kaart, 'ontvangst-bevestigen');
  // The card that could not be changed is posted anew.
  await wereld.ronde();
  await wereld.klikOp(NICO, await wereld.zie('noord', '✔'), 'oppakken', { casusregisseur: geheim.regisseur });
  const vast = { casusnummer: X, overdracht: 2 };
  await wereld.klik(NOOR, 'bekijk-overdracht', vast);
  await wereld.klik(ZITA, 'bekijk-overdracht', vast);
  await wereld.klik(NOOR, 'signaleren', { ...vast, wat: 'verzoek-raad', toelichting: geheim.signaal });
  const afspraak = { datum: '2027-01-04', tijd: '10:00', wie: 'veilig-thuis', wat: geheim.monitoring };
  await wereld.klik(NOOR, 'monitoring-afspreken', { ...vast, ...afspraak });
  await wereld.klik(NOOR, 'terugleggen-vragen', { ...vast, reden: geheim.reden });
  await wereld.klik(VERA, 'terugleggen-weigeren', { ...vast, reden: geheim.reden });
  await wereld.klik(NOOR, 'meningsverschil-melden', { ...vast, toelichting: geheim.verschil });
  await wereld.klik(VERA, 'meningsverschil-opschalen', { ...vast, vanStap: 1, gespreksverslag: geheim.verslag });
  await wereld.klik(LOES, 'meningsverschil-oplossen', { ...vast, uitkomst: 'lokale-toegang' });
  await wereld.klik(NOOR, 'uitkomst-afwijzen', { ...vast, reden: geheim.afwijzing });
  await wereld.klik(LOES, 'meningsverschil-oplossen', { ...vast, uitkomst: 'veilig-thuis' });
  await wereld.vt(X, { soort: 'geinformeerd', wie: 'clientsysteem', via: 'telefoon' });
  await wereld.vt(X, { soort: 'zicht-bevestigen', toelichting: geheim.zicht });
  await wereld.vt(X, { ...KOUD(NOORD), ...inhoud });
  await wereld.vt(X, { soort: 'wachtlijst-melden', toelichting: geheim.wachtlijst });
  await wereld.klik(JOOST, 'interventie-gemeente-vastleggen', { casusnummer: X, wat: geheim.interventie });
  await wereld.typ(VERA, geheim.advies);
  await wereld.klik(NOOR, geheim.vraag, { casusnummer: geheim.vraag });
  await wereld.klik(NOOR, 'status', { casusnummer: geheim.vraag });
  for (const wie of [NOOR, VERA, ONNO]) await wereld.typ(wie, `${geheim.vraag} ${X}`);
  await wereld.naar('2027-01-15T12:00:00+01:00');
  await wereld.toezicht();
  const metingen = await (await fetch(`${wereld.toepassing().url}/metrics`)).text();
  await wereld.herstart();

  const log = wereld.log.join('').toLowerCase();
  const namen = [VERA, LOES, NOOR, NICO, ILSE, ZITA, JOOST, BEA, ONNO].flatMap(({ naam }) =>
    naam.split(' ').filter((deel) => deel.length > 3),
  );
  for (const verboden of [...Object.values(geheim), ...namen, 'geheim']) {
    expect(wereld.log.filter((regel) => regel.toLowerCase().includes(verboden.toLowerCase()))).toEqual([]);
  }
  // Nor who, which team or which casus: every label would be a series of its own, and be kept for years.
  const waar = [X, NOORD, 'noord', 'breda', NOOR.aadObjectId, VERA.aadObjectId, '19:', ...Object.values(geheim)];
  expect(waar.filter((verboden) => metingen.toLowerCase().includes(verboden.toLowerCase()))).toEqual([]);
  // A name as a word: in "verantwoordelijke" nobody is named.
  expect(namen.filter((naam) => new RegExp(`(?<!\\p{L})${naam}(?!\\p{L})`, 'iu').test(metingen))).toEqual([]);
  expect(metingen).toMatch(/^klik_duur_seconden_count\{uitkomst="kaart"\} [1-9]/m);
  const soorten = await wereld.soorten(X);
  for (const soort of [
    'gesignaleerd',
    'monitoring-afgesproken',
    'meningsverschil-opgeschaald',
    'uitkomst-afgewezen',
    'meningsverschil-opgelost',
    'vervolg-ingezet',
    'zicht-bevestigd',
    'interventie-gemeente-vastgelegd',
  ])
    expect(soorten).toContain(soort);
  // Controls: the story took place, and the log is there, and names the casus.
  expect(log).toContain(X.toLowerCase());
  expect(wereld.log.length).toBeGreaterThan(20);
});
