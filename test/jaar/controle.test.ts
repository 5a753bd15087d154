/** That the year can fail: each thing that it must find is done to it on purpose. */
import { expect, test } from 'vitest';
import type { CasusDocument, Opslag } from '../../src/toepassing/poorten.ts';
import { leefJaar } from './jaar.ts';
import { gebreken } from './verslag.ts';
import { DAGEN, type Jaarwens } from './wensen.ts';

const LANGSTE_MS = 60_000;
const met = (sabotage: Jaarwens['sabotage']): Jaarwens => ({ ...DAGEN, ...(sabotage && { sabotage }) });

/** A store that keeps something else than it was given. */
const verdraait =
  (anders: (document: CasusDocument) => CasusDocument) =>
  (opslag: Opslag): Opslag => ({
    ...opslag,
    maak: (document) => opslag.maak(anders(document)),
    vervang: (document, etag) => opslag.vervang(anders(document), etag),
  });

test(
  'given a connector that says it took a message and loses it, when days pass, then the message is lost',
  async () => {
    let een = false;
    const connector = (over: string) =>
      over.startsWith('Termijn verlopen: VT') && !een ? ((een = true), 'verzwegen' as const) : undefined;
    const { berichten } = await leefJaar(met({ connector }));
    expect(berichten.verloren).toEqual([expect.stringContaining('nooit aangekomen')]);
    expect(berichten.dubbelOngemerkt).toEqual([]);
  },
  LANGSTE_MS,
);

test(
  'given a store that drops the event of a term, when days pass, then the term is late',
  async () => {
    const zonder = ({ journaal, wekOp, ...rest }: CasusDocument): CasusDocument => {
      const over = journaal.filter(({ soort }) => soort !== 'termijn-verlopen');
      return { ...rest, journaal: over, wekOp: over.length < journaal.length ? null : wekOp };
    };
    const uitslag = await leefJaar(met({ opslag: verdraait(zonder) }));
    expect(uitslag.teLaat.length).toBeGreaterThan(0);
    expect(uitslag.soorten.get('termijn-verlopen')).toBeUndefined();
  },
  LANGSTE_MS,
);

test(
  'given a store that forgets which message may have arrived, when it is posted again, then that is a double without mark',
  async () => {
    const vergeten = ({ postvak, ...rest }: CasusDocument): CasusDocument => ({
      ...rest,
      postvak: postvak.map(({ onzeker: _weg, ...item }) => item),
    });
    let een = false;
    const connector = (over: string) =>
      over.startsWith('Termijn verlopen: VT') && !een ? ((een = true), 'stuk-erna' as const) : undefined;
    const { berichten } = await leefJaar(met({ connector, opslag: verdraait(vergeten) }));
    expect(berichten.dubbelOngemerkt).toHaveLength(1);
    expect(berichten.dubbelGemerkt).toBe(0);
    expect(berichten.verloren).toEqual([]);
  },
  LANGSTE_MS,
);

test(
  'given a casus that passes to a team without its word, when days pass, then a law is broken',
  async () => {
    const gegeven = ({ journaal, ...rest }: CasusDocument): CasusDocument => ({
      ...rest,
      journaal: journaal.map((gebeurtenis) =>
        gebeurtenis.soort === 'triage-afgerond'
          ? { ...gebeurtenis, verantwoordelijke: { partij: 'lokale-toegang', team: 'team-001', tijdelijk: false } }
          : gebeurtenis,
      ),
    });
    const { breuken } = await leefJaar({ ...met({ opslag: verdraait(gegeven) }), druk: { van: 0, tot: 0 } });
    expect(breuken).toContainEqual(expect.stringContaining('zonder eigen akkoord'));
  },
  LANGSTE_MS,
);

test(
  'given one seed, when its days are lived twice with faults, then the same happened in every casus',
  async () => {
    const wens: Jaarwens = { ...DAGEN, fouten: { ...DAGEN.fouten, connector: 0.15, opslag: 0.03 }, overHttp: 0.3 };
    const [een, ander, nog] = [await leefJaar(wens), await leefJaar(wens), await leefJaar({ ...wens, zaad: 7 })];
    expect([een, ander, nog].flatMap(gebreken)).toEqual([]);
    expect(een.vingerafdruk).toBe(ander.vingerafdruk);
    expect(een.fouten).toEqual(ander.fouten);
    expect(een.vingerafdruk).not.toBe(nog.vingerafdruk);
  },
  LANGSTE_MS,
);
