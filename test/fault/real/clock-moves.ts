import { join } from 'node:path';
import { enterPaper, eventsOf } from '../../e2e/exam-candidate.ts';
import { planAnswers } from '../../rehearsal/answer-plan.ts';
import { EMPTY_CHAIR } from '../../rehearsal/exam-camera.ts';
import { answerItems, everythingReceived } from '../../rehearsal/exam-paper.ts';
import { startExam } from '../../rehearsal/exam-process.ts';
import { openPremises } from '../../rehearsal/premises.ts';
import { watchCountdown } from './countdown-watch.ts';
import { answersTwice, keptAnswers, keptEntries } from './kept-entries.ts';
import type { MovedClocks } from './moved-clocks.ts';

const SESSION = 'labour-3-theory';
const HOUR_MS = 3_600_000;
/** The clock is set, and after that set right again; first with a line and then without. */
const JUMPS = [HOUR_MS, -HOUR_MS, -HOUR_MS, HOUR_MS];
const SLEEP_MS = 600_000;
const SLEEPS = ['silent', 'cut'] as const;
const STANDS_STILL_MS = 500;
/** What a busy machine may show late, and the second that a countdown has. */
export const TOLERANCE_MS = 3_000;
const CHANGES_WATCHED = 4;

export interface ClockMoves {
  jumps: number;
  /** By how much the countdown was wrong at most, after the clock had been set. */
  worstSeconds: number;
  /** Answers written after each move, and what is wrong with them at the exam centre. */
  answers: number;
  lost: number;
  doubled: number;
  misdated: number;
  /** Of each sleep, from waking until the countdown was right again, without a line. */
  rightAfterSeconds: number[];
  /** How long the proctor was told that each sleep was. */
  sleptSeconds: number[];
  /** Of the sleeps: not told with their length, to the second of a coarse clock. */
  sleepsNotTold: number;
  /** How often the proctor was told how the computer's clock stands. */
  driftsTold: number;
}

const tenths = (ms: number): number => Math.round(ms / 100) / 10;

/**
 * A candidate in the real exam window on a computer whose system clock is set an hour ahead and an hour back, and which
 * sleeps for ten minutes: every process of the window lives by the moved clocks, and the exam centre, in whose time the
 * ten minutes pass too, by clocks of its own.
 */
export async function moveClocks(
  electron: string,
  clocks: { computer(name: string): MovedClocks },
  said: (what: string) => void,
): Promise<ClockMoves> {
  const [centreClock, clock] = [clocks.computer('centre'), clocks.computer('home')];
  const times = { sessionInSeconds: 1, durationSeconds: 3_000, breakSeconds: 5 };
  const premises = await openPremises(electron, times, undefined, centreClock.env);
  try {
    const candidate = premises.roster.candidates[1];
    if (!candidate) throw new Error('the sample has no second candidate');
    const exam = await startExam({
      ...{ electron, camera: EMPTY_CHAIR, dataDir: await premises.newFolder() },
      env: { ...premises.display.env, ...clock.env },
      server: `https://127.0.0.1:${premises.home.port}`,
      fingerprint: premises.centre.fingerprint,
    });
    premises.onClose(() => exam.kill().catch(() => undefined));
    const { page } = exam;
    await enterPaper(page, premises, candidate);
    const { examinations } = await premises.staff.call('examinations', {});
    const endsAt = examinations.flatMap(({ sessions }) => sessions).find(({ id }) => id === SESSION)?.endsAt ?? 0;
    const now = (): number => Date.now() + centreClock.wallAhead;
    const countdown = await watchCountdown(page, () => endsAt - now());
    await countdown.right(TOLERANCE_MS);

    const plan = (await planAnswers(SESSION)).answers.filter(({ value }) => value.kind === 'choice');
    const written = new Map<string, { from: number; until: number }>();
    const answer = async (): Promise<void> => {
      const next = plan[written.size];
      if (!next) throw new Error('the paper has too few choices');
      const from = now();
      await answerItems(page, plan, written.size, written.size + 1);
      await page.locator('[data-testid=item-status]:is([data-status=saved], [data-status=received])').waitFor();
      written.set(next.itemId, { from, until: now() });
    };

    let worst = 0;
    for (const [index, by] of JUMPS.entries()) {
      if (index === JUMPS.length / 2) premises.home.cut();
      const before = clock.wallAhead;
      clock.setAhead(by);
      const seen = await page.evaluate(() => Date.now());
      if (Math.abs(seen - Date.now() - before - by) > TOLERANCE_MS)
        throw new Error('the clock of the page did not jump');
      await answer();
      worst = Math.max(worst, await countdown.worstOf(CHANGES_WATCHED));
    }
    premises.home.mend();
    await everythingReceived(page);
    said(`the clock jumped ${JUMPS.length} times; the countdown was ${tenths(worst)} s wrong at most`);

    const rightAfterSeconds: number[] = [];
    for (const line of SLEEPS) {
      if (line === 'cut') premises.home.cut();
      else premises.home.silence();
      const standing = exam.freeze(STANDS_STILL_MS);
      clock.sleep(SLEEP_MS);
      centreClock.setAhead(SLEEP_MS);
      await standing;
      const from = performance.now();
      await countdown.right(TOLERANCE_MS);
      rightAfterSeconds.push(tenths(performance.now() - from));
      await answer();
      premises.home.mend();
      await everythingReceived(page);
      worst = Math.max(worst, await countdown.worstOf(CHANGES_WATCHED));
      said(`the computer slept ten minutes; the countdown was right ${rightAfterSeconds.at(-1)} s after it`);
    }

    const events = await eventsOf(premises.staff, candidate.admissionNo);
    const attemptId = await premises.staff.attemptOf(candidate.admissionNo);
    const database = join(premises.centre.dataDir, 'yunkao.db');
    const [entries, answers] = [keptEntries(database, attemptId), keptAnswers(database, attemptId)];
    const right = ({ itemId, value }: (typeof plan)[number]) =>
      JSON.stringify(answers.get(itemId)) === JSON.stringify(value);
    const sleptMs = events.flatMap(({ kind, detail }) =>
      kind === 'computer_slept' ? [Number(detail.durationMs)] : [],
    );
    return {
      ...{ jumps: JUMPS.length, worstSeconds: tenths(worst), answers: written.size, rightAfterSeconds },
      lost: plan.filter((planned) => written.has(planned.itemId) && !right(planned)).length,
      doubled: answersTwice(entries),
      misdated: entries.filter(({ at, body_json }) => {
        const within = written.get(JSON.parse(body_json).itemId);
        return within && (at < within.from - TOLERANCE_MS || at > within.until + TOLERANCE_MS);
      }).length,
      sleptSeconds: sleptMs.map((ms) => Math.round(ms / 1_000)),
      sleepsNotTold: SLEEPS.length - sleptMs.filter((ms) => Math.abs(ms - SLEEP_MS) < TOLERANCE_MS).length,
      driftsTold: events.filter(({ kind }) => kind === 'clock_drift').length,
    };
  } finally {
    await premises.close();
  }
}
