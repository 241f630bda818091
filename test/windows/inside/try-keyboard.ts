import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { keyboardMeasure } from '../../../electron/lockdown/windows/keyboard.ts';
import type { Win32 } from '../../../electron/lockdown/windows/win32.ts';
import type { Step } from '../../../electron/startup/step.ts';
import type { Finding } from '../../../shared/contract/shell.ts';
import { quantile } from '../../bench/quantile.ts';
import { atLeast, below, exactly, type Figure, matching } from '../../rehearsal/figures.ts';
import { KEY_ROWS, type KeyRow } from './key-rows.ts';
import { openWindowOfClass, tellOfFront } from './plain-window.ts';
import { type Stranger, startStranger } from './stranger.ts';
import { createTypist, type Typist } from './typist.ts';
import { until } from './until.ts';

/** A key that always goes on, and that no row presses: when it has arrived, all before it has or never will. */
const MARK = 'Q'.charCodeAt(0);
/** Moves and writes nothing. */
const LEFT = 0x25;
/** What the window reads of a modifier, whichever side it was. */
const GENERIC: Partial<Record<number, number>> = { 160: 0x10, 161: 0x10, 162: 0x11, 163: 0x11, 164: 0x12, 165: 0x12 };

/** The other program's Node takes a second to start. */
const BUSY_MS = 4000;
const TYPING_MS = 1500;
/** Windows gives up a hook at 300 ms, and a person notices 50. */
const MOST_PER_PRESS_MS = 20;
const PRESSES = 200;
const NOTICED_WITHIN_MS = 5000;
const FRONT_WITHIN_MS = 200;
/** Of the thread: the keyboard's, and the two of the front, which Wine counts among them. */
const HOOKS = 3;
const FIRST_HANDLE = 0x20;
const MOST_HANDLES = 0x10000;

const ALT_TAB = blockedRow('Alt+Tab');

interface Keyboard {
  typist: Typist;
  beside: Stranger;
}

function blockedRow(wanted: string): KeyRow {
  const row = KEY_ROWS.find(({ name }) => name === wanted);
  if (!row) throw new Error(`no row ${wanted}`);
  return row;
}

/** The keys that the window beside the exam got of one pressed row, modifiers too. */
async function reached({ typist, beside }: Keyboard, { held, key }: KeyRow): Promise<number[]> {
  const before = beside.keys().length;
  typist.press(held, key);
  typist.press([], MARK);
  await until('the mark after a key', () => beside.keys().slice(before).includes(MARK));
  return beside.keys().slice(before, -1);
}

async function becameOf(keyboard: Keyboard, row: KeyRow): Promise<KeyRow['expected']> {
  const keys = await reached(keyboard, row);
  return keys.includes(GENERIC[row.key] ?? row.key) ? 'passed' : 'blocked';
}

async function eachKey(keyboard: Keyboard, findings: Finding[]): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const row of KEY_ROWS) {
    const became = await becameOf(keyboard, row);
    const finding = () => findings.find(({ detail }) => detail.key === row.name);
    if (row.told) await until('the finding', () => finding() !== undefined, 1000).catch(() => undefined);
    const seen = `${became}, told ${finding()?.kind ?? 'nothing'}`;
    figures.push(exactly(`key ${row.name}`, seen, 'text', `${row.expected}, told ${row.told ?? 'nothing'}`));
  }
  return figures;
}

/** Letters that another program puts in end at the hook and are told; what only moves goes on. */
async function putInByAProgram({ typist, beside }: Keyboard, findings: Finding[]): Promise<Figure[]> {
  const before = beside.keys().length;
  for (const key of [MARK, MARK, LEFT]) typist.press([], key);
  await until('the key after them', () => beside.keys().slice(before).includes(LEFT));
  const came = beside
    .keys()
    .slice(before)
    .filter((key) => key === MARK).length;
  const told = () => findings.find(({ kind, detail }) => kind === 'remote_session' && detail.blocked === true);
  await until('the finding', () => told() !== undefined, 1000).catch(() => undefined);
  return [
    exactly('letters put in by a program that came through', came, 'presses', 0),
    exactly('of them told', Number(told()?.detail.injectedKeys ?? 0), 'presses', 1),
  ];
}

/** What one press costs whoever types, in milliseconds: pressing waits until every hook has had its say. */
function costOfPress({ typist }: Keyboard): number {
  const times = Array.from({ length: PRESSES }, () => {
    const start = performance.now();
    typist.press([], MARK);
    return performance.now() - start;
  });
  return Math.round(quantile(times, 0.95) * 100) / 100;
}

/**
 * The main thread computes and takes no event while another program presses Alt+Tab and the mark, again and again. Of
 * both, how many reached the window.
 */
