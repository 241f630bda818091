import type { Message } from '../../shared/contract/views.ts';
import type { Clock } from '../../shared/support/clock.ts';
import type { Storage } from '../sql/storage.ts';
import type { Duties } from './assignment/duties.ts';
import type { StaffCaller } from './callers.ts';
import type { Events } from './events.ts';
import { newId } from './ids.ts';
import type { Network, RandomSource } from './ports.ts';

/** A connection can be dead this long before the server notices; messages sent into it are sent again. */
const UNNOTICED_MS = 15_000;

export interface Messages {
  /** To one candidate, or with `attemptId` null to all, of a proctor's: to all of theirs (ASG-1). Throws `not_found`. */
  send(staff: StaffCaller, attemptId: string | null, text: string): Promise<Message>;
  /** Sends a candidate who is back what was said meanwhile. An id may come twice: it is the same message. */
  catchUp(attemptId: string, offlineSince: number): Promise<void>;
}

interface Parts {
  store: Storage;
  clock: Clock;
  random: RandomSource;
  network: Network;
  events: Events;
  duties: Pick<Duties, 'attemptsOf'>;
}

export function createMessages({ store, clock, random, network, events, duties }: Parts): Messages {
  return {
    async send(staff, attemptId, text) {
      const own = attemptId === null ? await duties.attemptsOf(staff) : [(await store.findAttempt(attemptId)).id];
      const attemptIds = own ?? (await store.listAttemptIds());
      const message: Message = {
        id: newId(random),
        at: clock.now(),
        from: staff.name,
        text,
        toAll: attemptId === null,
      };
      const { id, at, from: from_name } = message;
      const row = { id, at, staff_id: staff.staffId, from_name, text, attempt_id: attemptId };
      // Kept for each of a proctor's own: who comes back later is sent what was said to them, and nothing else.
      const kept =
        attemptId === null && own ? own.map((each) => ({ ...row, id: newId(random), attempt_id: each })) : [row];
      for (const each of kept) await store.insertMessage(each);
      for (const each of attemptIds) {
        network.toCandidate(each, 'message', message);
        await events.add(each, 'message', { from: staff.name, text, toAll: message.toAll });
      }
      return message;
    },
    async catchUp(attemptId, offlineSince) {
      const missed = await store.messagesSince(attemptId, offlineSince - UNNOTICED_MS);
      for (const message of missed) network.toCandidate(attemptId, 'message', message);
    },
  };
}
