import type { phoneSocket, RequestBody } from '../../shared/contract/socket.ts';
import type { Clock } from '../../shared/support/clock.ts';
import type { Storage } from '../sql/storage.ts';
import type { AttemptViews } from './attempt-views.ts';
import type { Events } from './events.ts';
import type { LiveViews } from './live-views.ts';

/** Three missed heartbeats. */
const SILENCE_MS = 6_000;

type Heartbeat = RequestBody<typeof phoneSocket, 'heartbeat'>;
type Cause = 'disconnected' | 'silent' | 'hidden' | 'frozen';

export interface PhonePresence {
  came(attemptId: string): Promise<void>;
  went(attemptId: string): Promise<void>;
  heartbeat(attemptId: string, heartbeat: Heartbeat): Promise<void>;
  /** The phone was ended by the server: it is gone, not lost. */
  ended(attemptId: string): Promise<void>;
  /** Looks for phones that are connected and yet silent or frozen. Called every second. */
  check(): Promise<void>;
}

interface Watched {
  heardAt: number;
  frames: number;
  /** When the count of frames last grew. */
  framesAt: number;
  hidden: boolean;
}

interface Parts {
  store: Storage;
  clock: Clock;
  events: Events;
  live: LiveViews;
  views: AttemptViews;
}

/**
 * Watches the second camera (CAM-2): a phone counts as live while it is connected, heard, in the foreground and its frames
 * advance; a track can say `live` and be dead, so the frames decide.
 */
export function createPhonePresence({ store, clock, events, live, views }: Parts): PhonePresence {
  const watched = new Map<string, Watched>();

  const causeOf = (phone: Watched | undefined): Cause | null => {
    if (!phone) return 'disconnected';
    if (clock.now() - phone.heardAt >= SILENCE_MS) return 'silent';
    if (phone.hidden) return 'hidden';
    return clock.now() - phone.framesAt >= SILENCE_MS ? 'frozen' : null;
  };

  const judge = async (attemptId: string) => {
    const cause = causeOf(watched.get(attemptId));
    const phone = cause === null ? 'live' : 'lost';
    // A heartbeat in two seconds a phone mostly finds nothing new: no transaction, for which others would wait.
    if ((await store.findAttempt(attemptId)).phone === phone) return;
    const now = clock.now();
    const told = await store.transactionAbout({ attemptId }, async (all) => {
      const attempt = await all.findAttempt(attemptId);
      if (attempt.phone === phone) return null;
      await all.updateAttempt(attemptId, { phone, phone_lost_since: cause === null ? null : now });
      if (cause !== null) return [await events.record(all, attemptId, 'phone_lost', { cause })];
      if (attempt.phone === 'none') return [];
      return [await events.record(all, attemptId, 'phone_back', { lostMs: now - (attempt.phone_lost_since ?? now) })];
    });
    if (!told) return;
    events.announce(told);
    await views.changed(attemptId);
  };

  return {
    async came(attemptId) {
      const now = clock.now();
      watched.set(attemptId, { heardAt: now, frames: 0, framesAt: now, hidden: false });
      live.publisherCame(attemptId, 'rear');
      await judge(attemptId);
    },
    async went(attemptId) {
      watched.delete(attemptId);
      live.publisherWent(attemptId, 'rear');
      await judge(attemptId);
    },
    async heartbeat(attemptId, { frames, hidden }) {
      const phone = watched.get(attemptId);
      if (!phone) return;
      const now = clock.now();
      // A page that was loaded again counts from the start, so any change is an advance.
      const framesAt = frames === phone.frames ? phone.framesAt : now;
      watched.set(attemptId, { heardAt: now, frames, framesAt, hidden });
      await judge(attemptId);
    },
    async ended(attemptId) {
      watched.delete(attemptId);
      live.publisherWent(attemptId, 'rear');
      await store.updateAttempt(attemptId, { phone: 'none', phone_lost_since: null });
      await views.changed(attemptId);
    },
    async check() {
      for (const attemptId of watched.keys()) await judge(attemptId);
    },
  };
}
