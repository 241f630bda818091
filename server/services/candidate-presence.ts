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
import type { Log, Processes } from './ports.ts';
import { createSharedCommit } from './shared-commit.ts';
import type { Timetable } from './timetable.ts';
import type { Wall } from './wall.ts';

export interface CandidatePresence {
  /** Returns the number of its line: whoever has an earlier one is not connected any more. */
  came(caller: Window): Promise<number>;
  /** This line is over; nothing more happens when there is a later one, at whichever process. */
  went(caller: Window, line: number): Promise<void>;
  /** A new sign-in fenced the window that was connected: its camera is not this attempt's any more. */
  fenced(attemptId: string): Promise<void>;
  /** Its camera may be watched from now on: consent was given while it was connected. */
  consented(attemptId: string): Promise<void>;
}

/** An exam window: of one attempt, in one epoch. */
type Window = Pick<CandidateCaller, 'attemptId' | 'epoch'>;

interface Parts {
  processes: Pick<Processes, 'name'>;
  log: Log;
  store: Storage;
  clock: Clock;
  events: Events;
  messages: Messages;
  live: LiveViews;
  wall: Wall;
  ledgers: CameraLedgers;
  timetable: Pick<Timetable, 'catchUp'>;
}

interface Change extends Window {
  /** The line that is over; null: it came. */
  over: number | null;
}

interface Noted {
  /** As it was before. */
  attempt: Row<'attempt'>;
  /** The number of the line that came, or is over. */
  line: number;
  told: AttemptEvent[];
}

const MOST_CHANGES = 200;

/** Whether a candidate's exam window is connected. The transport calls `came` and `went` once a connection. */
export function createCandidatePresence({
  processes,
  log,
  store,
  clock,
  events,
  messages,
  live,
  wall,
  ledgers,
  timetable,
}: Parts): CandidatePresence {
  /** All of them in a handful of statements: a region's candidates come back in the same second. */
  const noteAll = async (all: Queries, changes: readonly Change[]): Promise<Noted[]> => {
    const now = clock.now();
    const attempts = new Map(
      (await all.listAttempts(changes.map(({ attemptId }) => attemptId))).map((row) => [row.id, row]),
    );
    const found = changes.map((change) => {
      const attempt = attempts.get(change.attemptId);
      if (!attempt) throw new Fault('not_found');
      const line = change.over ?? attempt.line + 1;
      const latest = change.over === null || (attempt.online === 1 && change.over === attempt.line);
      const current = attempt.epoch === change.epoch && latest;
      return { ...change, attempt, line, online: change.over === null, current };
    });
    // Whoever left an epoch or a line that is over is not the one who sits there now.
    const moved = found.filter(({ online, current }) => online || current);
    await all.setPresence(
      moved.map(({ attemptId: id, online, line }) => ({
        ...{ id, line, online: online ? 1 : 0, offline_since: online ? null : now },
        process: online ? processes.name : null,
      })),
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
    return found.map(({ attempt, line }) => ({
      ...{ attempt, line, told: told.filter(({ attemptId }) => attemptId === attempt.id) },
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

  /** Whether a camera can be watched decides nothing else. */
  const watched = (told: Promise<void>) =>
    told.catch((cause) => log.error({ err: cause }, 'walls do not know whether a front camera can be watched'));

  return {
    async came({ attemptId, epoch }) {
      const { attempt, line, told } = await shared.run({ attemptId, epoch, over: null });
      events.announce(told);
      wall.touch(attemptId);
      await timetable.catchUp(attempt);
      if (attempt.consent_at !== null) await watched(live.publisherCame(attemptId, 'front', line));
      if (attempt.offline_since !== null) await messages.catchUp(attemptId, attempt.offline_since);
      return line;
    },
    async went({ attemptId, epoch }, line) {
      const { told } = await shared.run({ attemptId, epoch, over: line });
      events.announce(told);
      await watched(live.publisherWent(attemptId, 'front', line));
    },
    fenced: (attemptId) => watched(live.notWatchable(attemptId, 'front')),
    async consented(attemptId) {
      const { online, line } = await store.findAttempt(attemptId);
      if (online === 1) await watched(live.publisherCame(attemptId, 'front', line));
    },
  };
}
