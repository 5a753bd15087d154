/** However slow reads cross each other and the writes, an instance never goes back to an older version. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openSqlite } from '../../src/adapters/opslag/sqlite.ts';
import { beleidBestandSchema } from '../../src/kern/beleid/beleid.ts';
import { maakVanKracht } from '../../src/toepassing/beheer/van-kracht.ts';
import type { Opslag } from '../../src/toepassing/poorten.ts';
import { adresboekSchema } from '../../src/toepassing/streek/adresboek.ts';
import { ADRESBOEK_REGISTER, BELEID_REGISTER } from '../../src/toepassing/streek/instellingen.ts';
import { geefVersie } from '../../src/toepassing/streek/instellingenversie.ts';
import { ADRESBOEK } from '../scenario/mensen.ts';
import { maakLogboek } from '../steun/teams.ts';

const boek = (nr: number) => {
  const basis = adresboekSchema.parse(ADRESBOEK);
  return { ...basis, veiligThuis: { ...basis.veiligThuis, naam: `boek ${nr}` } };
};
/** A policy that goes with that adresboek, and tells which; the guideline's own table, which need not be checked anew. */
const beleid = (nr: number) => ({ bestand: beleidBestandSchema.parse({ bijgewerktOp: `2026-03-0${nr + 1}` }) });

/** Puts both in force as a start does: one after the other, and then the version. */
async function zet(opslag: Opslag, nr: number): Promise<void> {
  const schrijf = async (naam: string, waarde: unknown) =>
    (await opslag.schrijfRegister(naam, waarde, (await opslag.leesRegister(naam))?.etag))?.etag;
  const adresboek = await schrijf(ADRESBOEK_REGISTER, boek(nr));
  await geefVersie(opslag, { adresboek, beleid: await schrijf(BELEID_REGISTER, beleid(nr)) });
}

test('what an instance goes by is always one version, whole, and never an older one than before', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.integer({ min: 2, max: 4 }), async (rooster, blikken) => {
      const echt = openSqlite({ bestand: ':memory:' });
      try {
        await zet(echt, 0);
        const traag: Opslag = Object.assign(Object.create(echt) as Opslag, {
          // The answer is that of the moment it was read, and comes when it comes.
          leesRegister: (naam: string) => rooster.schedule(echt.leesRegister(naam), naam),
        });
        const teller = { bevinding: () => {} };
        const { log } = maakLogboek();
        const begint = maakVanKracht({
          opslag: traag,
          bestanden: { beleid: undefined, adresboek: undefined },
          log,
          teller,
        });
        await rooster.waitFor(begint);
        const { huidig, begin, kijk } = await begint;
        await begin(async () => 1);
        const gezien: number[] = [];
        const kijkWat = (): void => {
          const { boek: nu, beleid: regels } = huidig();
          const nr = Number(nu.gegevens.veiligThuis.naam.replace('boek ', ''));
          gezien.push(nr);
          expect(regels.inGebruik.bestand).toEqual(beleid(nr).bestand);
        };
        const werk = [
          rooster.scheduleSequence([1, 2, 3].map((nr) => ({ label: `zet ${nr}`, builder: () => zet(echt, nr) }))).task,
          ...Array.from({ length: blikken }, (_leeg, nr) =>
            rooster.schedule(Promise.resolve(), `kijk ${nr}`).then(kijk).then(kijkWat),
          ),
        ];
        await rooster.waitFor(Promise.all(werk));
        await rooster.waitFor(kijk());
        kijkWat();
        expect(gezien).toEqual(gezien.toSorted((a, b) => a - b));
        expect(gezien.at(-1)).toBe(3);
      } finally {
        await echt.sluit();
      }
    }),
    { numRuns: 40 },
  );
});
