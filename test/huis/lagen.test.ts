/** The floors of the house: nothing imports upward or in a circle, and each name, folder and file stays small and one thing. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { gebreken, type Boom } from './lagen.ts';

const SRC = join(import.meta.dirname, '../../src');

/** What may not be so and still is; a line that is no longer needed fails too. */
const NOG_NIET: readonly string[] = [];

const leesSrc = (): Boom =>
  new Map(
    readdirSync(SRC, { recursive: true, encoding: 'utf8' })
      .filter((pad) => pad.endsWith('.ts'))
      .map((pad) => [pad.split(sep).join('/'), readFileSync(join(SRC, pad), 'utf8')]),
  );

const boom = (bestanden: Record<string, string>): Boom => new Map(Object.entries(bestanden));

describe('the house', () => {
  it('has nothing that imports upward or in a circle, and one name for one thing', () => {
    expect(gebreken(leesSrc())).toEqual(NOG_NIET);
  });
});

describe('the check itself', () => {
  it('lets a sound house pass', () => {
    expect(
      gebreken(
        boom({
          'kern/casus.ts': 'export interface Casus {}\n',
          'toepassing/poorten.ts': "import type { Casus } from '../kern/casus.ts';\n",
          'toepassing/casus/dienst.ts': "import { Klok } from '../poorten.ts';\nexport type Dienst = Klok;\n",
          'main.ts': "await import('./toepassing/casus/dienst.ts');\n",
        }),
      ),
    ).toEqual([]);
  });

  it.each([
    ['a value', "import { maak } from '../bezorging/bezorger.ts';\n"],
    ['a type', "import type { Bezorger } from '../bezorging/bezorger.ts';\n"],
    ['over more lines', "import {\n  maak,\n} from '../bezorging/bezorger.ts';\n"],
    ['passed on', "export { maak } from '../bezorging/bezorger.ts';\n"],
    ['at run time', "const { maak } = await import('../bezorging/bezorger.ts');\n"],
  ])('sees an import upward: %s', (_hoe, tekst) => {
    expect(gebreken(boom({ 'toepassing/casus/dienst.ts': tekst, 'toepassing/bezorging/bezorger.ts': '' }))).toEqual([
      'omhoog: toepassing/casus/dienst.ts -> toepassing/bezorging/bezorger.ts',
    ]);
  });

  it('sees a file without a floor', () => {
    expect(gebreken(boom({ 'elders/iets.ts': '', 'los.ts': '' }))).toEqual([
      'geen verdieping: elders/iets.ts',
      'geen verdieping: los.ts',
    ]);
  });

  it('sees a circle, also of more than two files and beside a chain that is none', () => {
    expect(
      gebreken(
        boom({
          'kern/begin.ts': "import './een.ts';\n",
          'kern/een.ts': "import './twee.ts';\n",
          'kern/twee.ts': "import './drie.ts';\n",
          'kern/drie.ts': "import type { Een } from './een.ts';\nimport './eind.ts';\n",
          'kern/eind.ts': '',
        }),
      ),
    ).toEqual(['kring: kern/drie.ts, kern/een.ts, kern/twee.ts']);
  });

  it('sees two files of the same name', () => {
    expect(gebreken(boom({ 'kern/uitkomst.ts': '', 'adapters/teams/uitkomst.ts': '' }))).toEqual([
      'bestandsnaam: uitkomst.ts in kern/uitkomst.ts, adapters/teams/uitkomst.ts',
    ]);
  });

  it('sees two exported types of the same name, and not those that a file keeps to itself', () => {
    expect(
      gebreken(
        boom({
          'kern/een.ts': 'export interface Stand {}\ntype Eigen = 1;\n',
          'kern/twee.ts': 'export type Stand = 1;\ntype Eigen = 2;\n',
        }),
      ),
    ).toEqual(['typenaam: Stand in kern/een.ts, kern/twee.ts']);
  });

  it('sees a folder of more than 14 files, and not one of 14', () => {
    const vol = (aantal: number): Boom =>
      new Map(Array.from({ length: aantal }, (_, nr) => [`kern/bestand${nr}.ts`, ''] as const));
    expect(gebreken(vol(14))).toEqual([]);
    expect(gebreken(vol(15))).toEqual(['volle map: kern']);
  });

  it('sees a file of more than 300 lines, and not one of 300', () => {
    expect(gebreken(boom({ 'kern/lang.ts': '\n'.repeat(300) }))).toEqual([]);
    expect(gebreken(boom({ 'kern/lang.ts': '\n'.repeat(301) }))).toEqual(['lang: kern/lang.ts']);
  });
});
