/** `npm run fault`: breaks simulated exams in every way we know, and counts what became of the answers. */
import { writeFile } from 'node:fs/promises';
import { table } from '../rehearsal/figures.ts';
import { parseOptions } from './options.ts';
import { simulatedFigures } from './simulated-figures.ts';

const { json, ...wanted } = parseOptions(process.argv.slice(2));
const figures = await simulatedFigures(wanted);
console.log(`\n${table(figures)}`);
if (json) await writeFile(json, `${JSON.stringify(figures, null, 2)}\n`);
process.exitCode = figures.every(({ holds }) => holds) ? 0 : 1;
