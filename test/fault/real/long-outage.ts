import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { openAnsweringComputer } from './answering-computer.ts';
import { openKillableCentre } from './killable-centre.ts';
import { createWrittenTexts, type TextCounts } from './written-texts.ts';

/** Of so many written at the same time each shares the flush of the others, as a burst of typing does. */
const AT_ONCE = 10;
const ANSWERED_BEFORE = 20;

export interface LongOutage extends TextCounts {
  /** Writing all of them, durable, one burst after the other. */
  writingSeconds: number;
  journalMegabytes: number;
  /** From the sign-in after the power cut until the journal was read, checked and written again in the new epoch. */
  takingUpSeconds: number;
  carried: number;
  unreadable: number;
  /** From the return of the line until the exam centre, which died twice meanwhile, had everything. */
  sendingSeconds: number;
}

const seconds = (from: number): number => Math.round((performance.now() - from) / 100) / 10;

async function bytesBelow(folder: string): Promise<number> {
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.includes('indexeddb.leveldb'));
  const sizes = await Promise.all(files.map((file) => stat(join(folder, file)).catch(() => null)));
  return sizes.reduce((sum, found) => sum + (found?.isFile() ? found.size : 0), 0);
}

/**
 * Twelve hours without a network on a real journal; at their end the power goes. The candidate signs in again on the same
 * computer, where all of it is taken up, and sends it while the server is killed and started again in the middle.
 */
export async function sitOutage(
  { entries, profile }: { entries: number; profile: string },
  said: (what: string) => void,
): Promise<LongOutage> {
  const centre = await openKillableCentre();
  const closers: (() => Promise<void>)[] = [centre.close];
  const texts = createWrittenTexts();
  try {
    const computer = await openAnsweringComputer(centre, texts, 'home', profile);
    closers.push(computer.close);
    const { attemptId } = await computer.sitDown();
    await computer.page.evaluate((count) => window.answer(count, 1), ANSWERED_BEFORE);
    await computer.page.evaluate(() => window.allReceived());
    computer.home.cut();
    const writingFrom = performance.now();
    await computer.page.evaluate(([count, atOnce]) => window.answer(count, atOnce), [entries, AT_ONCE] as const);
    const writingSeconds = seconds(writingFrom);
    said(`${entries} entries written without a network, ${writingSeconds} s`);
    await computer.kill();
    const journalMegabytes = Math.round((await bytesBelow(profile)) / 100_000) / 10;

    await computer.start();
    const takingUpFrom = performance.now();
    const { carried, lost: unreadable } = await computer.sitDown();
    const takingUpSeconds = seconds(takingUpFrom);
    said(`${carried} of them taken up after the power cut, ${takingUpSeconds} s`);

    const sendingFrom = performance.now();
    computer.home.mend();
    const all = computer.page.evaluate(() => window.allReceived());
    for (const share of [0.2, 0.6]) {
      await computer.page.waitForFunction((from) => window.answered().cursor >= from, carried * share, {
        polling: 20,
        timeout: 0,
      });
      await centre.kill();
      await centre.revive();
    }
    await all;
    const sendingSeconds = seconds(sendingFrom);
    await centre.kill();
    const counts = texts.tally(centre.database, attemptId);
    return { ...counts, writingSeconds, journalMegabytes, takingUpSeconds, carried, unreadable, sendingSeconds };
  } finally {
    for (const close of closers.reverse()) await close();
  }
}
