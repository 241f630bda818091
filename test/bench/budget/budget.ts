import { setTimeout as pass } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { prepare } from '../../../build/prepare.ts';
import { ensureChromium } from '../../../build/runtimes/chromium.ts';
import { WATCHED_KINDS } from '../../../shared/domain/violations/watched-kinds.ts';
import { eventsOf, proceedAnyway } from '../../e2e/exam-candidate.ts';
import { ensureFilms } from '../../films/films.ts';
import { openBrowser } from '../../rehearsal/browser.ts';
import { filmCamera } from '../../rehearsal/exam-camera.ts';
import { agreeAndReadRules, passIdentity, signIn } from '../../rehearsal/exam-entry.ts';
import { paperOpens } from '../../rehearsal/exam-paper.ts';
import type { ExamProcess } from '../../rehearsal/exam-process.ts';
import { below, exactly, type Figure } from '../../rehearsal/figures.ts';
import { openPremises, type Premises } from '../../rehearsal/premises.ts';
import { openProctor } from '../../rehearsal/proctor.ts';
import type { SampleCandidate } from '../../rehearsal/sample-roster.ts';
import { sampleVariant } from '../../rehearsal/sample-variant.ts';
import { treeCost } from '../process-tree.ts';
import { quantile } from '../quantile.ts';
import { quietRoom } from '../reentry/quiet-room.ts';

const EXAMINATION = 'labour-3';
const CANDIDATE = 'LD20260002';
/** Watched and not watched take turns, so that whatever else the machine does falls on both. */
const TURNS = 3;
/** Models start and first looks are dear: that is once an exam. */
const SETTLE_MS = 15_000;
const KEYS_A_TURN = 250;
/** Twelve keys a second. */
const KEY_MS = 83;
/** Each chooses an option, which is saved, or turns to another item. */
const KEYS = ['1', '2', '3', 'PageDown', '1', '2', '3', 'PageUp'] as const;
/** Of the issue: of a core beside the recording, and times the same key in an exam without analysers. */
const CORES = 0.25;
const PAINT = 1.2;

/** The same exam, watched or not: an exam centre, a computer at home, and what was measured there. */
interface Side {
  premises: Premises;
  home: string;
  entered: boolean;
  cores: number[];
  keys: number[];
}

/** An examination whose rules switch everything off that the exam window could look for. */
const unwatched = () =>
  sampleVariant([EXAMINATION], (plan) => ({
    ...plan,
    violationRules: Object.fromEntries(WATCHED_KINDS.map((kind) => [kind, 'off' as const])),
  }));

/** From the first screen to the paper, with a face that the analysers can compare. */
async function enter(page: Page, side: Side, candidate: SampleCandidate): Promise<void> {
  await signIn(page, candidate);
  if (!side.entered) await agreeAndReadRules(page);
  await passIdentity(page, async () => undefined);
  if (!side.entered) await proceedAnyway(page);
  side.entered = true;
  await paperOpens(page, 60_000);
}

async function answer(page: Page): Promise<number[]> {
  await page.evaluate(() => window.takeKeyTimes());
  for (let pressed = 0; pressed < KEYS_A_TURN; pressed += 1) {
    await page.keyboard.press(KEYS[pressed % KEYS.length] ?? '1');
    await page.waitForTimeout(KEY_MS);
  }
  return page.evaluate(() => window.takeKeyTimes());
}

async function measure({ app, page }: ExamProcess, side: Side): Promise<void> {
  const pid = app.process().pid ?? 0;
  const [before, began] = [await treeCost(pid), performance.now()];
  side.keys.push(...(await answer(page)));
  const { cpuSeconds } = await treeCost(pid);
  side.cores.push(((cpuSeconds - before.cpuSeconds) * 1_000) / (performance.now() - began));
}

async function keyClock(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('./key-clock-page.ts', import.meta.url))],
    ...{ bundle: true, write: false, format: 'iife', target: 'chrome108' },
  });
  return outputFiles[0]?.text ?? '';
}

