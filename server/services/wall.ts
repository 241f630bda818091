import type { WallPlace } from '../../shared/contract/views.ts';
import { liveSessions, type Session, sessionPhase } from '../../shared/domain/timetable.ts';
import type { Clock } from '../../shared/support/clock.ts';
import type { Storage } from '../sql/storage.ts';
import type { Duties } from './assignment/duties.ts';
import type { ExaminationBook } from './examination-book.ts';
import type { Log, Network, Processes, Timers } from './ports.ts';
import { isRegisteredFor, ownExamination } from './registration.ts';

/** Changes within this time reach the wall as one. */
const COALESCE_MS = 100;

export interface Wall {
  /** Every candidate's place in admission order, or only those of the given attempts. */
  places(attemptIds?: readonly string[]): Promise<WallPlace[]>;
  /** Something about the attempt changed: its place is sent shortly, together with other changes. */
  touch(attemptId: string): void;
  /** A session opened or closed: every place may look different. */
  touchAll(): void;
  /** Sends nothing more: the database is about to be closed. */
  stop(): void;
}

interface Parts {
  store: Storage;
  clock: Clock;
  timers: Timers;
  network: Network;
  processes: Processes;
  book: ExaminationBook;
  duties: Pick<Duties, 'isUnwatched'>;
  log: Log;
}

/** Attempts about which something changed. */
type Touched = Set<string> | 'all';

function more(touched: Touched, attemptIds: readonly string[] | 'all'): Touched {
  if (touched === 'all' || attemptIds === 'all') return 'all';
  for (const each of attemptIds) touched.add(each);
  return touched;
}
const isNone = (touched: Touched) => touched !== 'all' && touched.size === 0;

export function createWall({ store, clock, timers, network, processes, book, duties, log }: Parts): Wall {
  /** What changed here, of which the other processes do not know yet. */
  let untold: Touched = new Set();
  let unsent: Touched = new Set();
  let cancel: (() => void) | null = null;
  let stopped = false;

  const places: Wall['places'] = async (attemptIds) => {
    const now = clock.now();
    const open = new Map<string, Session>();
    for (const { id, sessions } of book.examinations) {
      const session = liveSessions(sessions).find((each) => sessionPhase(each, now) === 'open');
      if (session) open.set(id, session);
    }
    const rows = await store.listPlaces(attemptIds);
    const answered = await store.countAnswered(
      [...open.values()].map(({ id }) => id),
      attemptIds,
    );
    const handedIn = await store.listHandedIn(attemptIds);
    const looks = await store.latestLooks(attemptIds);
    const itemsOf = (row: (typeof rows)[number]) => {
      const session = open.get(row.examination_id);
      return session && isRegisteredFor(session, row) ? book.paper(session.id).itemIds.size : 0;
    };
    return rows.map((row) => ({
      candidateId: row.candidate_id,
      examinationId: row.examination_id,
      attemptId: row.attempt_id,
      name: row.name,
      admissionNo: row.admission_no,
      stage: row.stage,
      identity: row.identity ?? 'unchecked',
      online: row.online === 1,
      offlineSince: row.offline_since,
      phone: row.phone ?? 'none',
      phoneLostSince: row.phone_lost_since,
      phoneCause: row.phone_cause,
      handRaisedAt: row.hand_raised_at,
      answered: answered.get(row.attempt_id ?? '') ?? 0,
      items: itemsOf(row),
      sessions: ownExamination(book.examination(row.examination_id), row).sessions.map(({ id }) => id),
      handedIn: handedIn.get(row.attempt_id ?? '') ?? [],
      violations: row.violations ?? 0,
      lookedAt: looks.get(row.attempt_id ?? '') ?? null,
      unwatched: duties.isUnwatched(row.candidate_id, row.examination_id),
    }));
  };

  /**
   * One at a time, and read at the process to which the wall is connected, so that no place is followed by an older one of the
   * same candidate.
   */
  const send = async () => {
    if (!isNone(untold)) processes.tell('places changed', { attemptIds: untold === 'all' ? null : [...untold] });
    untold = new Set();
    const wanted = unsent;
    unsent = new Set();
    if (!network.hasWallsHere() || isNone(wanted)) return;
    for (const place of await places(wanted === 'all' ? undefined : [...wanted])) network.toStaffHere(place);
  };
  const schedule = () => {
    if (cancel || stopped) return;
    cancel = timers.after(COALESCE_MS, () => {
      send()
        .catch((cause) => log.error({ err: cause }, 'the wall could not be told'))
        .finally(() => {
          cancel = null;
          if (!isNone(untold) || !isNone(unsent)) schedule();
        });
    });
  };

  const touch = (what: readonly string[] | 'all') => {
    unsent = more(unsent, what);
    untold = more(untold, what);
    schedule();
  };
  processes.hear('places changed', ({ attemptIds }) => {
    unsent = more(unsent, attemptIds ?? 'all');
    schedule();
  });

  return {
    places,
    touch: (attemptId) => touch([attemptId]),
    touchAll: () => touch('all'),
    stop() {
      stopped = true;
      cancel?.();
    },
  };
}
