/** `npm run bench -- NAME [--json FILE]`: measures one promise and prints what it came to. */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type Figure, table } from '../rehearsal/figures.ts';
import { benchJournal } from './journal/journal.ts';
import { benchPaper } from './paper/paper.ts';
import { benchReentry } from './reentry/reentry.ts';
import { benchStart } from './start/start.ts';
import { benchSync } from './sync/sync.ts';

/** Each measures on the real parts and says what it was held against. */
const BENCHES: Record<string, () => Promise<Figure[]>> = {
  journal: benchJournal,
  paper: benchPaper,
  reentry: benchReentry,
  start: benchStart,
  sync: benchSync,
};

const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'string' } } });
const [name = ''] = positionals;
const bench = BENCHES[name];
if (!bench) {
  console.error(`npm run bench -- NAME [--json FILE]; NAME is one of: ${Object.keys(BENCHES).join(', ')}`);
  process.exit(2);
}
const figures = await bench();
console.log(`\n${table(figures)}`);
if (values.json) await writeFile(values.json, `${JSON.stringify(figures, null, 2)}\n`);
process.exitCode = figures.every(({ holds }) => holds) ? 0 : 1;
