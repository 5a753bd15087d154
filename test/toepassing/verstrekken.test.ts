import { expect, test } from 'vitest';
import { maakBezorger } from '../../src/toepassing/bezorging/bezorger.ts';
import type { Aanvrager } from '../../src/toepassing/casus/rechten.ts';
import { maakDossierlinks } from '../../src/toepassing/dossier/dossierlinks.ts';
import { maakVerstrekken } from '../../src/toepassing/dossier/verstrekken.ts';
import { NUMMER, startToepassing, SYSTEEM } from '../steun/toepassing.ts';

const LEIDING: Aanvrager = { id: 'aad', naam: 'Iemand', kanaal: 'teams', rollen: [{ rol: 'vt-leidinggevende' }] };

async function verstrekken(adres: string | undefined) {
  const op = await startToepassing();
  await op.registreer(SYSTEEM);
  const { omgeving, dienst } = op.toepassing;
  const links = maakDossierlinks(omgeving);
  const delen = { omgeving, dienst, links, bezorger: maakBezorger(omgeving), publiekAdres: () => adres };
  const antwoord = await maakVerstrekken(delen).vraag(NUMMER, LEIDING);
  const register = await omgeving.opslag.leesRegister('dossierlinks');
  await op.stop();
  return { antwoord, register };
}

test('without an address where people reach the server there is no link, and the beheerder knows what to do', async () => {
  const { antwoord, register } = await verstrekken(undefined);
  expect(antwoord).toMatchObject({ ok: false, tekst: expect.stringContaining('PUBLIEK_ADRES') });
  expect(register).toBeUndefined();
});

test('the link begins with that address, with its path', async () => {
  const { antwoord } = await verstrekken('https://voorbeeld.example/zicht');
  expect(antwoord).toMatchObject({
    url: expect.stringMatching(/^https:\/\/voorbeeld\.example\/zicht\/dossier\/[\w-]{43}$/),
  });
});

test('links that were never used are gone from the store with the next one that is asked for', async () => {
  const op = await startToepassing();
  const links = maakDossierlinks(op.toepassing.omgeving);
  const persoon = { id: 'aad', naam: 'Iemand' };
  await links.maak({ casusnummer: 'VT-2026-0001', persoon });
  op.klok.zet('2026-12-02T09:15:00.000Z');
  await links.maak({ casusnummer: 'VT-2026-0002', persoon });
  const { waarde } = (await op.toepassing.omgeving.opslag.leesRegister<object>('dossierlinks')) ?? {};
  expect(Object.values(waarde ?? {})).toEqual([
    { casusnummer: 'VT-2026-0002', persoon, geldigTot: '2026-12-02T09:30:00.000Z' },
  ]);
  await op.stop();
});
