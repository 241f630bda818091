import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Win32 } from '../../../electron/lockdown/windows/win32.ts';
import { openLedger } from '../../../electron/startup/recovery-ledger.ts';
import { revertLeftovers } from '../../../electron/startup/sequence.ts';
import type { StepOutcome } from '../../../electron/startup/step.ts';
import { exactly, type Figure } from '../../rehearsal/figures.ts';
import { lastingMeasures } from './lasting-measures.ts';
import { until } from './until.ts';

const SW_SHOWNA = 8;

/** A process that has locked the computer is killed; the next one puts back what it left (LOCK-1). */
export async function tryRestore(win32: Win32, parent: string): Promise<Figure[]> {
  const folder = join(parent, 'restore');
  mkdirSync(folder);
  const taskbar = win32.FindWindowExW(0, 0, 'Shell_TrayWnd', null);
  const look = () => (win32.IsWindowVisible(taskbar) ? 'visible' : 'hidden');
  // Wine keeps its own hidden while it has nothing to show.
  win32.ShowWindowAsync(taskbar, SW_SHOWNA);
  await until('a taskbar', () => look() === 'visible');

  const locker = spawn(process.execPath, [join(__dirname, 'locker.cjs'), folder], { stdio: 'ignore' });
  const gone = once(locker, 'exit');
  const outcomes = join(folder, 'outcomes.json');
  await until('the lock', () => existsSync(outcomes) && readFileSync(outcomes, 'utf8').endsWith(']'));
  const taken = JSON.parse(readFileSync(outcomes, 'utf8')) as StepOutcome[];
  const locked = look();
  locker.kill('SIGKILL');
  await gone;
  const left = look();
  const measures = lastingMeasures(folder);
  const ledger = openLedger(join(folder, 'ledger.json'), []);
  const begun = await ledger.begun();
  const undone = await revertLeftovers(measures, ledger);
  const files = readdirSync(folder).filter((name) => name !== 'ledger.json' && name !== 'outcomes.json');
  const names = (steps: StepOutcome[]) =>
    steps.map(({ step, ok, note }) => (ok ? step : `${step}: ${note}`)).join(', ');
  return [
    exactly('lasting measures taken', names(taken), 'text', 'accessibility_keys, taskbar'),
    exactly('taskbar while locked', locked, 'text', 'hidden'),
    exactly('taskbar after kill -9', left, 'text', 'hidden'),
    exactly('what the ledger says was begun', begun.join(', '), 'text', 'accessibility_keys, taskbar'),
    exactly('undone at the next start', names(undone), 'text', 'taskbar, accessibility_keys'),
    exactly('taskbar after that', look(), 'text', 'visible'),
    exactly('notes left behind', files.length, 'files', 0),
  ];
}
