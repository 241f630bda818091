import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { focusWatchMeasure } from '../../../electron/lockdown/focus-watch.ts';
import type { Win32 } from '../../../electron/lockdown/windows/win32.ts';
import { windowsEyes } from '../../../electron/lockdown/windows/window-eyes.ts';
import type { Finding } from '../../../shared/contract/shell.ts';
import { atLeast, below, exactly, type Figure } from '../../rehearsal/figures.ts';
import { openExamWindow } from './exam-window.ts';
import { startStranger } from './stranger.ts';
import { until } from './until.ts';

const STAYS_MS = 2500;
const TOAST_MS = 1000;
/** The watch looks four times a second and takes back once a second; the rest is a busy machine. */
const LATEST_MS = 2000;
const MOST_PER_LOOK_MS = 25;

/** Programs that put windows before the exam, and what the watch tells of them (LOCK-2). */
export async function tryWindows(win32: Win32, folder: string): Promise<Figure[]> {
  const program = join(folder, 'Messenger.exe');
  copyFileSync(process.execPath, program);
  const exam = openExamWindow(win32);
  const findings: Finding[] = [];
  const runningImages = async () => [];
  const eyes = windowsEyes({ examWindow: () => exam.handle, ownPid: process.pid, runningImages });
  const watch = focusWatchMeasure({
    ...{ window: exam.watched, eyes, ownDialogOpen: () => false, clock: { elapsed: () => performance.now() } },
    report: (finding) => void findings.push(finding),
  });
  await until('the exam window in front', exam.watched.isFocused);
  await watch.perform();

  const ended = (covers: boolean) => () =>
    findings.find(({ detail }) => detail.ongoing === false && (detail.covers === true) === covers);
  /** A window of the program for so long: what was told of it at its end. */
  async function show(title: string, forMs: number, quiet: boolean): Promise<Finding | undefined> {
    findings.splice(0);
    exam.takesBack = false;
    const stranger = await startStranger(program, folder, title, 'topmost', ...(quiet ? (['quiet'] as const) : []));
    await wait(forMs);
    await stranger.end();
    // Wine gives the keyboard to the empty desktop then, and the watch takes it from there.
    exam.takesBack = true;
    await until('what is told of it', () => ended(quiet)() !== undefined, 3000).catch(() => undefined);
    return ended(quiet)();
  }

  const thief = await show('takes the keyboard', STAYS_MS, false);
  await until('the exam window in front again', exam.watched.isFocused);
  const toast = await show('a message', TOAST_MS, true);
  const again = await startStranger(program, folder, 'takes it once more', 'topmost');
  const taken = performance.now();
  await until('the keyboard back', exam.watched.isFocused).catch(() => undefined);
  const back = exam.watched.isFocused() ? Math.round(performance.now() - taken) : null;
  await again.end();

  const start = performance.now();
  await eyes.open(() => undefined);
  await eyes.look();
  const look = Math.round((performance.now() - start) * 10) / 10;
  await watch.revert();
  exam.close();
  const whole = (finding?: Finding) => (finding ? Math.round(finding.durationMs) : null);
  const [had, lasted] = [whole(thief), whole(toast)];
  const who = (finding?: Finding) => `${finding?.kind}, ${finding?.detail.owner}, ${finding?.detail.title}`;
  return [
    exactly('a window that takes the keyboard', who(thief), 'text', 'app_switch, Messenger.exe, takes the keyboard'),
    exactly('its class', String(thief?.detail.windowClass), 'text', 'Static'),
    exactly('its size', `${thief?.detail.width}x${thief?.detail.height}`, 'text', '400x300'),
    atLeast('how long it had it', had, 'ms', STAYS_MS - 300),
    below('how long it had it, at most', had, 'ms', STAYS_MS + LATEST_MS),
    exactly('a message over the exam', who(toast), 'text', 'popup, Messenger.exe, a message'),
    atLeast('how long it was there', lasted, 'ms', TOAST_MS - 300),
    below('the keyboard is taken back after', back, 'ms', 2000),
    below('a look at all windows', look, 'ms', MOST_PER_LOOK_MS),
  ];
}
