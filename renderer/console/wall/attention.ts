import type { Camera, WallPlace } from '../../../shared/contract/views.ts';
import { type Session, sessionPhase } from '../../../shared/domain/timetable.ts';
import { hasFinished } from './place-status.ts';

/** Why a person should look, most pressing first: a candidate who cannot go on without the proctor leads. */
export const ATTENTION_REASONS = [
  'identity_waiting',
  'offline',
  'phone_lost',
  'picture_frozen',
  'new_violation',
] as const;
export type AttentionReason = (typeof ATTENTION_REASONS)[number];

/** `since` in server ms, null when nobody knows. `count` is the number of new violations. */
export type AttentionCause =
  | { reason: 'identity_waiting'; since: number | null }
  | { reason: 'offline'; since: number | null }
  | { reason: 'phone_lost'; since: number | null }
  | { reason: 'picture_frozen'; since: number; camera: Camera }
  | { reason: 'new_violation'; since: number | null; count: number };

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

const rank = (cause: AttentionCause): number => ATTENTION_REASONS.indexOf(cause.reason);
const startOf = (cause: AttentionCause): number => cause.since ?? Number.MAX_SAFE_INTEGER;

/** Entry has opened and the deadline is not past: the time in which an absent line means something. */
function sessionRuns(place: WallPlace, sessions: readonly Session[], now: number): boolean {
  return sessions.some((session) => {
    const phase = sessionPhase(session, now);
    return (phase === 'waiting' || phase === 'open') && !place.handedIn.includes(session.id);
  });
}

function causesOf(place: WallPlace, input: AttentionInput): AttentionCause[] {
  const attemptId = place.attemptId;
  if (attemptId === null) return [];
  const causes: AttentionCause[] = [];
  const sessions = input.sessionsOf(place);
  const finished = hasFinished(place, sessions);
  if (!finished && (place.identity === 'manual_pending' || place.identity === 'enrolment_pending')) {
    causes.push({ reason: 'identity_waiting', since: input.identityWaitingSince.get(attemptId) ?? null });
  }
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
  return causes.sort((left, right) => rank(left) - rank(right) || startOf(left) - startOf(right));
}

/** Who needs a look: one card a candidate, the most pressing reason first, the longest wait first within a reason. */
export function attentionCards(input: AttentionInput): AttentionCard[] {
  const cards: AttentionCard[] = [];
  for (const place of input.places) {
    const [first, ...rest] = causesOf(place, input);
    if (first) cards.push({ place, causes: [first, ...rest] });
  }
  return cards.sort(
    (left, right) => rank(left.causes[0]) - rank(right.causes[0]) || startOf(left.causes[0]) - startOf(right.causes[0]),
  );
}
