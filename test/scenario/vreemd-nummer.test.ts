/** What people type or send as a casusnummer may be anybody's name: no log line and no metric holds it (domein.md §7). */
import { expect, test } from 'vitest';
import { NOOR, VERA } from './mensen.ts';
import { draagOver, KOUD } from './stappen.ts';
import { maakWereld } from './wereld.ts';

const NAMEN = ['Fatima Yilmaz', 'Piet\n    at Fatima (Yilmaz:1:1)', 'AB-2026-0099', '190000001', 'VT-2026-0001 Yilmaz'];
const X = 'VT-2026-0001';

test('names sent as casusnummers through every door stand in no log line and no metric; that of a casus does', async () => {
  const wereld = await maakWereld();
  await draagOver(wereld, X);
  const opdrachten = [
    { soort: 'gescreend' },
    { soort: 'ontvangst-bevestigen' },
    KOUD('bestaat-niet'),
    { ...KOUD('wijkteam-noord'), feiten: ['Bel 06 12345678'] },
    { soort: 'wat-is-dit' },
  ];
  for (const naam of NAMEN) {
    const pad = `/api/v1/casussen/${encodeURIComponent(naam)}`;
    for (const deel of ['', '/verantwoordelijke', '/verantwoordelijke?op=gisteren'])
      await wereld.api('GET', pad + deel);
    for (const opdracht of opdrachten) {
      await wereld.api('POST', `${pad}/opdrachten`, opdracht, { 'idempotency-key': naam.replace(/\s/g, '') });
      await wereld.api('POST', `${pad}/opdrachten`, opdracht, { 'if-match': '"1"' });
    }
    const melding = { casusnummer: naam, gemeente: 'Breda', meldingOntvangenOp: wereld.klok.nu() };
    await wereld.api('POST', '/api/v1/casussen', melding);
    await wereld.api('GET', `/api/v1/casussen?na=${encodeURIComponent(naam)}`);
    for (const wie of [VERA, NOOR]) {
      for (const vraag of ['status', 'tijdlijn', 'wie is verantwoordelijk voor casus', 'overdragen', 'dossier'])
        await wereld.typ(wie, `${vraag} ${naam}`);
      const data = { casusnummer: naam, overdracht: 1, gebeurtenis: 1, kaart: 'overdracht', ...KOUD('bestaat-niet') };
      for (const verb of [
        'status',
        'tijdlijn',
        'acties',
        'bekijk-overdracht',
        'toelichting',
        'gescreend',
        'overdragen',
      ])
        await wereld.klik(wie, verb, data);
      await wereld.klik(wie, 'nieuwe-casus', { ...melding, datum: '2026-11-23', tijd: '08:00' });
      await wereld.klik(wie, 'gescreend', { ...data, kaart: 'screening', casusnummers: `${naam},${X}` });
      await wereld.ververs(wie, 'status', data);
    }
  }
  // Where reading fails halfway, what was sent is not known to be a casus either.
  const { opslag } = wereld.toepassing().omgeving;
  const { lees } = opslag;
  opslag.lees = (casusnummer) => Promise.reject(new Error(`stuk bij ${casusnummer}`));
  for (const naam of NAMEN) {
    await wereld.api('GET', `/api/v1/casussen/${encodeURIComponent(naam)}`);
    await wereld.klik(VERA, 'status', { casusnummer: naam });
    await wereld.klik(VERA, 'gescreend', { casusnummer: naam, kaart: 'screening', casusnummers: `${naam},${X}` });
  }
  opslag.lees = lees;
  const metingen = await (await fetch(`${wereld.toepassing().url}/metrics`)).text();
  for (const gezien of [...wereld.log, metingen])
    for (const verboden of [/Yilmaz/i, /Fatima/i, /AB-2026/, /190000001/]) expect(gezien).not.toMatch(verboden);
  expect(wereld.log.some((regel) => regel.includes(X))).toBe(true);
});
