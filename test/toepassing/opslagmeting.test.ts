import { expect, test } from 'vitest';
import { openSqlite } from '../../src/adapters/opslag/sqlite.ts';
import { metMeting } from '../../src/toepassing/toezicht/opslagmeting.ts';
import { contract } from '../adapters/opslag/contract.ts';
import { NU, voorbeeld } from '../adapters/opslag/voorbeeld.ts';

// What is measured is still that store.
contract('SQLite, measured', async () => metMeting(openSqlite({ bestand: ':memory:' }), () => undefined));

test('every call is counted once, by kind and by how it ended', async () => {
  const gemeten: string[] = [];
  const opslag = metMeting(openSqlite({ bestand: ':memory:' }), (soort, uitkomst, seconden) => {
    gemeten.push(`${soort} ${uitkomst}`);
    expect(seconden).toBeGreaterThanOrEqual(0);
  });
  await opslag.maak(voorbeeld('VT-2026-0001'));
  await opslag.maak(voorbeeld('VT-2026-0001'));
  await opslag.lees('VT-2026-9999');
  await opslag.vervang(voorbeeld('VT-2026-0001'), 'oud');
  await opslag.vervang(voorbeeld('VT-2026-0001'), '1');
  await opslag.teWekken(NU, 1);
  await opslag.zoek({ maximum: 1 });
  await opslag.leesRegister('x');
  await opslag.schrijfRegister('x', 1, undefined);
  await opslag.schrijfRegister('x', 1, undefined);
  await opslag.controleer();
  await opslag.sluit();
  await expect(opslag.lees('VT-2026-0001')).rejects.toThrow('gesloten');
  expect(gemeten).toEqual([
    'maak gelukt',
    'maak verloren',
    'lees gelukt',
    'vervang verloren',
    'vervang gelukt',
    'teWekken gelukt',
    'zoek gelukt',
    'leesRegister gelukt',
    'schrijfRegister gelukt',
    'schrijfRegister verloren',
    'controleer gelukt',
    'lees fout',
  ]);
});
