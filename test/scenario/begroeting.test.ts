/** The greeting counts as given once it has arrived: a failed one is tried again at the next event there. */
import { expect, test } from 'vitest';
import { KLOKVERSCHIL_MS } from '../../src/kern/tijd/klokverschil.ts';
import { verschuif } from '../../src/kern/tijd/werkdagen.ts';
import { BOT, TENANT } from '../steun/teams.ts';
import { KANALEN, NOOR, ONNO } from './mensen.ts';
import { maakWereld, type Wereld } from './wereld.ts';

const OOST: string = KANALEN.oost.conversatie;
const installatie = { type: 'installationUpdate', action: 'add', channelData: { tenant: { id: TENANT } } };
const toegevoegd = { type: 'conversationUpdate', membersAdded: [BOT] };
const iemandBij = { type: 'conversationUpdate', membersAdded: [{ id: `29:${ONNO.aadObjectId}` }] };

const groeten = ({ connector }: Wereld, conversatie = OOST): number =>
  [...connector.gesprekken]
    .filter(([waar]) => waar.startsWith(conversatie))
    .flatMap(([, geplaatst]) => geplaatst)
    .filter(({ eerst }) => String(eerst['summary']).includes('wat je kunt vragen')).length;

test.each([
  ['the other event of the same install', toegevoegd],
  ['somebody who joins there', iemandBij],
  ['an upgrade of the app', { ...installatie, action: 'add-upgrade' }],
])('when Teams refuses the first greeting, %s brings it, and nothing after it does', async (_wat, volgende) => {
  const wereld = await maakWereld({ gekoppeld: [] });
  wereld.connector.stoor({ soort: 'weiger', status: 502 }, { methode: 'POST', keer: 1 });
  await wereld.gebeurtenis(OOST, installatie);
  expect(groeten(wereld)).toBe(0);
  await wereld.gebeurtenis(OOST, volgende);
  await wereld.gebeurtenis(OOST, volgende);
  await wereld.gebeurtenis(OOST, iemandBij);
  expect(groeten(wereld)).toBe(1);
});

test('when Teams refuses the first greeting in a personal chat, whoever types there is greeted after the answer', async () => {
  const wereld = await maakWereld({ gekoppeld: [] });
  const eigen = `a:${NOOR.aadObjectId}`;
  wereld.connector.stoor({ soort: 'weiger', status: 502 }, { methode: 'POST', keer: 1 });
  await wereld.gebeurtenis(eigen, installatie);
  await wereld.typ(NOOR, 'status VT-2026-0001');
  await wereld.typ(NOOR, 'status VT-2026-0001');
  expect(groeten(wereld, eigen)).toBe(1);
});

test('two events of one install at once are greeted once', async () => {
  const wereld = await maakWereld({ gekoppeld: [] });
  await Promise.all([wereld.gebeurtenis(OOST, installatie), wereld.gebeurtenis(OOST, toegevoegd)]);
  expect(groeten(wereld)).toBe(1);
});

test('a greeting whose outcome was never written down is given again after its minute, by every clock', async () => {
  const wereld = await maakWereld({ gekoppeld: [] });
  const { adressen } = wereld.toepassing();
  // By an instance whose clock is behind.
  expect(await adressen.neemGroet(OOST, verschuif(wereld.klok.nu(), -KLOKVERSCHIL_MS))).toBe(true);
  await wereld.gebeurtenis(OOST, toegevoegd);
  expect(groeten(wereld)).toBe(0);
  await wereld.naar('2026-11-23T09:01:00+01:00');
  await wereld.gebeurtenis(OOST, toegevoegd);
  expect(groeten(wereld)).toBe(1);
});

test('where nobody was ever greeted, an event without an install is no reason to begin', async () => {
  const wereld = await maakWereld({ gekoppeld: [] });
  await wereld.gebeurtenis(OOST, iemandBij);
  await wereld.typ(NOOR, 'status VT-2026-0001');
  expect(groeten(wereld) + groeten(wereld, `a:${NOOR.aadObjectId}`)).toBe(0);
});
