import { once } from 'node:events';
import { lockdownBegun } from '../e2e/shell-exam.ts';
import { EMPTY_CHAIR } from '../rehearsal/exam-camera.ts';
import type { ExamProcess } from '../rehearsal/exam-process.ts';
import type { Premises } from '../rehearsal/premises.ts';

/** How many steps this system's lock has: those that a whole lock enters in its ledger. */
async function stepsOf(exam: ExamProcess, dataFolder: string): Promise<number> {
  await exam.page.evaluate(() => window.shell.lock());
  return (await lockdownBegun(dataFolder)).length;
}

/** kill -9 of the shell the moment step `count` is in the ledger, before it is performed: between it and the one before. */
async function killAtStep({ app, page }: ExamProcess, count: number): Promise<void> {
  const ended = once(app.process(), 'exit');
  await app.evaluate((_electron, steps) => {
    const files = process.mainModule?.require('node:fs/promises');
    const { rename } = files;
    let entered = 0;
    files.rename = async (from: string, to: string) => {
      await rename(from, to);
      if (!to.endsWith('lockdown-ledger.json')) return;
      entered += 1;
      if (entered === steps) process.kill(process.pid, 'SIGKILL');
    };
  }, count);
  void page.evaluate(() => window.shell.lock()).catch(() => undefined);
  await ended;
}

export interface LockKills {
  steps: number;
  /** Kills after which the ledger named exactly the steps begun, and the next start had undone all of them. */
  undone: number;
  faults: string[];
}

/** Kills the shell between any two steps of its lock and looks at what the next start makes of it (LOCK-1). */
export async function killBetweenSteps(premises: Premises, say: (text: string) => void): Promise<LockKills> {
  const dataFolder = await premises.newFolder();
  const first = await premises.openExam(EMPTY_CHAIR, dataFolder);
  await first.page.waitForFunction(() => 'shell' in window);
  const steps = await stepsOf(first, dataFolder);
  await first.close();
  const faults: string[] = [];
  for (let count = 1; count <= steps; count += 1) {
    const exam = await premises.openExam(EMPTY_CHAIR, dataFolder);
    await exam.page.waitForFunction(() => 'shell' in window);
    // What the kill before left is undone before the page is answered.
    const left = await exam.page.evaluate(() => window.shell.unlock()).then(() => lockdownBegun(dataFolder));
    if (left.length > 0) faults.push(`after the start: ${left.join(', ')} not undone`);
    await killAtStep(exam, count);
    const begun = await lockdownBegun(dataFolder);
    if (begun.length !== count) faults.push(`killed at step ${count}: the ledger names ${begun.length}`);
    say(`killed at step ${count} of ${steps} (${begun.at(-1)})`);
  }
  const last = await premises.openExam(EMPTY_CHAIR, dataFolder);
  await last.page.waitForFunction(() => 'shell' in window);
  const report = await last.page.evaluate(() => window.shell.lock());
  const missed = report.steps.filter(({ ok }) => !ok).map(({ step }) => step);
  if (missed.length > 0) faults.push(`the lock after all kills: ${missed.join(', ')} not taken`);
  await last.close();
  const left = await lockdownBegun(dataFolder);
  if (left.length > 0) faults.push(`at the end: ${left.join(', ')} not undone`);
  return { steps, undone: steps - faults.length, faults };
}