/** One sitting: sign in, wait until all runs, answer, and the power goes. */
async function sit(side: Side, film: string, room: string, clock: string): Promise<void> {
  const { premises, home } = side;
  const candidate = premises.roster.candidates.find(({ admissionNo }) => admissionNo === CANDIDATE);
  if (!candidate) throw new Error(`the sample has no candidate ${CANDIDATE}`);
  const exam = await premises.openExam(filmCamera(film, room), home);
  try {
    await enter(exam.page, side, candidate);
    await exam.page.evaluate(clock);
    await pass(SETTLE_MS);
    await measure(exam, side);
  } finally {
    await exam.kill();
  }
}

async function openSide(electron: string, browser: Browser, sample?: string): Promise<Side> {
  const times = { sessionInSeconds: 1, durationSeconds: 3_000, breakSeconds: 5 };
  const premises = await openPremises(electron, times, sample);
  const account = premises.roster.staff[0];
  if (!account) throw new Error('the sample has no proctor');
  // Whoever sits is looked at: the live picture is part of what the computer does.
  const proctor = await openProctor(browser, premises.centre.origin, account);
  premises.onClose(() => proctor.page.context().close());
  return { premises, home: await premises.newFolder(), entered: false, cores: [], keys: [] };
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const round = (value: number, digits: number): number => Number(value.toFixed(digits));

function figuresOf(watched: Side, bare: Side, givenUp: string): Figure[] {
  const [cores, without] = [mean(watched.cores), mean(bare.cores)];
  const [paint, bareP99] = [quantile(watched.keys, 0.99), quantile(bare.keys, 0.99)];
  const ratio = round(paint / bareP99, 3);
  return [
    {
      ...{ figure: 'everything the candidate’s computer runs in an exam', value: round(cores, 3), unit: 'cores' },
      ...{ reference: round(without, 3), ratio: round(cores / without, 3), goal: 'observed', holds: true },
    },
    below('of it vision and sound', round(cores - without, 3), 'cores', CORES),
    {
      ...{ figure: `key to paint, p99 of ${watched.keys.length}`, value: round(paint, 1), unit: 'ms' },
      ...{ reference: round(bareP99, 1), ratio, goal: `<= ${PAINT} x without analysers`, holds: ratio <= PAINT },
    },
    exactly('what was not looked for meanwhile', givenUp, 'text', ''),
  ];
}

/** What the analysers cost the real exam window, recording and looked at by a proctor, against the same exam without them. */
export async function benchBudget(): Promise<Figure[]> {
  const { electron } = await prepare();
  const chromium = await ensureChromium();
  const { [CANDIDATE]: film } = await ensureFilms(chromium, [CANDIDATE]);
  const [clock, sample, browser] = await Promise.all([keyClock(), unwatched(), openBrowser(chromium)]);
  const sides: Side[] = [];
  try {
    const watched = await openSide(electron, browser);
    sides.push(watched);
    const bare = await openSide(electron, browser, sample.directory);
    sides.push(bare);
    const room = await quietRoom(await watched.premises.newFolder());
    for (let turn = 0; turn < TURNS; turn += 1) {
      // Now one first, now the other.
      for (const side of turn % 2 === 0 ? [bare, watched] : [watched, bare]) await sit(side, film, room, clock);
      const told = [bare, watched].map(({ cores, keys }) => {
        const [p50, p99] = [0.5, 0.99].map((share) => quantile(keys, share).toFixed(1));
        return `${cores.at(-1)?.toFixed(3)} cores, key to paint so far ${p50} / ${p99} ms`;
      });
      console.log(`turn ${turn + 1}: without ${told[0]}; with ${told[1]}`);
    }
    const events = await eventsOf(watched.premises.staff, CANDIDATE);
    const givenUp = events.flatMap(({ kind, detail }) => (kind === 'watch_changed' ? [String(detail.undone)] : []));
    return figuresOf(watched, bare, givenUp.join(' | '));
  } finally {
    for (const { premises } of sides) await premises.close();
    await browser.close();
    await sample.remove();
  }
}
