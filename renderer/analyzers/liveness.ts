import type { LivenessAction } from '../../shared/domain/identity.ts';
import type { FaceBox, FaceObservation } from './face-observation.ts';
import { type Bearing, reachOf } from './liveness-reach.ts';

/** What to tell the candidate now: the action, how it goes on, or what is in its way. */
export type LivenessHint =
  | 'look_at_camera'
  | 'ask'
  | 'further'
  | 'other_way'
  | 'hold_still'
  | 'not_seen'
  | 'back'
  | 'no_face'
  | 'several_faces'
  | 'moved_too_fast';

type Seen = Pick<FaceObservation, 'timestampMs' | 'faces' | 'box' | 'yaw' | 'pitch' | 'shape'>;

/** Some actions on request, one after another: at rest, the action, back at rest. Immutable. */
export interface Liveness {
  readonly actions: readonly LivenessAction[];
  /** How many of them are done. */
  readonly done: number;
  readonly phase: 'rest' | 'act' | 'back' | 'passed';
  readonly hint: LivenessHint | null;
  /** 0..1, for a progress bar. */
  readonly progress: number;
  /** Largest turn to an asked side so far, in degrees; 0 where none is asked. */
  readonly turnDegrees: number;
  /** What was seen since the face has been at rest, and since when the phase lasts. */
  readonly held: readonly Bearing[];
  readonly sinceMs: number | null;
  /** How the face was held when the action was asked. */
  readonly rest: Bearing | null;
  readonly last: { timestampMs: number; box: FaceBox } | null;
}

/** Within this many degrees the face looks at the camera. */
const FRONTAL_DEGREES = 10;
const REST_MS = 500;
/** The action is over when so little is left of it. */
const RETURNED = 0.5;
/** From so much on it has begun, to this side or the other. */
const BEGUN = 0.5;
/** After so long without it something is in the way: glasses, light, or words that were not understood. */
const PATIENCE_MS = 12_000;
/** Longer unseen, or moved further between two frames (in face widths), and it may be another face. */
const LONGEST_GAP_MS = 1500;
const FARTHEST_MOVE = 0.6;
const LARGEST_GROWTH = 1.6;

export function askFor(actions: readonly LivenessAction[]): Liveness {
  return fresh(actions, 'look_at_camera');
}

function fresh(actions: readonly LivenessAction[], hint: LivenessHint): Liveness {
  return {
    ...{ actions, done: 0, phase: 'rest', hint, progress: 0, turnDegrees: 0 },
    ...{ held: [], sinceMs: null, rest: null, last: null },
  };
}

function mayBeAnother(last: NonNullable<Liveness['last']>, box: FaceBox, timestampMs: number): boolean {
  const across = box.x + box.width / 2 - last.box.x - last.box.width / 2;
  const down = box.y + box.height / 2 - last.box.y - last.box.height / 2;
  const moved = Math.max(Math.abs(across) / last.box.width, Math.abs(down) / last.box.height);
  const growth = box.height / last.box.height;
  return (
    timestampMs - last.timestampMs > LONGEST_GAP_MS ||
    moved > FARTHEST_MOVE ||
    Math.max(growth, 1 / growth) > LARGEST_GROWTH
  );
}

/**
 * What is known after one more frame; frames in the order they were taken. All starts again when no face or several are seen, or when
 * the face cannot be followed from frame to frame, so that it is one face from beginning to end.
 */
export function nextLiveness(liveness: Liveness, seen: Seen): Liveness {
  if (liveness.phase === 'passed') return liveness;
  const { actions } = liveness;
  const { box, yaw, pitch, shape, timestampMs } = seen;
  if (seen.faces > 1) return fresh(actions, 'several_faces');
  if (seen.faces === 0 || !box || !shape || yaw === null || pitch === null) return fresh(actions, 'no_face');
  const last = { timestampMs, box };
  if (liveness.last && mayBeAnother(liveness.last, box, timestampMs))
    return { ...fresh(actions, 'moved_too_fast'), last };
  return { ...advanced(liveness, { ...shape, yaw, pitch }, timestampMs), last };
}

