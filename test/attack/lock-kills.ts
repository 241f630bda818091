import { once } from 'node:events';
import { lockdownBegun } from '../e2e/shell-exam.ts';
import { EMPTY_CHAIR } from '../rehearsal/exam-camera.ts';
import type { ExamProcess } from '../rehearsal/exam-process.ts';
import type { Premises } from '../rehearsal/premises.ts';
import { changes, type DeskState, deskNow } from './desk-state.ts';

/** kill -9 of the shell the moment the ledger was written `count` times: between one step and the next. */
async function killAtWrite({ app, page }: ExamProcess, doing: 'lock' | 'unlock', count: number): Promise<void> {
  const ended = once(app.process(), 'exit');
  await app.evaluate((_electron, wanted) => {
    const files = process.mainModule?.require('node:fs/promises');
    const { rename } = files;
    let written = 0;
    files.rename = async (from: string, to: string) => {
      await rename(from, to);
      if (!to.endsWith('lockdown-ledger.json')) return;
      written += 1;
      if (written === wanted) process.kill(process.pid, 'SIGKILL');
    };
  }, count);
  void page.evaluate((name) => window.shell[name](), doing).catch(() => undefined);
  await ended;
}

export interface LockKills {
  kills: number;
  /** Kills after which the ledger named exactly what was in force, the desk was as before, and the next start undid all of it. */
  undone: number;
}

/** Kills the shell between any two steps of locking and of letting go, and looks at what it leaves and the next start makes of it (LOCK-1). */
export async function killBetweenSteps(premises: Premises, say: (text: string) => void): Promise<LockKills> {
  const display = String(premises.display.env.DISPLAY);
  const dataFolder = await premises.newFolder();
  const before = await deskNow(display);

  async function start(): Promise<ExamProcess> {
    const exam = await premises.openExam(EMPTY_CHAIR, dataFolder);
    await exam.page.waitForFunction(() => 'shell' in window);
    return exam;
  }
  /** What the desk of whoever sits there still has of the lock; the X server takes a moment to notice a death. */
  async function changed(): Promise<string[]> {
    let left: string[] = [];
    for (const end = performance.now() + 2000; performance.now() < end; ) {
      const now: DeskState = await deskNow(display);
      left = changes(before, now);
      if (left.length === 0) break;
    }
    return left;
  }
  async function faultsOf(doing: 'lock' | 'unlock', count: number, steps: number): Promise<string[]> {
    const exam = await start();
    if (doing === 'unlock') await exam.page.evaluate(() => window.shell.lock());
    await killAtWrite(exam, doing, count);
    const begun = (await lockdownBegun(dataFolder)).length;
    const expected = doing === 'lock' ? count : steps - count;
    const next = begun === expected ? [] : [`the ledger names ${begun} steps instead of ${expected}`];
    next.push(...(await changed()));
    const after = await start();
    // `unlock` waits until what was left is undone.
    await after.page.evaluate(() => window.shell.unlock());
    const left = await lockdownBegun(dataFolder);
    if (left.length > 0) next.push(`not undone at the next start: ${left.join(', ')}`);
    const { steps: taken } = await after.page.evaluate(() => window.shell.lock());
    next.push(...taken.filter(({ ok }) => !ok).map(({ step }) => `not taken again: ${step}`));
    await after.close();
    return [...next, ...(await changed())];
  }

  const first = await start();
  const steps = (await first.page.evaluate(() => window.shell.lock())).steps.length;
  await first.close();
  let undone = 0;
  for (const doing of ['lock', 'unlock'] as const) {
    for (let count = 1; count <= steps; count += 1) {
      const faults = await faultsOf(doing, count, steps);
      if (faults.length === 0) undone += 1;
      say(`killed at step ${count} of ${steps} of the ${doing}: ${faults.join('; ') || 'as it was'}`);
    }
  }
  return { kills: 2 * steps, undone };
}
