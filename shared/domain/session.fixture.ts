import type { Session } from './timetable.ts';

/** A live session that may be entered and handed in at any time, but for what the test says. */
export const liveSession = (
  id: string,
  startsAt: number,
  endsAt: number,
  different: Partial<Session> = {},
): Session => ({
  id,
  kind: 'theory',
  mode: 'live',
  title: id,
  entryFrom: 0,
  entryUntil: endsAt,
  startsAt,
  handInFrom: startsAt,
  endsAt,
  ...different,
});
