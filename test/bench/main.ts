/** `npm run bench -- NAME [--json FILE]`: measures one promise and prints what it came to. `verify` and `replay` take `--pairs DIR`, `detect` takes `--clips FILE`, `soak` takes `--minutes N`, `covered` and `things` may take `--pictures DIR`, which `detect` may have instead of clips. */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type Figure, table } from '../rehearsal/figures.ts';
import { benchBudget } from './budget/budget.ts';
import { benchCandidate } from './candidate/candidate.ts';
import { benchCovered } from './covered/covered.ts';
import { benchDetect, benchOwnClips } from './detect/detect.ts';
import { benchFocus } from './focus/focus.ts';
import { benchJournal } from './journal/journal.ts';
import { benchLoad } from './load/load.ts';
import { benchMemory } from './memory/memory.ts';
import { benchPaper } from './paper/paper.ts';
import { benchReentry } from './reentry/reentry.ts';
import { benchReplay } from './replay/replay.ts';
import { benchReview } from './review/review.ts';
import { benchSoak } from './soak/soak.ts';
import { benchSpeech } from './speech/speech.ts';
import { benchStart } from './start/start.ts';
import { benchSync } from './sync/sync.ts';
import { benchThings } from './things/things.ts';
import { benchVerify } from './verify/verify.ts';
import { benchWall } from './wall/wall.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'string' },
    pairs: { type: 'string' },
    clips: { type: 'string' },
    minutes: { type: 'string' },
    pictures: { type: 'string' },
  },
});

function given(option: 'pairs' | 'clips' | 'minutes'): string {
  const value = values[option];
  if (value) return value;
  console.error(`this one takes --${option} ${option === 'minutes' ? 'N' : 'PATH'}`);
  process.exit(2);
}

/** Each measures on the real parts and says what it was held against. */
const BENCHES: Record<string, () => Promise<Figure[]>> = {
  budget: benchBudget,
  candidate: benchCandidate,
  covered: () => benchCovered(values.pictures ?? null),
  detect: () => (values.pictures ? benchOwnClips(values.pictures) : benchDetect(given('clips'))),
  focus: benchFocus,
  journal: benchJournal,
  memory: benchMemory,
  paper: benchPaper,
  reentry: benchReentry,
  load: benchLoad,
  replay: () => benchReplay(given('pairs')),
  review: benchReview,
  soak: () => benchSoak(Number(given('minutes'))),
  speech: benchSpeech,
  start: benchStart,
  sync: benchSync,
  things: () => benchThings(values.pictures ?? null),
  verify: () => benchVerify(given('pairs')),
  wall: benchWall,
};

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
