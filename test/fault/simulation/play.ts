import { seededRandom } from '../../../shared/domain/seeded-random.ts';
import type { DatabaseTemplate } from './database-template.ts';
import { createExamCentre } from './exam-centre.ts';
import { ENDS_AT, STARTS_AT } from './examination.ts';
import { type Counts, findings } from './findings.ts';
import { createHappenings } from './happenings.ts';
import { holdGlobals } from './held-globals.ts';
import { createLedger } from './ledger.ts';
import { type Mutation, NO_MUTATION } from './mutation.ts';
import type { Step } from './schedule.ts';
import { createSeat, type Seat } from './seat.ts';
import { createTimeline, settled } from './timeline.ts';

export interface Outcome {
  counts: Counts;
  /** What is not as promised; empty when all is well. */
  faults: string[];
}

/** Whoever is left alone with a good line and a good disk has sent everything after this. */
const DRAINED_WITHIN_MS = 120_000;

/** Plays one schedule from beginning to end, mends everything, and counts. */
export async function play(
  seed: number,
  steps: readonly Step[],
  template: DatabaseTemplate,
  mutation: Mutation = NO_MUTATION,
): Promise<Outcome> {
  const random = seededRandom(`world ${seed}`);
  const timeline = createTimeline(STARTS_AT);
  const release = holdGlobals(timeline, random);
  const ledger = createLedger();
  try {
    const seats: Seat[] = [];
    const centre = createExamCentre({
      ...{ timeline, random, template },
      faulty: (store) => mutation.centre(store, timeline),
      onDeath: () => {
        for (const { computer } of seats) computer.line.centreDied();
      },
      complain: (text, cause) => ledger.breach(`the server logged an error: ${text}: ${String(cause)}`),
    });
    centre.start();
    await settled();
    for (const id of ['first', 'second']) seats.push(createSeat({ id, timeline, random, centre, ledger, mutation }));
    const happen = createHappenings({ seats, centre, timeline });
    timeline.at(ENDS_AT + random() * 250, () => {
      for (const { window } of seats) window?.mayAnswer();
    });

    for (const step of steps) {
      await timeline.runUntil(timeline.now + step.after);
      await happen(step);
      await settled();
      for (const { window } of seats) window?.mayAnswer();
    }
    await mendAndDrain();
    return findings({ seats, centre, ledger });

    /** Everything works again; every computer comes back once; the deadline passes. */
    async function mendAndDrain(): Promise<void> {
      for (const { computer } of seats) {
        computer.wake();
        computer.line.set('open');
        computer.line.throttle(Number.POSITIVE_INFINITY);
        computer.disk.set('good');
      }
      centre.dieWithin(null);
      if (!centre.running) centre.start();
      const rest = () => timeline.runUntil(timeline.now + DRAINED_WITHIN_MS);
      await rest();
      for (const { window, computer } of seats) {
        if (!window?.signedIn) continue;
        const { log } = window;
        if (!log || log.status.unsent > 0) {
          ledger.breach(`the window on ${computer.id} had ${log?.status.unsent ?? 'no log and all'} unsent at rest`);
        }
      }
      const current = seats.find(({ window }) => window?.signedIn) ?? seats[0];
      const others = seats.filter((seat) => seat !== current && seat.used);
      for (const seat of others) {
        seat.enter();
        await rest();
      }
      current?.enter();
      await rest();
      await timeline.runUntil(Math.max(timeline.now, ENDS_AT) + DRAINED_WITHIN_MS);
      for (const { window } of seats) window?.mayAnswer();
      await rest();
    }
  } finally {
    release();
  }
}
