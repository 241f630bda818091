import { canonicalJson } from '../support/canonical-json.ts';
import { GENESIS } from './entry.ts';
import { intactLinks } from './hash-chain.ts';
import { liveSessions, type Session } from './timetable.ts';

/** What becomes of the computers between two sessions of a day. */
export const BETWEEN_SESSIONS = ['locked', 'released'] as const;
export type BetweenSessions = (typeof BETWEEN_SESSIONS)[number];

export type SessionTimes = Pick<Session, 'entryFrom' | 'startsAt' | 'entryUntil' | 'handInFrom' | 'endsAt'>;

/** What an organiser may change (TIME-5): the times of one session, and what its examination does in a break. */
export interface SessionPlan extends SessionTimes {
  betweenSessions: BetweenSessions;
}

/** Why a plan is not taken. The organiser reads words made from it. */
export const PLAN_FAULTS = [
  'unchanged',
  'begun',
  'entered',
  'break_begun',
  'past',
  'entry_after_start',
  'end_before_start',
  'latest_entry_outside',
  'hand_in_outside',
  'overlap',
] as const;
export type PlanFaultKind = (typeof PLAN_FAULTS)[number];

/** `sessionId`: the other session of an overlap; null of everything else. */
export interface PlanFault {
  kind: PlanFaultKind;
  sessionId: string | null;
}

export interface PlanCircumstances {
  now: number;
  /** The session as it is planned now, and its examination. */
  session: Session;
  examination: { sessions: readonly Session[]; betweenSessions: BetweenSessions };
  /** Somebody has opened its paper or handed something in for it. */
  entered: boolean;
  /** Sessions of other examinations that somebody who sits this one is registered for, too. */
  elsewhere: readonly Session[];
}

export const timesOf = ({ entryFrom, startsAt, entryUntil, handInFrom, endsAt }: Session): SessionTimes => ({
  ...{ entryFrom, startsAt, entryUntil, handInFrom, endsAt },
});

const sameTimes = (left: SessionTimes, right: SessionTimes): boolean =>
  left.entryFrom === right.entryFrom &&
  left.startsAt === right.startsAt &&
  left.entryUntil === right.entryUntil &&
  left.handInFrom === right.handInFrom &&
  left.endsAt === right.endsAt;

/** Whether nothing of the session has begun yet. The first second of the entry belongs to what has. */
export const mayBeReplanned = ({ entryFrom }: Pick<Session, 'entryFrom'>, now: number): boolean => now < entryFrom;

function orderFaults(mode: Session['mode'], plan: SessionPlan): PlanFaultKind[] {
  const { entryFrom, startsAt, entryUntil, handInFrom, endsAt } = plan;
  const faults: PlanFaultKind[] = [];
  if (endsAt <= startsAt) faults.push('end_before_start');
  // A file is handed in from the start to the end: there is no other time in a submission.
  if (entryFrom > startsAt || (mode === 'submission' && entryFrom !== startsAt)) faults.push('entry_after_start');
  if (entryUntil <= startsAt || entryUntil > endsAt || (mode === 'submission' && entryUntil !== endsAt)) {
    faults.push('latest_entry_outside');
  }
  if (handInFrom < startsAt || handInFrom > endsAt || (mode === 'submission' && handInFrom !== startsAt)) {
    faults.push('hand_in_outside');
  }
  return faults;
}

/** Live sessions that nobody can sit beside this one: all of its own examination, and those its people sit elsewhere. */
function overlaps({ session, examination, elsewhere }: PlanCircumstances, plan: SessionPlan): PlanFault[] {
  if (session.mode === 'submission') return [];
  return liveSessions([...examination.sessions, ...elsewhere])
    .filter(({ id, startsAt, endsAt }) => id !== session.id && startsAt < plan.endsAt && plan.startsAt < endsAt)
    .map(({ id }) => ({ kind: 'overlap', sessionId: id }));
}

/**
 * Everything that keeps a session from being planned so (TIME-5); empty: it may be. Nothing of a session changes once its entry
 * has opened, so that nobody's end ever moves while they sit (TIME-1).
 */
export function planFaults(plan: SessionPlan, circumstances: PlanCircumstances): PlanFault[] {
  const { now, session, examination, entered } = circumstances;
  const moved = !sameTimes(session, plan);
  const another = plan.betweenSessions !== examination.betweenSessions;
  if (!moved && !another) return [{ kind: 'unchanged', sessionId: null }];
  const kinds: PlanFaultKind[] = [];
  if (!mayBeReplanned(session, now)) kinds.push('begun');
  if (entered) kinds.push('entered');
  const live = liveSessions(examination.sessions);
  if (another && live.some((each) => !mayBeReplanned(each, now))) kinds.push('break_begun');
  if (plan.startsAt <= now) kinds.push('past');
  kinds.push(...orderFaults(session.mode, plan));
  return [...kinds.map((kind) => ({ kind, sessionId: null })), ...overlaps(circumstances, plan)];
}

/** One link of the exam centre's log of its timetable; `prev` is the hash before it, `GENESIS` for the first. */
export interface PlanLink {
  seq: number;
  at: number;
  by: string;
  sessionId: string;
  from: SessionPlan;
  to: SessionPlan;
  why: string;
  prev: string;
  hash: string;
}

/** What a link's hash covers: the canonical JSON of everything but the hash itself. */
export const planLinkText = ({ seq, at, by, sessionId, from, to, why, prev }: Omit<PlanLink, 'hash'>): string =>
  canonicalJson({ seq, at, by, sessionId, from, to, why, prev });

/** How many leading links form an intact log: all of them, unless one was changed, removed or put in. */
export const intactPlanLinks = (links: readonly PlanLink[]): Promise<number> =>
  intactLinks(links, planLinkText, GENESIS);

/** A session that is not when it was announced: as it was then, and why it was changed last. */
export interface Replanned {
  sessionId: string;
  startsAt: number;
  endsAt: number;
  why: string;
}

/** Of these sessions, those that have other times than they were announced with. `links` oldest first. */
export function replanned(sessions: readonly Session[], links: readonly PlanLink[]): Replanned[] {
  return sessions.flatMap(({ id, startsAt, endsAt }) => {
    const mine = links.filter(({ sessionId }) => sessionId === id);
    const [first, last] = [mine[0], mine.at(-1)];
    if (!first || !last) return [];
    const announced = { startsAt: first.from.startsAt, endsAt: first.from.endsAt };
    if (announced.startsAt === startsAt && announced.endsAt === endsAt) return [];
    return [{ sessionId: id, ...announced, why: last.why }];
  });
}
