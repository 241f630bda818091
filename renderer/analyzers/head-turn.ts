import { HEAD_TURN_DEGREES } from '../../shared/domain/identity.ts';
import type { FaceBox, FaceObservation } from './face-observation.ts';

/** The candidate's own left or right; a mirrored preview shows their left on the left. */
export type TurnDirection = 'left' | 'right';

/** What to tell the candidate now. */
export type HeadTurnHint =
  | 'look_at_camera'
  | 'turn_left'
  | 'turn_right'
  | 'turn_further'
  | 'other_way'
  | 'turn_back'
  | 'no_face'
  | 'several_faces'
  | 'moved_too_fast';

type Seen = Pick<FaceObservation, 'timestampMs' | 'faces' | 'box' | 'yaw'>;

/** One deliberate head turn on request: frontal, to the asked side, frontal again. Immutable. */
export interface HeadTurn {
  readonly direction: TurnDirection;
  readonly phase: 'frontal' | 'turn' | 'back' | 'passed';
  readonly hint: HeadTurnHint | null;
  /** 0..1, for a progress bar. */
  readonly progress: number;
  /** Largest turn to the asked side so far, in degrees. */
  readonly turnDegrees: number;
  readonly frontalSinceMs: number | null;
  /** How the face was held when the turn was asked; null before. */
  readonly restYaw: number | null;
  readonly last: { timestampMs: number; box: FaceBox } | null;
}

/** Within this many degrees the face looks at the camera. */
const FRONTAL_DEGREES = 10;
const FRONTAL_HOLD_MS = 500;
/** Longer unseen, or moved further between two frames (in face widths), and it may be another face. */
const LONGEST_GAP_MS = 1500;
const FARTHEST_MOVE = 0.6;
const LARGEST_GROWTH = 1.6;

/** `random`: 0 up to 1; which side is asked must not be known beforehand. */
export function startHeadTurn(random: () => number): HeadTurn {
  return fresh(random() < 0.5 ? 'left' : 'right', 'look_at_camera');
}

function fresh(direction: TurnDirection, hint: HeadTurnHint): HeadTurn {
  return {
    direction,
    phase: 'frontal',
    hint,
    progress: 0,
    turnDegrees: 0,
    frontalSinceMs: null,
    restYaw: null,
    last: null,
  };
}

function mayBeAnother(last: NonNullable<HeadTurn['last']>, box: FaceBox, timestampMs: number): boolean {
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
 * The turn after one more frame; frames in the order they were taken. It starts again when no face or several are seen,
 * or when the face cannot be followed from frame to frame, so that it is one face from beginning to end.
 */
export function nextHeadTurn(turn: HeadTurn, seen: Seen): HeadTurn {
  if (turn.phase === 'passed') return turn;
  const { box, yaw, timestampMs } = seen;
  if (seen.faces > 1) return fresh(turn.direction, 'several_faces');
  if (seen.faces === 0 || !box || yaw === null) return fresh(turn.direction, 'no_face');
  const last = { timestampMs, box };
  if (turn.last && mayBeAnother(turn.last, box, timestampMs))
    return { ...fresh(turn.direction, 'moved_too_fast'), last };
  return { ...advanced(turn, yaw, timestampMs), last };
}

function advanced(turn: HeadTurn, yaw: number, timestampMs: number): HeadTurn {
  const isFrontal = Math.abs(yaw) <= FRONTAL_DEGREES;
  const towards = turn.direction === 'left' ? 1 : -1;
  // From the camera and from how it was held before: a photo of a face that is turned a little needs only to be tilted.
  const turned = Math.min(towards * yaw, towards * (yaw - (turn.restYaw ?? 0)));
  const ask = turn.direction === 'left' ? 'turn_left' : 'turn_right';
  const turnDegrees = Math.max(turn.turnDegrees, towards * yaw);
  const share = Math.min(1, Math.max(0, turned / HEAD_TURN_DEGREES));
  switch (turn.phase) {
    case 'frontal': {
      if (!isFrontal) return { ...turn, hint: 'look_at_camera', frontalSinceMs: null, progress: 0 };
      const frontalSinceMs = turn.frontalSinceMs ?? timestampMs;
      const held = timestampMs - frontalSinceMs;
      if (held < FRONTAL_HOLD_MS) return { ...turn, frontalSinceMs, progress: (held / FRONTAL_HOLD_MS) * 0.25 };
      return { ...turn, phase: 'turn', hint: ask, frontalSinceMs, restYaw: yaw, progress: 0.25 };
    }
    case 'turn':
      if (share === 1) return { ...turn, phase: 'back', hint: 'turn_back', turnDegrees, progress: 0.75 };
      return { ...turn, hint: turnHint(turned, ask), turnDegrees, progress: 0.25 + share / 2 };
    default:
      if (isFrontal) return { ...turn, phase: 'passed', hint: null, turnDegrees, progress: 1 };
      return { ...turn, turnDegrees, progress: 0.75 + (1 - share) / 4 };
  }
}

function turnHint(turned: number, ask: HeadTurnHint): HeadTurnHint {
  if (turned < -FRONTAL_DEGREES) return 'other_way';
  return turned > FRONTAL_DEGREES ? 'turn_further' : ask;
}
