import type { AttemptEvent } from '../../shared/contract/views.ts';
import type { Clock } from '../../shared/support/clock.ts';
import type { Queries, Storage } from '../sql/storage.ts';
import type { Row } from '../sql/tables.ts';
import type { CandidateCaller } from './callers.ts';
import type { CameraLedgers } from './camera-ledgers.ts';
import type { Events } from './events.ts';
import type { LiveViews } from './live-views.ts';
import type { Messages } from './messages.ts';
import { createSharedCommit } from './shared-commit.ts';
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
  ledgers: CameraLedgers;
}

interface Change {
  attemptId: string;
  epoch: number;
  online: boolean;
}

interface Noted {
  /** As it was before. */
  attempt: Row<'attempt'>;
  /** Whether the epoch is still the attempt's own. */
  current: boolean;
  told: AttemptEvent[];
}

const MOST_CHANGES = 200;

/** Whether a candidate's exam window is connected. The transport calls `came` and `went` once a connection. */
export function createCandidatePresence({
  store,
  clock,
  events,
  messages,
  live,
  wall,
  ledgers,
}: Parts): CandidatePresence {
  const here = new Set<string>();

  const note = async (all: Queries, { attemptId, epoch, online }: Change): Promise<Noted> => {
    const attempt = await all.findAttempt(attemptId);
    const noted = { attempt, current: attempt.epoch === epoch, told: [] as AttemptEvent[] };
    const { offline_since } = attempt;
    const now = clock.now();
    if (online) {
      await all.updateAttempt(attemptId, { online: 1, offline_since: null });
      const detail = { offlineMs: now - (offline_since ?? now) };
      await ledgers.append(all, attemptId, 'front', { kind: 'came', at: now });
      if (offline_since !== null) noted.told.push(await events.record(all, attemptId, 'online', detail));
    } else if (noted.current) {
      await all.updateAttempt(attemptId, { online: 0, offline_since: now });
      await ledgers.append(all, attemptId, 'front', { kind: 'went', at: now, cause: 'disconnected' });
      noted.told.push(await events.record(all, attemptId, 'offline'));
    }
    return noted;
  };
  /** A line that fails takes a whole region with it, and brings it back at once: one commit for all, not one each. */
  const shared = createSharedCommit<Change, Noted>({
    keyOf: ({ attemptId }) => attemptId,
    sizeOf: () => 1,
    mostSize: MOST_CHANGES,
    commit: (changes) =>
      store.transactionAbout({ attemptIds: changes.map(({ attemptId }) => attemptId) }, async (all) => {
        const noted: Noted[] = [];
        for (const change of changes) noted.push(await note(all, change));
        return noted;
      }),
  });

  return {
    async came({ attemptId, epoch }) {
      here.add(attemptId);
      const { attempt, told } = await shared.run({ attemptId, epoch, online: true });
      events.announce(told);
      wall.touch(attemptId);
      if (attempt.consent_at !== null) live.publisherCame(attemptId, 'front');
      if (attempt.offline_since !== null) await messages.catchUp(attemptId, attempt.offline_since);
    },
    async went({ attemptId, epoch }) {
      const { current, told } = await shared.run({ attemptId, epoch, online: false });
      if (!current) return;
      here.delete(attemptId);
      live.publisherWent(attemptId, 'front');
      events.announce(told);
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
