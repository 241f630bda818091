export const SESSION_KINDS = ['theory', 'skills', 'review'] as const;
export type SessionKind = (typeof SESSION_KINDS)[number];

/** One sitting of the exam day. Times are milliseconds since the Unix epoch on the server's clock. */
export interface Session {
  id: string;
  kind: SessionKind;
  /** `live`: sat in the exam window. `submission`: a file is handed in between start and end, nothing is watched. */
  mode: 'live' | 'submission';
  title: string;
  /** Sign-in and device check are possible from here. */
  entryFrom: number;
  /** Whoever has not opened the paper by then may not any more. Re-entry is always possible. */
  entryUntil: number;
  startsAt: number;
  /** Handing in early is possible from here (minimum stay). */
  handInFrom: number;
  /** The deadline. Nothing moves it (TIME-1). */
  endsAt: number;
}

export type SessionPhase = 'early' | 'waiting' | 'open' | 'closed';

/** Where a session stands at `now`. The start second belongs to `open`, the end second to `closed`. */
export function sessionPhase(session: Session, now: number): SessionPhase {
  if (now < session.entryFrom) return 'early';
  if (now < session.startsAt) return 'waiting';
  return now < session.endsAt ? 'open' : 'closed';
}

/** Milliseconds left, never below zero. */
export function remainingMs(session: Session, now: number): number {
  return Math.max(0, session.endsAt - now);
}

/** A paper may be opened for the first time until here, and again at any time before the deadline. */
export function mayOpen(session: Session, now: number, openedBefore: boolean): boolean {
  return sessionPhase(session, now) === 'open' && (openedBefore || now < session.entryUntil);
}

/** A computer that was let go in the break is locked again this long before the next session. */
const LOCKED_BEFORE_MS = 5 * 60_000;

/** When the computer is locked again before this session. */
export const lockedFrom = ({ startsAt }: Session): number => startsAt - LOCKED_BEFORE_MS;

export const liveSessions = (sessions: readonly Session[]): Session[] => sessions.filter(({ mode }) => mode === 'live');

/** Sessions a candidate has opened the paper of, and those handed in; by id. */
export interface SessionsDone {
  opened: ReadonlySet<string>;
  handedIn: ReadonlySet<string>;
}

/**
 * The live session to sit now or next: the first not handed in, not closed, and not missed by coming after its latest
 * entry. Null when the day is over.
 */
export function currentSession(sessions: readonly Session[], done: SessionsDone, now: number): Session | null {
  return (
    liveSessions(sessions)
      .sort((left, right) => left.startsAt - right.startsAt)
      .find(({ id, entryUntil, endsAt }) => {
        if (done.handedIn.has(id)) return false;
        return now < (done.opened.has(id) ? endsAt : Math.min(entryUntil, endsAt));
      }) ?? null
  );
}

/** What becomes of a journal entry at the server: the first two count, the others are kept as evidence only. */
export const ENTRY_VERDICTS = [
  'accepted',
  'late_synced',
  'after_deadline',
  'after_hand_in',
  'unknown_item',
  'not_registered',
  'brought_late',
  'fenced',
] as const;

export type EntryVerdict = 'accepted' | 'late_synced' | 'after_deadline';

/**
 * What the server does with an answer for a session (TIME-2): written within the session and received in time is
 * accepted; written before the deadline but received after it is accepted and marked; the rest is only evidence.
 * `at` is the client's estimate of the server's clock, `receivedAt` the server's own; both in milliseconds.
 */
export function entryVerdict(session: Session, at: number, receivedAt: number): EntryVerdict {
  if (at >= session.endsAt) return 'after_deadline';
  return receivedAt >= session.endsAt ? 'late_synced' : 'accepted';
}
