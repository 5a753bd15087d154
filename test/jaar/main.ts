/** `npm run jaar [-- --minuten N] [--zaad N]`: as much of the year as fits; exit code 1 when the promise was not kept. */
import { parseArgs } from 'node:util';
import { leefJaar } from './jaar.ts';
import { gebreken, verslag } from './verslag.ts';
import { heelJaar } from './wensen.ts';

const { values } = parseArgs({
  options: { minuten: { type: 'string', default: '10' }, zaad: { type: 'string', default: '1' } },
});
const uitslag = await leefJaar(heelJaar(Number(values.zaad), Number(values.minuten)));
process.stdout.write(`${verslag(uitslag)}\n`);
process.exitCode = gebreken(uitslag).length > 0 ? 1 : 0;
