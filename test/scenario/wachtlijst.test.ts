import { expect, test } from 'vitest';
import { NOOR, NOORD, OOST } from './mensen.ts';
import { draagOver, KOUD, meld, NAAR_LOKAAL } from './stappen.ts';
import { maakWereld } from './wereld.ts';

const X = 'VT-2026-0001';
const Y = 'VT-2026-0002';
const Z = 'VT-2026-0003';

test('an intervention about an earlier team frees that team in every casus, not the one that came after it (§4.2)', async () => {
  const wereld = await maakWereld();
  for (const casusnummer of [X, Y]) await draagOver(wereld, casusnummer);
  for (const casusnummer of [X, Y])
    await wereld.klik(NOOR, 'wachtlijst-melden', { casusnummer, overdracht: 1, toelichting: 'Vol tot in januari' });
  await wereld.vt(X, KOUD(OOST));
  await wereld.vt(X, { soort: 'wachtlijst-melden', toelichting: 'Ook hier vol' });
  await wereld.vt(X, { soort: 'interventie-gemeente-vastleggen', wat: 'Noord krijgt uren', team: NOORD });
  await meld(wereld, Z);
  await wereld.vt(Z, NAAR_LOKAAL);
  const draag = (team: string) => wereld.api('POST', `/api/v1/casussen/${Z}/opdrachten`, KOUD(team));
  expect(await draag(OOST)).toMatchObject({ code: 'team-heeft-wachtlijst' });
  expect((await draag(NOORD)).status).toBe(200);
});
