import type { Session, SessionKind } from './timetable.ts';

/** The kinds of session somebody is registered for (REG-1); null: whatever the examination has. */
export type RegisteredKinds = readonly SessionKind[] | null;

export const isRegistered = ({ kind }: Pick<Session, 'kind'>, kinds: RegisteredKinds): boolean =>
  kinds === null || kinds.includes(kind);

/** The sessions of an examination that are somebody's own, in its order. */
export const registeredSessions = <Any extends Pick<Session, 'kind'>>(
  sessions: readonly Any[],
  kinds: RegisteredKinds,
): Any[] => sessions.filter((session) => isRegistered(session, kinds));
