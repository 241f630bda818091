/**
 * `npm run attack -- [--json FILE] [--only keys,page,desk,processes,unlocked,kills]`: tries to leave the real, locked exam
 * window in every way we know.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { prepare } from '../../build/prepare.ts';
import { enterPaper } from '../e2e/exam-candidate.ts';
import { lockdownBegun } from '../e2e/shell-exam.ts';
import { atLeast, exactly, type Figure, table } from '../rehearsal/figures.ts';
import { openPremises, type Premises } from '../rehearsal/premises.ts';
import { holds, leadsOut, type Outcome, outcomeTable, tryWay } from './attack-run.ts';
import { type AttackedExam, has, openAttackedExam } from './attacked-exam.ts';
import { DESK_WAYS } from './desk-ways.ts';
import { KEY_WAYS } from './key-ways.ts';
import { killBetweenSteps } from './lock-kills.ts';
import { displayStands, leftOver, machineNow } from './machine.ts';
import { PAGE_WAYS } from './page-ways.ts';
import { LAST_WAYS, PROCESS_WAYS } from './process-ways.ts';
import type { Way } from './way.ts';

/** How many ways must be tried for the count to mean something. */
const WAYS_AT_LEAST = 30;
const TOOLS = ['xdotool', 'xclip', 'Xvfb', 'openbox'];

const say = (text: string): void => console.log(`  ${new Date().toISOString().slice(11, 19)} ${text}`);

