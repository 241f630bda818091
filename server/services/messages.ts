import type { Message } from '../../shared/contract/views.ts';
import type { Clock } from '../../shared/support/clock.ts';
import type { Storage } from '../sql/storage.ts';
import type { StaffCaller } from './callers.ts';
import type { Events } from './events.ts';
import { newId } from './ids.ts';
import type { Network, RandomSource } from './ports.ts';

/** A connection can be dead this long before the server notices; messages sent into it are sent again. */
const UNNOTICED_MS = 15_000;

export interface Messages {
  /** To one candidate, or with `attemptId` null to all. Throws `not_found`. */
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
}

export function createMessages({ store, clock, random, network, events }: Parts): Messages {
  return {
    async send(staff, attemptId, text) {
      const attemptIds = attemptId === null ? await store.listAttemptIds() : [(await store.findAttempt(attemptId)).id];
      const message: Message = {
        id: newId(random),
        at: clock.now(),
        from: staff.name,
        text,
        toAll: attemptId === null,
      };
      const { id, at, from: from_name } = message;
      await store.insertMessage({ id, at, staff_id: staff.staffId, from_name, text, attempt_id: attemptId });
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
