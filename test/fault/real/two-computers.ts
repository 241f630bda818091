import { setTimeout as wait } from 'node:timers/promises';
import { seededRandom } from '../../../shared/domain/seeded-random.ts';
import { openAnsweringComputer } from './answering-computer.ts';
import { openKillableCentre } from './killable-centre.ts';
import { createWrittenTexts, type TextCounts } from './written-texts.ts';

const WRITES_EVERY_MS = 15;
const WITHIN_MS = 400;

export interface TwoComputers extends TextCounts {
  changes: number;
  serverKills: number;
  computerKills: number;
  carried: number;
  /** Entries that a computer could not read any more; none was damaged. */
  unreadable: number;
}

/**
 * One attempt on two computers: the candidate goes from one to the other and back, and each goes on writing until it
 * hears that it was left. Before each change a line may be cut, so that there are answers on one computer only; the server
 * and the computers die by kill -9 in between. At the end each signs in once more and brings what it still has.
 */
export async function changeComputers(
  { changes, seed }: { changes: number; seed: number },
  said: (changes: number) => void,
): Promise<TwoComputers> {
  const random = seededRandom(`two computers ${seed}`);
  const centre = await openKillableCentre();
  const closers: (() => Promise<void>)[] = [centre.close];
  const counts = { changes: 0, serverKills: 0, computerKills: 0, carried: 0, unreadable: 0 };
  const texts = createWrittenTexts();
  try {
    const computers = await Promise.all(
      ['kitchen', 'office'].map((name) => openAnsweringComputer(centre, texts, name)),
    );
    closers.push(...computers.map(({ close }) => close));
    let attemptId = '';
    const sitDown = async (at: number): Promise<void> => {
      const computer = computers[at % computers.length];
      if (!computer) throw new Error('there are two computers');
      const found = await computer.sitDown();
      ({ attemptId } = found);
      counts.carried += found.carried;
      counts.unreadable += found.lost;
      await computer.page.evaluate((ms) => window.answerOn(ms), WRITES_EVERY_MS);
    };
    await sitDown(0);
    while (counts.changes < changes) {
      const left = computers[counts.changes % computers.length];
      await wait(random() * WITHIN_MS);
      if (random() < 0.5) left?.home.cut();
      await wait(random() * WITHIN_MS);
      if (random() < 0.4) {
        await centre.kill();
        counts.serverKills += 1;
        // Nobody waits for it: who signs in meanwhile asks until it is there.
        await Promise.all([centre.revive(), sitDown(counts.changes + 1)]);
      } else await sitDown(counts.changes + 1);
      counts.changes += 1;
      await wait(random() * WITHIN_MS);
      if (random() < 0.4) {
        await left?.kill();
        counts.computerKills += 1;
        await left?.start();
      }
      left?.home.mend();
      said(counts.changes);
    }
    // Both come back once more: what is on one computer only is carried by its next sign-in there.
    for (let at = 1; at <= computers.length; at += 1) {
      await sitDown(counts.changes + at);
      const computer = computers[(counts.changes + at) % computers.length];
      // One more turn, which ends the writing here.
      const found = await computer?.sitDown();
      counts.carried += found?.carried ?? 0;
      await computer?.page.evaluate(() => window.allReceived());
    }
    await centre.kill();
    return { ...counts, ...texts.tally(centre.database, attemptId) };
  } finally {
    for (const close of closers.reverse()) await close();
  }
}
