import type { Clock } from '../../shared/support/clock.ts';
import type { Storage } from '../sql/storage.ts';
import type { CandidateCaller } from './callers.ts';
import type { Events } from './events.ts';
import type { LiveViews } from './live-views.ts';
import type { Messages } from './messages.ts';
import type { Wall } from './wall.ts';

export interface CandidatePresence {
  came(caller: CandidateCaller): Promise<void>;
  went(caller: CandidateCaller): Promise<void>;
  /** A new sign-in fenced the window that was connected: its camera is not this attempt's any more. */
  fenced(attemptId: string): void;
  /** Its camera may be watched from now on: consent was given while it was connected. */
  consented(attemptId: string): void;
}

interface Parts {
  store: Storage;
  clock: Clock;
  events: Events;
  messages: Messages;
  live: LiveViews;
  wall: Wall;
}

/** Whether a candidate's exam window is connected. The transport calls `came` and `went` once a connection. */
export function createCandidatePresence({ store, clock, events, messages, live, wall }: Parts): CandidatePresence {
  const here = new Set<string>();
  return {
    async came({ attemptId }) {
      here.add(attemptId);
      const { consent_at, offline_since } = await store.findAttempt(attemptId);
      await store.updateAttempt(attemptId, { online: 1, offline_since: null });
      wall.touch(attemptId);
      if (consent_at !== null) live.publisherCame(attemptId, 'front');
      if (offline_since === null) return;
      await events.add(attemptId, 'online', { offlineMs: clock.now() - offline_since });
      await messages.catchUp(attemptId, offline_since);
    },
    async went({ attemptId, epoch }) {
      const attempt = await store.findAttempt(attemptId);
      if (attempt.epoch !== epoch) return;
      here.delete(attemptId);
      live.publisherWent(attemptId, 'front');
      await store.updateAttempt(attemptId, { online: 0, offline_since: clock.now() });
      await events.add(attemptId, 'offline');
    },
    fenced(attemptId) {
      here.delete(attemptId);
      live.publisherWent(attemptId, 'front');
    },
    consented(attemptId) {
      if (here.has(attemptId)) live.publisherCame(attemptId, 'front');
    },
  };
}
