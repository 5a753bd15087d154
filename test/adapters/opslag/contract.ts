/** What every store must do (poorten.ts, `Opslag`): one suite, run against each implementation. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CasusDocument, Opslag, Zoekvraag } from '../../../src/toepassing/poorten.ts';
import { DEN_HAAG, jarenLang, NET_NA, NET_VOOR, NU, voorbeeld, VREEMDE_NUMMERS } from './voorbeeld.ts';

/** Runs the suite against new, empty stores from `open`; each is closed after its test. */
export function contract(naam: string, open: () => Promise<Opslag>): void {
  describe(`${naam} as store of casussen`, () => {
    let opslag: Opslag;
    beforeEach(async () => {
      opslag = await open();
    });
    afterEach(() => opslag.sluit());

    const maak = async (...documenten: CasusDocument[]): Promise<void> => {
      for (const document of documenten) expect(await opslag.maak(document)).toBeDefined();
    };
    const gemaakt = async (document: CasusDocument): Promise<string> => {
      const uitkomst = await opslag.maak(document);
      if (!uitkomst) throw new Error(`${document.id} bestond al`);
      return uitkomst.etag;
    };
    const gevonden = async (vraag: Partial<Zoekvraag>): Promise<string[]> =>
      (await opslag.zoek({ maximum: 100, ...vraag })).map(({ id }) => id);

    describe('one casus', () => {
      it('given an empty store, when a casus is read, then there is none', async () => {
        expect(await opslag.lees('VT-2026-0001')).toBeUndefined();
        expect(await opslag.lees('')).toBeUndefined();
        expect(await opslag.lees('x'.repeat(5000))).toBeUndefined();
      });

      it('given a casus was made, when it is read, then it equals what was written and carries the etag of that write', async () => {
        const document = voorbeeld('VT-2026-0001');
        const etag = await gemaakt(document);
        expect(await opslag.lees('VT-2026-0001')).toStrictEqual({ waarde: voorbeeld('VT-2026-0001'), etag });
        expect(document).toStrictEqual(voorbeeld('VT-2026-0001'));
      });

      it('given a casus with a journal of years, when it is written and read, then it is as it was, and is found as ever', async () => {
        const jaren = jarenLang('VT-2026-0001');
        const etag = await gemaakt(jaren);
        expect(await opslag.lees('VT-2026-0001')).toStrictEqual({ waarde: jarenLang('VT-2026-0001'), etag });
        expect(jaren).toStrictEqual(jarenLang('VT-2026-0001'));
        const langer = jarenLang('VT-2026-0001', {
          journaal: [...jaren.journaal, ...jaren.journaal],
          teams: ['noord'],
        });
        expect(await opslag.vervang(langer, etag)).toBeDefined();
        expect(await opslag.lees('VT-2026-0001', { teams: ['zuid'], kenmerken: [] })).toBeUndefined();
        expect((await opslag.lees('VT-2026-0001', { teams: ['noord'], kenmerken: [] }))?.waarde).toStrictEqual(langer);
        expect(await gevonden({ teams: ['noord'] })).toEqual(['VT-2026-0001']);
      });

      it('given a casus was read, when the reader changes what it got, then the next reader does not see it', async () => {
        await maak(voorbeeld('VT-2026-0001'));
        const eerste = await opslag.lees('VT-2026-0001');
        eerste?.waarde.journaal.pop();
        eerste?.waarde.teams.push('Team Bijgeschreven');
        expect((await opslag.lees('VT-2026-0001'))?.waarde).toStrictEqual(voorbeeld('VT-2026-0001'));
      });

      it('given a kring, when a casus is read, then it is there for whoever it concerns and for nobody else', async () => {
        await maak(voorbeeld('VT-2026-0001', { teams: ['noord', "team 't Zand"], kenmerken: ['gemeente:breda'] }));
        const leesVoor = async (teams: string[], kenmerken: string[], nummer = 'VT-2026-0001'): Promise<boolean> =>
          (await opslag.lees(nummer, { teams, kenmerken })) !== undefined;
        expect(await opslag.lees('VT-2026-0001', { teams: ['zuid', 'noord'], kenmerken: [] })).toStrictEqual(
          await opslag.lees('VT-2026-0001'),
        );
        expect(await leesVoor(["team 't Zand"], [])).toBe(true);
        expect(await leesVoor(['zuid'], ['gemeente:breda'])).toBe(true);
        for (const kring of [
          [[], []],
          [['zuid'], ['gemeente:tilburg']],
          [['gemeente:breda'], ['noord']],
          [['#gemeente'], []],
        ])
          expect(await leesVoor(kring[0] ?? [], kring[1] ?? [])).toBe(false);
        expect(await leesVoor(['noord'], ['gemeente:breda'], 'VT-2026-0002')).toBe(false);
      });

      it('given a casusnummer is taken, when it is made again, then it is refused and the first stays as it was', async () => {
        const etag = await gemaakt(voorbeeld('VT-2026-0001'));
        expect(await opslag.maak(voorbeeld('VT-2026-0001', DEN_HAAG))).toBeUndefined();
        expect(await opslag.lees('VT-2026-0001')).toStrictEqual({ waarde: voorbeeld('VT-2026-0001'), etag });
        expect(await gevonden({ teams: ['Team Laak'] })).toEqual([]);
      });

      it('given two make the same casus at once, then exactly one does', async () => {
        const uitkomsten = await Promise.all([
          opslag.maak(voorbeeld('VT-2026-0001')),
          opslag.maak(voorbeeld('VT-2026-0001', DEN_HAAG)),
        ]);
        expect(uitkomsten.filter(Boolean)).toHaveLength(1);
      });

      it.each(VREEMDE_NUMMERS)('given casusnummer %j, then it is a value like any other', async (nummer) => {
        expect(await opslag.lees(nummer)).toBeUndefined();
        await maak(voorbeeld('VT-2026-0001'), voorbeeld(nummer));
        const gelezen = await opslag.lees(nummer);
        expect(gelezen?.waarde).toStrictEqual(voorbeeld(nummer));
        expect(await opslag.vervang(voorbeeld(nummer, DEN_HAAG), gelezen?.etag ?? '')).toBeDefined();
        expect(await gevonden({ gemeente: 'Den Haag' })).toEqual([nummer]);
        expect(await opslag.teWekken(NU, 10)).toContain(nummer);
      });
    });

    describe('a conditional replace', () => {
      it('given the casus is unchanged since it was read, when it is replaced, then the new one stands under a new etag', async () => {
        const etag = await gemaakt(voorbeeld('VT-2026-0001'));
        const vervangen = await opslag.vervang(voorbeeld('VT-2026-0001', DEN_HAAG), etag);
        expect(vervangen?.etag).not.toBe(etag);
        expect(await opslag.lees('VT-2026-0001')).toStrictEqual({
          waarde: voorbeeld('VT-2026-0001', DEN_HAAG),
          etag: vervangen?.etag,
        });
      });

      it('given the casus has changed since, when the old etag is used, then nothing is written', async () => {
        const oud = await gemaakt(voorbeeld('VT-2026-0001'));
        const nieuw = await opslag.vervang(voorbeeld('VT-2026-0001', DEN_HAAG), oud);
        expect(await opslag.vervang(voorbeeld('VT-2026-0001', { teams: ['Team Oud'] }), oud)).toBeUndefined();
        expect(await opslag.lees('VT-2026-0001')).toStrictEqual({
          waarde: voorbeeld('VT-2026-0001', DEN_HAAG),
          etag: nieuw?.etag,
        });
        expect(await gevonden({ teams: ['Team Oud'] })).toEqual([]);
      });

      it('given no such casus, when it is replaced, then it is not made', async () => {
        expect(await opslag.vervang(voorbeeld('VT-2026-0001'), '1')).toBeUndefined();
        expect(await opslag.lees('VT-2026-0001')).toBeUndefined();
      });

      it('given an etag that was never given out, when it is used, then it loses', async () => {
        const etag = await gemaakt(voorbeeld('VT-2026-0001'));
        for (const vreemd of ['', `0${etag}`, `${etag} `, `${etag},x`, '*', '\n', 'ë', "' OR 1=1"]) {
          expect(await opslag.vervang(voorbeeld('VT-2026-0001', DEN_HAAG), vreemd)).toBeUndefined();
        }
      });

      it('given ten read the same casus, when all replace it at once, then exactly one wins and its document stands', async () => {
        const etag = await gemaakt(voorbeeld('VT-2026-0001'));
        const pogingen = Array.from({ length: 10 }, (_, nr) =>
          voorbeeld('VT-2026-0001', { gemeente: `gemeente ${nr}` }),
        );
        const uitkomsten = await Promise.all(pogingen.map((document) => opslag.vervang(document, etag)));
        const winnaars = pogingen.filter((_, nr) => uitkomsten[nr]);
        expect(winnaars).toHaveLength(1);
        expect((await opslag.lees('VT-2026-0001'))?.waarde).toStrictEqual(winnaars[0]);
      });
    });

    describe('the alarm', () => {
      it('given casussen that wake before, at and after now and never, when asked, then the due ones come, earliest first', async () => {
        await maak(
          voorbeeld('nooit', { wekOp: null }),
          voorbeeld('nu', { wekOp: NU }),
          voorbeeld('straks', { wekOp: NET_NA }),
          voorbeeld('gisteren', { wekOp: '2026-11-30T09:15:00.000Z' }),
          voorbeeld('net', { wekOp: NET_VOOR }),
        );
        expect(await opslag.teWekken(NU, 10)).toEqual(['gisteren', 'net', 'nu']);
        expect(await opslag.teWekken(NU, 2)).toEqual(['gisteren', 'net']);
        expect(await opslag.teWekken('2026-11-01T00:00:00.000Z', 10)).toEqual([]);
      });

      it('given a due casus, when it is replaced with a later alarm or none, then it is no longer due', async () => {
        const eerste = await gemaakt(voorbeeld('VT-2026-0001'));
        const tweede = await opslag.vervang(voorbeeld('VT-2026-0001', { wekOp: NET_NA }), eerste);
        expect(await opslag.teWekken(NU, 10)).toEqual([]);
        expect(await opslag.teWekken(NET_NA, 10)).toEqual(['VT-2026-0001']);
        await opslag.vervang(voorbeeld('VT-2026-0001', { wekOp: null }), tweede?.etag ?? '');
        expect(await opslag.teWekken('9999-12-31T00:00:00.000Z', 10)).toEqual([]);
      });
    });

    describe('a search', () => {
      beforeEach(() =>
        maak(
          voorbeeld('C', DEN_HAAG),
          voorbeeld('A', { fase: 'ontvangen', teams: ['Team Noord', 'Team Laak'], vroegsteVerval: NU }),
          voorbeeld('B', { teams: [], vroegsteVerval: null }),
          voorbeeld('D', { teams: ["Team 't Zand"], vroegsteVerval: NET_NA }),
        ),
      );

      it('given no conditions, then every casus is found, in order of casusnummer', async () => {
        expect(await gevonden({})).toEqual(['A', 'B', 'C', 'D']);
      });

      it('given a casusnummer to stay before, then that one and what sorts after it are not found', async () => {
        expect(await gevonden({ voor: 'C' })).toEqual(['A', 'B']);
        expect(await gevonden({ na: 'A', voor: 'C' })).toEqual(['B']);
      });

      it('given a casus is found, then its line says gemeente, fase, teams and the first due instant, and no content', async () => {
        expect(await opslag.zoek({ gemeente: 'Den Haag', maximum: 5 })).toStrictEqual([
          {
            id: 'C',
            gemeente: 'Den Haag',
            fase: 'ontvangen',
            teams: ['Team Laak'],
            vroegsteVerval: '2026-12-08T23:00:00.000Z',
          },
        ]);
        expect((await opslag.zoek({ na: 'A', maximum: 1 }))[0]).toMatchObject({
          id: 'B',
          teams: [],
          vroegsteVerval: null,
        });
      });

      it('given a gemeente, fasen or both, then only casussen of those are found', async () => {
        expect(await gevonden({ gemeente: "'s-Hertogenbosch" })).toEqual(['A', 'B', 'D']);
        expect(await gevonden({ fasen: ['ontvangen'] })).toEqual(['A', 'C']);
        expect(await gevonden({ fasen: ['ontvangen', 'triage'] })).toEqual(['A', 'B', 'C', 'D']);
        expect(await gevonden({ fasen: ['afgesloten'] })).toEqual([]);
        expect(await gevonden({ fasen: [] })).toEqual([]);
        expect(await gevonden({ fasen: ['ontvangen'], gemeente: 'Den Haag' })).toEqual(['C']);
        expect(await gevonden({ gemeente: 'den haag' })).toEqual([]);
        expect(await gevonden({ gemeente: "x' OR '1'='1" })).toEqual([]);
      });

      it('given teams, then casussen ever handed to any of them are found, each once', async () => {
        expect(await gevonden({ teams: ['Team Laak'] })).toEqual(['A', 'C']);
        expect(await gevonden({ teams: ['Team Noord', 'Team Laak', "Team 't Zand"] })).toEqual(['A', 'C', 'D']);
        expect(await gevonden({ teams: ['Team Laak'], gemeente: 'Den Haag' })).toEqual(['C']);
        expect(await gevonden({ teams: ['Team'] })).toEqual([]);
      });

      it('given a mark, then only casussen that carry it now are found', async () => {
        await maak(voorbeeld('E', { kenmerken: ['stap3:team-laak', 'wachtlijst:team-laak'] }));
        expect(await gevonden({ kenmerk: 'stap3:team-laak' })).toEqual(['E']);
        expect(await gevonden({ teams: ['stap3:team-laak'] })).toEqual([]);
        await maak(voorbeeld('F', { kenmerken: ['bij:team-laak'] }));
        expect(await gevonden({ kenmerk: ['bij:team-laak', 'stap3:team-laak', 'bij:niemand'] })).toEqual(['E', 'F']);
        expect(await gevonden({ kenmerk: ['bij:team-laak'], na: 'F' })).toEqual([]);
        expect(await gevonden({ kenmerk: [] })).toEqual([]);
        const gelezen = await opslag.lees('E');
        await opslag.vervang(voorbeeld('E', { kenmerken: [] }), gelezen?.etag ?? '');
        expect(await gevonden({ kenmerk: 'stap3:team-laak' })).toEqual([]);
      });

      it('given one casusnummer, then that casus alone is found, and nothing where it is not there', async () => {
        expect(await gevonden({ casusnummer: 'B' })).toEqual(['B']);
        expect(await gevonden({ casusnummer: 'B', teams: ['niet-dit-team'] })).toEqual([]);
        expect(await gevonden({ casusnummer: 'b' })).toEqual([]);
      });

      it('given a mark to leave out, then whoever carries it now is not found, also from the cursor on', async () => {
        await maak(voorbeeld('E', { kenmerken: ['gewist'] }), voorbeeld('F', { kenmerken: ['gewist-niet'] }));
        expect(await gevonden({ zonderKenmerk: 'gewist' })).toEqual(['A', 'B', 'C', 'D', 'F']);
        expect(await gevonden({ zonderKenmerk: 'gewist', na: 'C', maximum: 2 })).toEqual(['D', 'F']);
        expect(await gevonden({ zonderKenmerk: 'gewist', kenmerk: 'gewist' })).toEqual([]);
        expect(await gevonden({ zonderKenmerk: 'gewist', kenmerk: 'gewist-niet' })).toEqual(['F']);
        const gelezen = await opslag.lees('E');
        await opslag.vervang(voorbeeld('E', { kenmerken: [] }), gelezen?.etag ?? '');
        expect(await gevonden({ zonderKenmerk: 'gewist', na: 'C' })).toEqual(['D', 'E', 'F']);
      });

      it('given an empty list of teams, then nothing is found', async () => {
        expect(await gevonden({ teams: [] })).toEqual([]);
      });

      it('given a casus goes to another team, then it is found under what is written now', async () => {
        const gelezen = await opslag.lees('A');
        await opslag.vervang(voorbeeld('A', { teams: ['Team Laak', 'Team Zuid'] }), gelezen?.etag ?? '');
        expect(await gevonden({ teams: ['Team Zuid'] })).toEqual(['A']);
        expect(await gevonden({ teams: ['Team Noord'] })).toEqual([]);
        expect(await gevonden({ teams: ['Team Laak'] })).toEqual(['A', 'C']);
      });

      it('given an instant, then a term that ends exactly then has passed, one that ends later or never has not', async () => {
        expect(await gevonden({ vervallenOp: NET_VOOR })).toEqual([]);
        expect(await gevonden({ vervallenOp: NU })).toEqual(['A']);
        expect(await gevonden({ vervallenOp: NET_NA })).toEqual(['A', 'D']);
        expect(await gevonden({ vervallenOp: NET_NA, fasen: ['ontvangen'] })).toEqual(['A']);
      });

      it.each([{}, { gemeente: 'Utrecht' }, { teams: ['Team Laak'] }])(
        'given more casussen than fit a page and conditions %j, when paged by cursor, then none is lost or comes twice',
        async (vraag) => {
          const nummers = Array.from({ length: 7 }, (_, nr) => `VT-2026-000${nr}`);
          await maak(...nummers.toReversed().map((nr) => voorbeeld(nr, { gemeente: 'Utrecht', teams: ['Team Laak'] })));
          const verwacht = await gevonden(vraag);
          const bladzijden: string[][] = [];
          let na: string | undefined;
          do {
            const bladzijde = await gevonden({ ...vraag, maximum: 3, ...(na !== undefined && { na }) });
            bladzijden.push(bladzijde);
            na = bladzijde.at(-1);
          } while (na !== undefined);
          expect(bladzijden.length).toBeGreaterThan(3);
          expect(bladzijden.flat()).toEqual(verwacht);
        },
      );
    });

    describe('registers', () => {
      it('given a register was never written, when it is read, then there is none', async () => {
        expect(await opslag.leesRegister('adresboek')).toBeUndefined();
        await maak(voorbeeld('adresboek'));
        expect(await opslag.leesRegister('adresboek')).toBeUndefined();
      });

      it.each([
        ['an object', { organisaties: [{ naam: "Team 't Zand", leden: [] }], versie: null }],
        ['a list', ['a', 'b']],
        ['a text', 'koppeling'],
        ['nothing', null],
      ])('given %s was written as a register, when it is read, then it equals what was written', async (_, waarde) => {
        const geschreven = await opslag.schrijfRegister('gesprek 19:a/b=@thread.tacv2', waarde, undefined);
        expect(await opslag.leesRegister('gesprek 19:a/b=@thread.tacv2')).toStrictEqual({ waarde, ...geschreven });
      });

      it('given a register exists, when it is written without etag, then it stays as it was', async () => {
        await opslag.schrijfRegister('koppelingen', { versie: 1 }, undefined);
        expect(await opslag.schrijfRegister('koppelingen', { versie: 2 }, undefined)).toBeUndefined();
        expect((await opslag.leesRegister('koppelingen'))?.waarde).toEqual({ versie: 1 });
      });

      it('given a register has changed, when an old etag is used, then it loses; the new one wins', async () => {
        const eerste = await opslag.schrijfRegister('koppelingen', { versie: 1 }, undefined);
        const tweede = await opslag.schrijfRegister('koppelingen', { versie: 2 }, eerste?.etag);
        expect(await opslag.schrijfRegister('koppelingen', { versie: 3 }, eerste?.etag)).toBeUndefined();
        expect(await opslag.schrijfRegister('koppelingen', { versie: 4 }, tweede?.etag)).toBeDefined();
        expect((await opslag.leesRegister('koppelingen'))?.waarde).toEqual({ versie: 4 });
      });

      it('given no such register, when it is written with an etag, then it is not made', async () => {
        expect(await opslag.schrijfRegister('koppelingen', {}, '1')).toBeUndefined();
        expect(await opslag.leesRegister('koppelingen')).toBeUndefined();
      });

      it('given many write a register at once, whether it is new or read before, then exactly one wins', async () => {
        const schrijvers = [1, 2, 3, 4, 5];
        const nieuw = await Promise.all(schrijvers.map((nr) => opslag.schrijfRegister('slot', { nr }, undefined)));
        expect(nieuw.filter(Boolean)).toHaveLength(1);
        const etag = (await opslag.leesRegister('slot'))?.etag;
        const gewijzigd = await Promise.all(schrijvers.map((nr) => opslag.schrijfRegister('slot', { nr }, etag)));
        expect(gewijzigd.filter(Boolean)).toHaveLength(1);
      });
    });

    describe('its health', () => {
      it('given an open store, when it is checked again and again, then it is well and nothing of it shows', async () => {
        await opslag.controleer();
        await opslag.controleer();
        await opslag.controleer(true);
        expect(await gevonden({})).toEqual([]);
        expect(await opslag.teWekken('9999-12-31T00:00:00.000Z', 10)).toEqual([]);
        expect(await opslag.leesRegister('controle')).toBeUndefined();
      });

      it('given the store is closed, then everything asked of it is rejected and closing again is harmless', async () => {
        const etag = await gemaakt(voorbeeld('VT-2026-0001'));
        await opslag.sluit();
        await opslag.sluit();
        await expect(opslag.lees('VT-2026-0001')).rejects.toThrow('gesloten');
        await expect(opslag.maak(voorbeeld('VT-2026-0002'))).rejects.toThrow('gesloten');
        await expect(opslag.vervang(voorbeeld('VT-2026-0001'), etag)).rejects.toThrow('gesloten');
        await expect(opslag.teWekken(NU, 1)).rejects.toThrow('gesloten');
        await expect(opslag.zoek({ maximum: 1 })).rejects.toThrow('gesloten');
        await expect(opslag.leesRegister('koppelingen')).rejects.toThrow('gesloten');
        await expect(opslag.schrijfRegister('koppelingen', {}, undefined)).rejects.toThrow('gesloten');
        await expect(opslag.controleer(true)).rejects.toThrow('gesloten');
        await expect(opslag.controleer()).rejects.toThrow('gesloten');
      });
    });
  });
}
