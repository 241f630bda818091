import { setTimeout as wait } from 'node:timers/promises';
import type { HomeNetwork } from '../../rehearsal/home-network.ts';
import { openAnsweringComputer } from './answering-computer.ts';
import { openKillableCentre } from './killable-centre.ts';
import { createWrittenTexts, type TextCounts } from './written-texts.ts';

const WRITES_EVERY_MS = 250;
const SLOW_BYTES_PER_SECOND = 20_000;

const LATE_MS = 1_500;
const RESETS = 5;
/** So many entries are written and received on a line that is late. */
const WRITTEN_LATE = 40;

const TROUBLES: [name: string, begin: (home: HomeNetwork) => void][] = [
  ['half-open', (home) => home.silence()],
  ['stalled', (home) => home.stall()],
];

export interface BadLine extends TextCounts {
  /** From the end of each trouble until the exam centre had everything. */
  backSeconds: { name: string; seconds: number }[];
  /** The same for what had waited, over 20 kB/s and with the server killed in the middle. */
  slowSeconds: number;
}

const seconds = (from: number): number => Math.round((performance.now() - from) / 100) / 10;

/**
 * A line that is worse than cut, each time for so long, under a candidate who writes on. Then it is reset in the middle of
 * a frame again and again, and late; at last it is slow, and so many entries wait for it.
 */
export async function sitBadLine(
  { troubleMs, waiting }: { troubleMs: number; waiting: number },
  said: (what: string) => void,
): Promise<BadLine> {
  const centre = await openKillableCentre();
  const closers: (() => Promise<void>)[] = [centre.close];
  const texts = createWrittenTexts();
  try {
    const computer = await openAnsweringComputer(centre, texts, 'home');
    closers.push(computer.close);
    const { home, page } = computer;
    const { attemptId } = await computer.sitDown();
    const answerOn = () => page.evaluate((ms) => window.answerOn(ms), WRITES_EVERY_MS);
    const reached = (seq: number) =>
      page.waitForFunction((from) => window.answered().cursor >= from, seq, { polling: 50, timeout: 0 });
    const lastSeq = async () => (await page.evaluate(() => window.answered())).lastSeq;
    await answerOn();

    const backSeconds: BadLine['backSeconds'] = [];
    for (const [name, begin] of TROUBLES) {
      await reached((await lastSeq()) + 1);
      begin(home);
      await wait(troubleMs);
      const from = performance.now();
      const written = await lastSeq();
      home.mend();
      await reached(written);
      backSeconds.push({ name, seconds: seconds(from) });
      said(`the line was ${name} for ${Math.round(troubleMs / 1000)} s; all there ${seconds(from)} s after it`);
    }

    const resetsFrom = performance.now();
    for (let reset = 0; reset < RESETS; reset += 1) {
      home.resetInFrame();
      await reached((await lastSeq()) + 1);
    }
    backSeconds.push({ name: `reset in mid-frame ${RESETS} times`, seconds: seconds(resetsFrom) });
    home.delay(LATE_MS);
    const lateFrom = performance.now();
    await reached((await lastSeq()) + WRITTEN_LATE);
    backSeconds.push({ name: `late by ${LATE_MS} ms each way, ${WRITTEN_LATE} entries`, seconds: seconds(lateFrom) });
    said(`the line was reset in mid-frame ${RESETS} times, and late, ${seconds(resetsFrom)} s`);

    home.cut();
    await page.evaluate((count) => window.answer(count, 20), waiting);
    const written = await lastSeq();
    const from = performance.now();
    home.mend();
    home.throttle(SLOW_BYTES_PER_SECOND);
    await reached(written - waiting + 1);
    await centre.kill();
    await centre.revive();
    await reached(written);
    const slowSeconds = seconds(from);
    home.mend();
    // A new epoch ends the writing here.
    await computer.sitDown();
    await page.evaluate(() => window.allReceived());
    await centre.kill();
    return { ...texts.tally(centre.database, attemptId), backSeconds, slowSeconds };
  } finally {
    for (const close of closers.reverse()) await close();
  }
}