/** The candidate's way in; meanwhile, still unlocked, the ways that should lead out do. */
async function enterAttacked(premises: Premises, index: number): Promise<AttackedExam> {
  const exam = await openAttackedExam(premises);
  const candidate = premises.roster.candidates[index];
  if (!candidate) throw new Error(`the sample roster has no candidate ${index + 1}`);
  await enterPaper(exam.page, premises, candidate);
  const { stranger } = exam;
  await stranger.open('my notes', { width: 700, height: 500 });
  const end = performance.now() + 30_000;
  while ((await lockdownBegun(exam.dataFolder)).length === 0 || (await exam.stance(true)).left !== null) {
    if (performance.now() > end) throw new Error(`the window is not locked: ${(await exam.stance(true)).left}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return exam;
}

/** How many of the ways lead out of a window that is not locked: an attempt that never leads anywhere proves nothing. */
async function unlockedFigure(premises: Premises): Promise<Figure> {
  const ways = [...KEY_WAYS, ...DESK_WAYS].filter(({ leadsOutUnlocked }) => leadsOutUnlocked);
  let out = 0;
  for (const way of ways) {
    const exam = await openAttackedExam(premises);
    await exam.stranger.open('my notes', { width: 700, height: 500 });
    await exam.stranger.ask(exam.window, '_NET_ACTIVE_WINDOW', 2, 0, 0);
    const left = await leadsOut(exam, way);
    say(`unlocked: ${way.name}: ${left ?? 'leads nowhere'}`);
    if (left !== null) out += 1;
    // The next one starts where this one did: on the first workspace.
    await exam.stranger.ask(exam.stranger.root, '_NET_CURRENT_DESKTOP', 0, 0);
    await exam.close();
  }
  return exactly('attempts that lead out of a window that is not locked', out, 'ways', ways.length);
}

async function attackLocked(premises: Premises, ways: readonly Way[], index: number): Promise<Outcome[]> {
  const exam = await enterAttacked(premises, index);
  const outcomes: Outcome[] = [];
  for (const way of ways) {
    const outcome = await tryWay(exam, way);
    const { left, told, toldAfterMs, recovered } = outcome;
    const happened = [left, told && `${told} after ${toldAfterMs} ms`, recovered ? null : 'the window did not recover'];
    say(
      `${holds(outcome) ? 'ok' : 'MISSED'} ${way.name}: ${happened.filter(Boolean).join('; ') || 'nothing came of it'}`,
    );
    outcomes.push(outcome);
  }
  await exam.close();
  return outcomes;
}

async function attackLast(premises: Premises, first: number): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const [index, way] of LAST_WAYS.entries()) {
    const exam = await enterAttacked(premises, first + index);
    const outcome = await tryWay(exam, way, 'end');
    // What was killed is not there to stand as it did.
    outcomes.push({ ...outcome, recovered: true });
    say(`${holds(outcome) ? 'ok' : 'MISSED'} ${way.name}`);
    await exam.close();
  }
  return outcomes;
}

const PARTS = ['keys', 'page', 'desk', 'processes', 'unlocked', 'kills'] as const;
type Part = (typeof PARTS)[number];

/** What became of the ways that are tried on a locked window. */
function lockedFigures(outcomes: readonly Outcome[], atLeastWays: number): Figure[] {
  const count = (of: (outcome: Outcome) => boolean): number => outcomes.filter(of).length;
  return [
    atLeast('ways tried', outcomes.length, 'ways', atLeastWays),
    exactly('prevented, or told to the proctor within 1 s', count(holds), 'ways', outcomes.length),
    atLeast(
      'of them prevented',
      count(({ left }) => left === null),
      'ways',
      1,
    ),
    exactly(
      'after which the window stood as before',
      count(({ recovered }) => recovered),
      'ways',
      outcomes.length,
    ),
  ];
}

async function killFigure(premises: Premises): Promise<Figure> {
  const { kills, undone } = await killBetweenSteps(premises, say);
  return exactly('kill -9 between two steps of locking or letting go, the desk as it was', undone, 'kills', kills);
}

async function attack(parts: ReadonlySet<Part>): Promise<Figure[]> {
  const missing = TOOLS.filter((tool) => !has(tool));
  if (missing.length > 0) {
    console.log(
      `Not run: ${missing.join(', ')} missing here (Debian: apt-get install ${missing.join(' ').toLowerCase()}).`,
    );
    return [atLeast('ways tried', null, 'ways', WAYS_AT_LEAST)];
  }
  const { electron } = await prepare();
  // Its own, so that what lies there afterwards is nobody else's.
  const temporary = await mkdtemp(join(tmpdir(), 'yunkao-attack-'));
  process.env.TMPDIR = temporary;
  const before = machineNow();
  const premises = await openPremises(electron, { sessionInSeconds: 1, durationSeconds: 3600, breakSeconds: 5 });
  const figures: Figure[] = [];
  try {
    const ways = [...KEY_WAYS, ...PAGE_WAYS, ...DESK_WAYS, ...PROCESS_WAYS].filter(({ area }) => parts.has(area));
    const outcomes = ways.length > 0 ? await attackLocked(premises, ways, 0) : [];
    if (parts.has('processes')) outcomes.push(...(await attackLast(premises, 1)));
    if (outcomes.length > 0) console.log(`\n${outcomeTable(outcomes)}\n`);
    const all = PARTS.every((part) => parts.has(part));
    if (outcomes.length > 0) figures.push(...lockedFigures(outcomes, all ? WAYS_AT_LEAST : 1));
    if (parts.has('unlocked')) figures.push(await unlockedFigure(premises));
    if (parts.has('kills')) figures.push(await killFigure(premises));
  } finally {
    await premises.close();
  }
  const left = leftOver(before, machineNow());
  const display = String(premises.display.env.DISPLAY);
  if (displayStands(display)) left.push(`display ${display}`);
  await rm(temporary, { recursive: true, force: true });
  for (const each of left) say(`left over: ${each}`);
  return [...figures, exactly('left on the machine afterwards (processes, displays, files)', left.length, 'things', 0)];
}

const { values } = parseArgs({ options: { json: { type: 'string' }, only: { type: 'string' } } });
const wanted = values.only?.split(',') ?? PARTS;
const unknown = wanted.filter((name) => !(PARTS as readonly string[]).includes(name));
if (unknown.length > 0) {
  console.error(`unknown: ${unknown.join(', ')}; --only takes ${PARTS.join(',')}`);
  process.exit(2);
}
const figures = await attack(new Set(wanted as Part[]));
console.log(`\n${table(figures)}`);
if (values.json) await writeFile(values.json, `${JSON.stringify(figures, null, 2)}\n`);
process.exitCode = figures.every(({ holds: good }) => good) ? 0 : 1;
