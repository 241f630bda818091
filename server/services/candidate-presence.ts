import type { AttemptEvent } from '../../shared/contract/views.ts';
import type { Clock } from '../../shared/support/clock.ts';
import { Fault } from '../../shared/support/fault.ts';
import type { Queries, Storage } from '../sql/storage.ts';
import type { Row } from '../sql/tables.ts';
import type { CandidateCaller } from './callers.ts';
import type { CameraLedgers } from './camera-ledgers.ts';
import type { Events, Happened } from './events.ts';
import type { LiveViews } from './live-views.ts';
import type { Messages } from './messages.ts';
import { createSharedCommit } from './shared-commit.ts';
import type { Timetable } from './timetable.ts';
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
  timetable: Pick<Timetable, 'catchUp'>;
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
  timetable,
}: Parts): CandidatePresence {
  const here = new Set<string>();

  /** All of them in a handful of statements: a region's candidates come back in the same second. */
  const noteAll = async (all: Queries, changes: readonly Change[]): Promise<Noted[]> => {
    const now = clock.now();
    const attempts = new Map(
      (await all.listAttempts(changes.map(({ attemptId }) => attemptId))).map((row) => [row.id, row]),
    );
    const found = changes.map((change) => {
      const attempt = attempts.get(change.attemptId);
      if (!attempt) throw new Fault('not_found');
      return { ...change, attempt, current: attempt.epoch === change.epoch };
    });
    // Whoever left an epoch that is over is not the one who sits there now.
    const moved = found.filter(({ online, current }) => online || current);
    await all.setPresence(
      moved.map(({ attemptId: id, online }) => ({ id, online: online ? 1 : 0, offline_since: online ? null : now })),
    );
    await ledgers.appendAll(
      all,
      moved.map(({ attemptId, online }) => ({
        ...{ attemptId, camera: 'front' },
        fact: online ? { kind: 'came', at: now } : { kind: 'went', at: now, cause: 'disconnected' },
      })),
    );
    const happened = moved.flatMap(({ attemptId, online, attempt: { offline_since } }): Happened[] => {
      if (!online) return [{ attemptId, kind: 'offline', detail: {}, at: now }];
      if (offline_since === null) return [];
      return [{ attemptId, kind: 'online', detail: { offlineMs: now - offline_since }, at: now }];
    });
    const told = await events.recordAll(all, happened);
    return found.map(({ attempt, current }) => ({
      ...{ attempt, current, told: told.filter(({ attemptId }) => attemptId === attempt.id) },
    }));
  };
  /** A line that fails takes a whole region with it, and brings it back at once: one commit for all, not one each. */
  const shared = createSharedCommit<Change, Noted>({
    keyOf: ({ attemptId }) => attemptId,
    sizeOf: () => 1,
    mostSize: MOST_CHANGES,
    commit: (changes) =>
      store.transactionAbout({ attemptIds: changes.map(({ attemptId }) => attemptId) }, (all) => noteAll(all, changes)),
  });

  return {
    async came({ attemptId, epoch }) {
      here.add(attemptId);
      const { attempt, told } = await shared.run({ attemptId, epoch, online: true });
      events.announce(told);
      wall.touch(attemptId);
      await timetable.catchUp(attempt);
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
