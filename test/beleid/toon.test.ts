import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TERMIJN_NAMEN, type Beleid } from '../../src/kern/beleid/beleid.ts';
import { STANDAARD_BELEID } from '../../src/kern/beleid/standaardbeleid.ts';
import { teksten } from '../../src/teksten/nl.ts';
import { beleidTabel } from '../../src/toepassing/beheer/beleidtabel.ts';
import { bouw } from '../steun/bouw.ts';
import { GEDULD_MS } from '../steun/kinderen.ts';

const { triage, bevestigen } = STANDAARD_BELEID.termijnen;
const ANDERS: Beleid = {
  ...STANDAARD_BELEID,
  versie: 'regio',
  kantooruren: { opening: '09:00', sluiting: '17:00' },
  termijnen: {
    ...STANDAARD_BELEID.termijnen,
    triage: { ...triage, duur: { weken: 1 } },
    bevestigen: { ...bevestigen, ladder: [] },
  },
};

/** The cells of the row that starts with this text. */
function rij(document: string, begin: string): string[] {
  const regel = document.split('\n').find((kandidaat) => kandidaat.startsWith(`| ${begin} |`));
  return (
    regel
      ?.split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cel) => cel.trim()) ?? []
  );
}
const BEVESTIGEN = teksten.termijn({ naam: 'bevestigen' });
const TRIAGE = teksten.termijn({ naam: 'triage' });

