import type { Camera, WallPlace } from '../../../shared/contract/views.ts';
import { type Session, sessionPhase } from '../../../shared/domain/timetable.ts';
import { hasFinished } from './place-status.ts';

/**
 * Why a person should look, most pressing first: whoever sits before no proctor's eyes leads, then who cannot go on without
 * one.
 */
export const ATTENTION_REASONS = [
  'unwatched',
  'identity_waiting',
  'hand_raised',
  'offline',
  'phone_lost',
  'picture_frozen',
  'new_violation',
  'not_looked',
] as const;
export type AttentionReason = (typeof ATTENTION_REASONS)[number];

/** `since` in server ms, null when nobody knows. `count` is the number of new violations. */
export type AttentionCause =
  | { reason: 'unwatched'; since: null }
  | { reason: 'identity_waiting'; since: number | null }
  | { reason: 'hand_raised'; since: number }
  | { reason: 'offline'; since: number | null }
  | { reason: 'phone_lost'; since: number | null }
  | { reason: 'picture_frozen'; since: number; camera: Camera }
  | { reason: 'new_violation'; since: number | null; count: number }
  | { reason: 'not_looked'; since: number };

export interface AttentionCard {
  place: WallPlace;
  /** Most pressing first, never empty. */
  causes: [AttentionCause, ...AttentionCause[]];
}

export interface AttentionInput {
  places: readonly WallPlace[];
  /** What each candidate sits. */
  sessionsOf(place: WallPlace): readonly Session[];
  /** Server time in ms. */
  now: number;
  /** Violations of an attempt that the proctor has looked at. */
  seenViolations: Readonly<Record<string, number>>;
  /** When the latest violation of an attempt happened, ms. */
  latestViolationAt: ReadonlyMap<string, number>;
  /** When an attempt began to wait for an identity decision, ms. */
  identityWaitingSince: ReadonlyMap<string, number>;
  /** Since when the picture of a camera has not changed, ms. */
  frozenSince: (attemptId: string, camera: Camera) => number | null;
}

/** Within this time each candidate who sits is to be looked at closely, ms. */
export const LOOK_WITHIN_MS = 10 * 60_000;
/** A reason that has waited so much longer comes before one a step more pressing: nobody waits for ever. */
const STEP_MS = 2 * 60_000;

const rank = (cause: AttentionCause): number => ATTENTION_REASONS.indexOf(cause.reason);
const startOf = (cause: AttentionCause): number => cause.since ?? Number.MAX_SAFE_INTEGER;

/** What the order of the cards goes by: since when it waits, later by a step for each more pressing reason there is. */
function turnOf(cause: AttentionCause, now: number): number {
  // Everything else about them is seen by nobody until this is mended.
  if (cause.reason === 'unwatched') return 0;
  const waits = cause.reason === 'not_looked' ? cause.since + LOOK_WITHIN_MS : (cause.since ?? now);
  return waits + rank(cause) * STEP_MS;
}

/** Entry has opened and the deadline is not past: the time in which an absent line means something. */
function sessionRuns(place: WallPlace, sessions: readonly Session[], now: number): boolean {
  return sessions.some((session) => {
    const phase = sessionPhase(session, now);
    return (phase === 'waiting' || phase === 'open') && !place.handedIn.includes(session.id);
  });
}

/** Since when a candidate who sits was not looked at, once that is too long; the time counts from the start. */
function notLookedSince(place: WallPlace, sessions: readonly Session[], now: number): number | null {
  const open = sessions.find((each) => sessionPhase(each, now) === 'open' && !place.handedIn.includes(each.id));
  if (!open || !place.online) return null;
  const since = Math.max(place.lookedAt ?? 0, open.startsAt);
  return now - since >= LOOK_WITHIN_MS ? since : null;
}

/** Of those who sit and are there: how many, and how many of them were looked at closely within the time for it. */
export function countLooks({ places, sessionsOf, now }: Pick<AttentionInput, 'places' | 'sessionsOf' | 'now'>): {
  sitting: number;
  looked: number;
} {
  const sitting = places.filter(
    (place) =>
      place.online &&
      sessionsOf(place).some((each) => sessionPhase(each, now) === 'open' && !place.handedIn.includes(each.id)),
  );
  const looked = sitting.filter(({ lookedAt }) => lookedAt !== null && now - lookedAt < LOOK_WITHIN_MS);
  return { sitting: sitting.length, looked: looked.length };
}

function causesOf(place: WallPlace, input: AttentionInput): AttentionCause[] {
  const attemptId = place.attemptId;
  if (attemptId === null) return [];
  const causes: AttentionCause[] = [];
  const sessions = input.sessionsOf(place);
  const finished = hasFinished(place, sessions);
  if (place.unwatched && !finished && sessionRuns(place, sessions, input.now)) {
    causes.push({ reason: 'unwatched', since: null });
  }
  if (!finished && (place.identity === 'manual_pending' || place.identity === 'enrolment_pending')) {
    causes.push({ reason: 'identity_waiting', since: input.identityWaitingSince.get(attemptId) ?? null });
  }
  if (!finished && place.handRaisedAt !== null) causes.push({ reason: 'hand_raised', since: place.handRaisedAt });
  if (!finished && sessionRuns(place, sessions, input.now)) {
    if (!place.online) causes.push({ reason: 'offline', since: place.offlineSince });
    if (place.phone === 'lost') causes.push({ reason: 'phone_lost', since: place.phoneLostSince });
    for (const camera of ['front', 'rear'] as const) {
      // A camera whose device is away is already told above; its still picture would say the same twice.
      const connected = camera === 'front' ? place.online : place.phone === 'live';
      const since = connected ? input.frozenSince(attemptId, camera) : null;
      if (since !== null) causes.push({ reason: 'picture_frozen', since, camera });
    }
  }
  const count = place.violations - (input.seenViolations[attemptId] ?? 0);
  if (count > 0) {
    causes.push({ reason: 'new_violation', since: input.latestViolationAt.get(attemptId) ?? null, count });
  }
  const unseen = notLookedSince(place, sessions, input.now);
  if (unseen !== null) causes.push({ reason: 'not_looked', since: unseen });
  return causes.sort((left, right) => rank(left) - rank(right) || startOf(left) - startOf(right));
}

/** Who needs a look: one card a candidate, the most pressing reason first, but none so long that another is starved. */
export function attentionCards(input: AttentionInput): AttentionCard[] {
  const cards: AttentionCard[] = [];
  for (const place of input.places) {
    const [first, ...rest] = causesOf(place, input);
    if (first) cards.push({ place, causes: [first, ...rest] });
  }
  return cards.sort((left, right) => turnOf(left.causes[0], input.now) - turnOf(right.causes[0], input.now));
}