function median(bearings: readonly Bearing[]): Bearing {
  const of = (key: keyof Bearing): number =>
    bearings.map((bearing) => bearing[key]).sort((left, right) => left - right)[Math.floor(bearings.length / 2)] ?? 0;
  return {
    ...{ yaw: of('yaw'), pitch: of('pitch'), eyes: of('eyes'), mouth: of('mouth') },
    ...{ noseAside: of('noseAside'), noseDown: of('noseDown') },
  };
}

function advanced(liveness: Liveness, now: Bearing, timestampMs: number): Liveness {
  const action = liveness.actions[liveness.done];
  if (action === undefined) return { ...liveness, phase: 'passed', hint: null, progress: 1 };
  if (liveness.phase === 'rest' || !liveness.rest) return atRest(liveness, now, timestampMs);
  const towards = action === 'turn_left' ? 1 : action === 'turn_right' ? -1 : 0;
  const reach = reachOf(action, liveness.rest, now);
  const next = { ...liveness, turnDegrees: Math.max(liveness.turnDegrees, towards * now.yaw) };
  return liveness.phase === 'act' ? acting(next, action, reach, timestampMs) : returning(next, reach);
}

/** `share` of the action that is under way, 0..1. */
const progressAt = ({ done, actions }: Liveness, share: number): number => (done + share) / actions.length;

function atRest(liveness: Liveness, now: Bearing, timestampMs: number): Liveness {
  if (Math.abs(now.yaw) > FRONTAL_DEGREES)
    return { ...liveness, hint: 'look_at_camera', held: [], sinceMs: null, progress: progressAt(liveness, 0) };
  const sinceMs = liveness.sinceMs ?? timestampMs;
  const held = [...liveness.held, now];
  const waited = (timestampMs - sinceMs) / REST_MS;
  if (waited < 1) return { ...liveness, held, sinceMs, progress: progressAt(liveness, waited / 4) };
  const asked = { phase: 'act', rest: median(held), held: [], sinceMs: timestampMs } as const;
  return { ...liveness, ...asked, hint: askedAgain(liveness), progress: progressAt(liveness, 1 / 4) };
}

/** What was not seen once is asked for with these words from then on. */
const askedAgain = ({ hint }: Liveness): LivenessHint => (hint === 'not_seen' ? hint : 'ask');

function acting(liveness: Liveness, action: LivenessAction, reach: number | null, timestampMs: number): Liveness {
  const share = Math.min(1, Math.max(0, reach ?? 0));
  if (share === 1) return { ...liveness, phase: 'back', hint: 'back', progress: progressAt(liveness, 3 / 4) };
  // Whoever was acting already while the face was to be at rest is measured from there, and never gets far enough.
  if (timestampMs - (liveness.sinceMs ?? timestampMs) > PATIENCE_MS)
    return { ...liveness, phase: 'rest', hint: 'not_seen', rest: null, held: [], sinceMs: null };
  const hint = (): LivenessHint => {
    if (reach === null) return 'hold_still';
    if (reach < -BEGUN && (action === 'turn_left' || action === 'turn_right')) return 'other_way';
    return share > BEGUN ? 'further' : askedAgain(liveness);
  };
  return { ...liveness, hint: hint(), progress: progressAt(liveness, 1 / 4 + share / 2) };
}

function returning(liveness: Liveness, reach: number | null): Liveness {
  if (reach === null || reach > RETURNED)
    return { ...liveness, progress: progressAt(liveness, 3 / 4 + (1 - Math.min(1, reach ?? 1)) / 4) };
  const done = liveness.done + 1;
  if (done === liveness.actions.length) return { ...liveness, done, phase: 'passed', hint: null, progress: 1 };
  return {
    ...{ ...liveness, done, phase: 'rest', hint: 'look_at_camera', held: [], sinceMs: null, rest: null },
    progress: done / liveness.actions.length,
  };
}
