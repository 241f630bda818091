/** `npm run fault`: breaks exams, simulated and real, in every way we know, and counts what became of the answers. */
import { writeFile } from 'node:fs/promises';
import { table } from '../rehearsal/figures.ts';
import { parseOptions } from './options.ts';
import { realFigures } from './real/real-figures.ts';
import { simulatedFigures } from './simulated-figures.ts';

const { json, ...wanted } = parseOptions(process.argv.slice(2));
// At the same time: the real parts wait more than they work.
const [simulated, real] = await Promise.all([
  wanted.schedules > 0 ? simulatedFigures(wanted) : [],
  wanted.kills > 0 ? realFigures(wanted) : [],
]);
const figures = [...simulated, ...real];
console.log(`\n${table(figures)}`);
if (json) await writeFile(json, `${JSON.stringify(figures, null, 2)}\n`);
// Not by itself: after a quarter of an hour of sockets and databases Node was seen to spin for hours while it tidied up.
process.exit(figures.every(({ holds }) => holds) ? 0 : 1);