async function whileBusy({ beside }: Keyboard): Promise<{ marks: number; tabs: number }> {
  const before = beside.keys().length;
  const keys = [MARK, ...ALT_TAB.held, ALT_TAB.key].map(String);
  const typing = spawn(process.execPath, [join(__dirname, 'typist.cjs'), String(TYPING_MS), ...keys], {
    stdio: 'ignore',
  });
  const ended = once(typing, 'exit');
  const end = performance.now() + BUSY_MS;
  while (performance.now() < end);
  await ended;
  const came = beside.keys().slice(before);
  return { marks: came.filter((key) => key === MARK).length, tabs: came.filter((key) => key === ALT_TAB.key).length };
}

/**
 * How long until the thread of the hooks tells that a window has come to the front; without it the watch looks after 250 ms.
 * Wine does not send this event by itself: it is sent here as Windows sends it, by the call for that.
 */
async function frontComes({ window }: Stranger, told: () => number): Promise<number | null> {
  const before = told();
  const start = performance.now();
  tellOfFront(window);
  return await until('what is told of it', () => told() > before, 1000).then(
    () => Math.round(performance.now() - start),
    () => null,
  );
}

/** Takes the hook away behind the measure's back, as Windows does with one that was too slow. */
function takeHookAway({ UnhookWindowsHookEx }: Win32): boolean {
  // Which handle it has only its thread knows; Wine takes the lower half of one, so all of them can be tried.
  let taken = 0;
  for (let handle = FIRST_HANDLE; handle < MOST_HANDLES && taken < HOOKS; handle += 2) {
    if (UnhookWindowsHookEx(handle)) taken += 1;
  }
  return taken === HOOKS;
}

async function hookLost(keyboard: Keyboard, measure: Step, win32: Win32): Promise<Figure[]> {
  const taken = takeHookAway(win32);
  const between = await becameOf(keyboard, ALT_TAB);
  const start = performance.now();
  const noticed = await until('the loss', () => measure.probe?.() === false, NOTICED_WITHIN_MS).then(
    () => Math.round(performance.now() - start),
    () => null,
  );
  const note = await measure.perform();
  return [
    exactly('the hook is taken away', `${taken}, Alt+Tab ${between}`, 'text', 'true, Alt+Tab passed'),
    below('a lost hook is noticed after', noticed, 'ms', NOTICED_WITHIN_MS),
    matching('what the lock report says of it', note ?? null, /^the hook was lost and taken again 1 time/),
    exactly('key Alt+Tab after that', await becameOf(keyboard, ALT_TAB), 'text', 'blocked'),
    exactly('the probe after that', String(await measure.probe?.()), 'text', 'true'),
  ];
}

/** Each key by itself, pressed as a program presses it, told by what a window of another program got. */
export async function tryKeyboard(win32: Win32, folder: string): Promise<Figure[]> {
  const findings: Finding[] = [];
  const clock = { elapsed: () => performance.now() };
  const report = (finding: Finding) => void findings.push(finding);
  let fronts = 0;
  const frontChanged = () => {
    fronts += 1;
  };
  const threadFile = join(__dirname, 'key-hook-thread.cjs');
  const measure = keyboardMeasure({ threadFile, frontChanged, clock, report });
  const beside = await startStranger(process.execPath, folder, 'a window that writes down its keys');
  const keyboard = { typist: createTypist(win32), beside };
  const before = await becameOf(keyboard, ALT_TAB);
  const costBefore = costOfPress(keyboard);

  await measure.perform();
  const injected = await putInByAProgram(keyboard, findings);
  // From here on the keys are those of the on-screen keyboard, which count as a person's.
  const closeAid = openWindowOfClass('OSKMainClass');
  const inForce = await eachKey(keyboard, findings);
  const cost = costOfPress(keyboard);
  const { marks, tabs } = await whileBusy(keyboard);
  const front = await frontComes(beside, () => fronts);
  const lost = await hookLost(keyboard, measure, win32);
  closeAid();
  await measure.revert();
  const after = await becameOf(keyboard, ALT_TAB);
  await beside.end();
  return [
    exactly('key Alt+Tab before the measure', before, 'text', 'passed'),
    ...inForce,
    ...injected,
    below('a press and its release, 95th of 100, without the hook', costBefore, 'ms', MOST_PER_PRESS_MS),
    below('a press and its release, 95th of 100, with the hook', cost, 'ms', MOST_PER_PRESS_MS),
    atLeast('letters typed while the shell computes', marks, 'presses', 10),
    exactly('Alt+Tab that came through meanwhile', tabs, 'presses', 0),
    below('a window that comes to the front is told of after', front, 'ms', FRONT_WITHIN_MS),
    ...lost,
    exactly('key Alt+Tab after the measure', after, 'text', 'passed'),
  ];
}
