import type { Examination } from '../../shared/contract/views.ts';
import { isRegistered, type RegisteredKinds, registeredSessions } from '../../shared/domain/registration.ts';
import { SESSION_KINDS, type Session, type SessionKind } from '../../shared/domain/timetable.ts';
import { Fault } from '../../shared/support/fault.ts';
import type { Queries } from '../sql/storage.ts';
import type { Row } from '../sql/tables.ts';
import type { ExaminationBook } from './examination-book.ts';

/** The kinds of session a stored list names. */
export function kindsOf(json: string): SessionKind[] {
  const kinds = JSON.parse(json) as unknown[];
  return SESSION_KINDS.filter((kind) => kinds.includes(kind));
}

type Registration = Pick<Row<'candidate'>, 'sessions_json'>;

export const registeredKinds = ({ sessions_json: json }: Registration): RegisteredKinds =>
  json === null ? null : kindsOf(json);

export const isRegisteredFor = (session: Session, candidate: Registration): boolean =>
  isRegistered(session, registeredKinds(candidate));

/** The examination as its candidate may know it: with their own sessions alone (REG-1). */
export function ownExamination(examination: Examination, candidate: Registration): Examination {
  const sessions = registeredSessions(examination.sessions, registeredKinds(candidate));
  const own = new Set(sessions.map(({ id }) => id));
  return { ...examination, sessions, replanned: examination.replanned.filter(({ sessionId }) => own.has(sessionId)) };
}

/**
 * The session this attempt is about to do something in. Throws `not_found` for one of another examination or mode, and
 * `not_registered` for one its candidate does not sit (REG-1).
 */
export async function requireOwnSession(
  { store, book }: { store: Queries; book: ExaminationBook },
  { candidate_id, examination_id }: Pick<Row<'attempt'>, 'candidate_id' | 'examination_id'>,
  sessionId: string,
  mode: Session['mode'],
): Promise<Session> {
  const session = book.session(sessionId);
  if (!book.holds(examination_id, sessionId, mode)) throw new Fault('not_found');
  if (!isRegisteredFor(session, await store.findCandidate(candidate_id))) throw new Fault('not_registered');
  return session;
}
