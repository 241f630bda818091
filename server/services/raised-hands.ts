import type { AttemptEvent } from '../../shared/contract/views.ts';
import type { Clock } from '../../shared/support/clock.ts';
import type { Storage } from '../sql/storage.ts';
import type { AttemptViews } from './attempt-views.ts';
import type { StaffCaller } from './callers.ts';
import type { Events } from './events.ts';
import type { Messages } from './messages.ts';

export interface RaisedHands {
  /** The candidate asks for the proctor, or asks no more. Said twice it is said once, and the time stays the first. */
  set(attemptId: string, raised: boolean): Promise<void>;
  /** A proctor has seen to it, with an answer or without. Throws `not_found`. */
  lower(staff: StaffCaller, attemptId: string, answer: string | null): Promise<void>;
}

interface Parts {
  store: Storage;
  clock: Clock;
  events: Events;
  views: AttemptViews;
  messages: Messages;
}

/** Who asks for the proctor, and since when (HAND-1). */
export function createRaisedHands({ store, clock, events, views, messages }: Parts): RaisedHands {
  const change = async (attemptId: string, raised: boolean, by: AttemptEvent['detail']): Promise<void> => {
    const told = await store.transactionAbout({ attemptId }, async (all) => {
      const { hand_raised_at } = await all.findAttempt(attemptId);
      if ((hand_raised_at !== null) === raised) return [];
      const now = clock.now();
      await all.updateAttempt(attemptId, { hand_raised_at: raised ? now : null });
      const detail = hand_raised_at === null ? by : { ...by, raisedMs: now - hand_raised_at };
      return [await events.record(all, attemptId, raised ? 'hand_raised' : 'hand_lowered', detail)];
    });
    events.announce(told);
    // Also when nothing changed: whoever says it again has not heard that it arrived.
    await views.changed(attemptId);
  };
  return {
    set: (attemptId, raised) => change(attemptId, raised, {}),
    async lower(staff, attemptId, answer) {
      // The answer first: a hand that is down although nobody answered would be forgotten.
      if (answer !== null) await messages.send(staff, attemptId, answer);
      await change(attemptId, false, { by: staff.name });
    },
  };
}
