/** `npm run fault`: breaks exams, simulated and real, in every way we know, and counts what became of the answers. */
import { writeFile } from 'node:fs/promises';
import { table } from '../rehearsal/figures.ts';
import { parseOptions } from './options.ts';
import { realFigures } from './real/real-figures.ts';
import { simulatedFigures } from './simulated-figures.ts';

const { json, ...wanted } = parseOptions(process.argv.slice(2));
const figures = [
  ...(wanted.schedules > 0 ? await simulatedFigures(wanted) : []),
  ...(wanted.kills > 0 ? await realFigures(wanted) : []),
];
console.log(`\n${table(figures)}`);
if (json) await writeFile(json, `${JSON.stringify(figures, null, 2)}\n`);
process.exitCode = figures.every(({ holds }) => holds) ? 0 : 1;