describe('the printed policy', () => {
  const KOPPEN = ['termijn', 'loopt vanaf', 'duur', 'herinneringen', 'verlopen', 'ladder', 'bron'];

  test('has these headings', () => {
    expect(rij(beleidTabel(STANDAARD_BELEID), 'termijn')).toEqual(KOPPEN);
  });

  test.each(TERMIJN_NAMEN)('has a row for the term %s, with as many cells as headings', (naam) => {
    expect(rij(beleidTabel(STANDAARD_BELEID), teksten.termijn({ naam }))).toHaveLength(KOPPEN.length);
  });

  test('tells a term with its reminders, addressees, ladder and source', () => {
    const [, vanaf, duur, herinneringen, verlopen, ladder, bron] = rij(beleidTabel(STANDAARD_BELEID), BEVESTIGEN);
    expect([vanaf, duur, bron]).toEqual(['verzenden van de overdracht', '2 werkdagen', '§4.1, Add.7']);
    expect(herinneringen).toBe('na 1 werkdag aan kanaal van het team (§4.1)');
    expect(verlopen).toBe('aan kanaal van het team, kanaal van Veilig Thuis (§4.1, Add.7)');
    expect(ladder?.split('; ')).toEqual([
      '+1 werkdag aan leidinggevende van het team, leidinggevende van Veilig Thuis (§4.1 ▲)',
      '+3 werkdagen aan kanaal van Veilig Thuis, contactambtenaar, taak: gemeente informeren (§4.1 ▲)',
    ]);
  });

  test('marks nothing in the guideline’s own table', () => {
    const document = beleidTabel(STANDAARD_BELEID);
    expect(document).toContain('Dit beleid wijkt nergens af van de richtlijn.');
    expect(document).not.toContain('(richtlijn:');
  });

  test('marks the cells that differ, with what the guideline has there, and only those', () => {
    const document = beleidTabel(ANDERS);
    expect(rij(document, TRIAGE)[2]).toBe('**1 week** (richtlijn: 5 werkdagen)');
    expect(rij(document, BEVESTIGEN)[5]).toMatch(/^\*\*–\*\* \(richtlijn: \+1 werkdag /);
    expect(rij(document, 'kantooruren')).toEqual(['kantooruren', '**09:00–17:00** (richtlijn: 08:30–17:00)']);
    expect(document.split('(richtlijn:')).toHaveLength(1 + 3);
    expect(document).toContain('# Beleid regio');
    expect(document).toContain('op 3 plaatsen af');
  });

  test('marks a term whose only difference is its source', () => {
    const beleid = structuredClone(STANDAARD_BELEID);
    beleid.termijnen.triage.bron.paragraaf = 'regioplan 2026';
    expect(rij(beleidTabel(beleid), TRIAGE).at(-1)).toBe('**regioplan 2026** (richtlijn: §3.1.2)');
    expect(beleidTabel(beleid)).toContain('op 1 plaats af');
  });

  test('keeps its cells apart when a text has a pipe or a new line in it', () => {
    const beleid = structuredClone(STANDAARD_BELEID);
    beleid.casusnummerPatroon = '^(VT|ZT)-\\d+$';
    beleid.termijnen.triage.looptVanaf = 'ontvangst\n| of | later';
    expect(rij(beleidTabel(beleid), TRIAGE)).toHaveLength(KOPPEN.length);
    expect(rij(beleidTabel(beleid), 'patroon van casusnummers')).toHaveLength(2);
  });

  test('shows every setting', () => {
    const document = beleidTabel({ ...STANDAARD_BELEID, extraSluitingsdagen: ['2026-12-24', '2026-12-31'] });
    expect(rij(document, 'extra sluitingsdagen')[1]).toBe('**2026-12-24, 2026-12-31** (richtlijn: –)');
    expect(rij(document, 'dagelijkse screening')[1]).toContain('kaart om 08:30, elke dag');
    expect(rij(document, 'hartslag van de bot')[1]).toBe('bericht om 08:30, alleen op werkdagen');
    expect(rij(document, 'terugkerend meningsverschil')[1]).toBe('2 keer stap 3 in 6 maanden');
    expect(rij(document, 'contacten van gemeenten verouderd')[1]).toBe('na 3 maanden');
    expect(rij(document, 'patroon van casusnummers')[1]).toContain('VT-');
  });
});

describe('npm run beleid', () => {
  let programma: string;
  let map: string;
  let goed: string;
  let fout: string;
  beforeAll(async () => {
    programma = join(await bouw(), 'src/toon-beleid.js');
    map = await mkdtemp(join(tmpdir(), 'beleid-'));
    goed = join(map, 'goed.json');
    fout = join(map, 'fout.json');
    await writeFile(goed, JSON.stringify({ kantooruren: { opening: '09:00', sluiting: '17:00' } }));
    await writeFile(fout, JSON.stringify({ termijnen: { triage: { ...triage, duur: { werkdagen: 3 } } } }));
  });
  afterAll(() => rm(map, { recursive: true, force: true }));

  /** The real program, with nothing but these variables of its own. */
  function draai(argumenten: string[], env: Record<string, string> = {}) {
    return new Promise<{ code: number | string; uit: string; fout: string }>((klaar) => {
      execFile(
        process.execPath,
        [programma, ...argumenten],
        { env: { PATH: process.env['PATH'], ...env }, timeout: GEDULD_MS },
        (reden, stdout, stderr) => klaar({ code: reden?.code ?? 0, uit: stdout, fout: stderr }),
      );
    });
  }

  test('toon prints the guideline’s table when no file is set', async () => {
    expect(await draai(['toon'], { BELEID_BESTAND: '' })).toEqual({
      code: 0,
      uit: `${beleidTabel(STANDAARD_BELEID)}\n`,
      fout: '',
    });
  });

  test('toon prints the table of BELEID_BESTAND', async () => {
    const { code, uit } = await draai(['toon'], { BELEID_BESTAND: goed });
    expect(code).toBe(0);
    expect(uit).toContain('**09:00–17:00** (richtlijn: 08:30–17:00)');
  });

  test('toon of a table that makes no sense is exit code 78, as the start of the server would be', async () => {
    const { code, uit, fout: gezegd } = await draai(['toon'], { BELEID_BESTAND: fout });
    expect([code, uit]).toEqual([78, '']);
    expect(gezegd).toContain('termijnen.triage.herinneringen[0]');
  });

  test('keur says that a good file is in order', async () => {
    expect(await draai(['keur', goed])).toEqual({ code: 0, uit: `${goed} klopt.\n`, fout: '' });
  });

  test('keur of a wrong file is exit code 78 with the rows, in Dutch', async () => {
    const { code, fout: gezegd } = await draai(['keur', fout]);
    expect(code).toBe(78);
    expect(gezegd).toMatch(/^ {2}termijnen\.triage\.herinneringen\[0\]: de herinnering komt niet voor het einde/m);
    await writeFile(join(map, 'vorm.json'), '{"contactenMaanden":"drie"}');
    const vorm = await draai(['keur', join(map, 'vorm.json')]);
    expect(vorm.code).toBe(78);
    expect(vorm.fout).toMatch(/^ {2}contactenMaanden: Ongeldige/m);
  });

  test('keur of a file that is not there is exit code 78 with its path', async () => {
    const { code, fout: gezegd } = await draai(['keur', join(map, 'weg.json')]);
    expect(code).toBe(78);
    expect(gezegd).toContain('weg.json kan niet worden gelezen');
  });

  test.each([[[]], [['koffie']], [['keur']], [['keur', 'a', 'b']], [['toon', 'a']]])(
    'anything else is exit code 64 with the usage: %j',
    async (argumenten) => {
      const { code, uit, fout: gezegd } = await draai(argumenten);
      expect([code, uit]).toEqual([64, '']);
      expect(gezegd).toContain('npm run beleid -- keur BESTAND');
    },
  );
});
