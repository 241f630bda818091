import { liveSessions, type Session } from './timetable.ts';

/** Before the first entry nothing of the program may change any more: a slow line needs that long for a new one. */
const QUIET_BEFORE_MS = 60 * 60_000;

/**
 * Whether the program may replace itself now (UPD-1): not from an hour before anybody may enter a live session until that
 * session's end. Of whom the session is does not matter, since before sign-in nobody knows who sits here.
 */
export function mayUpdate(sessions: readonly Session[], now: number): boolean {
  return liveSessions(sessions).every(({ entryFrom, endsAt }) => now < entryFrom - QUIET_BEFORE_MS || now >= endsAt);
}
