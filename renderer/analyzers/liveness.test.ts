import { describe, expect, it } from 'vitest';
import type { LivenessAction } from '../../shared/domain/identity.ts';
import type { FaceBox, FaceObservation } from './face-observation.ts';
import { askFor, type Liveness, nextLiveness } from './liveness.ts';

const BOX: FaceBox = { x: 0.4, y: 0.3, width: 0.2, height: 0.3 };

interface Pose {
  yaw?: number;
  pitch?: number;
  eyes?: number;
  mouth?: number;
  /** A picture of a face instead of one: its nose does not stand out. */
  flat?: boolean;
}
const RADIANS = Math.PI / 180;

const seen = ({ yaw = 0, pitch = -5, eyes = 0.3, mouth = 0.01, flat = false }: Pose, timestampMs: number) => {
  const standsOut = flat ? 0 : 0.3;
  const shape = {
    ...{ eyes, mouth, noseAside: standsOut * Math.sin(yaw * RADIANS) },
    noseDown: 0.6 + standsOut * Math.sin(-pitch * RADIANS),
  };
  return { timestampMs, faces: 1, box: BOX, yaw, pitch, shape } satisfies Partial<FaceObservation>;
};

/** Plays frames 200 ms apart. */
function play(start: Liveness, poses: readonly Pose[]): Liveness {
  const from = start.last?.timestampMs ?? 0;
  return poses.reduce<Liveness>((now, pose, index) => nextLiveness(now, seen(pose, from + 200 * (index + 1))), start);
}
const yaws = (...degrees: number[]): Pose[] => degrees.map((yaw) => ({ yaw }));

const REST: Pose[] = yaws(1, 0, -2, 1);
const DONE: Record<LivenessAction, Pose[]> = {
  turn_left: yaws(8, 16, 21, 14, 3),
  turn_right: yaws(-8, -16, -21, -14, -3),
  nod: [{ pitch: -10 }, { pitch: -18 }, { pitch: -6 }],
  blink: [{ eyes: 0.2 }, { eyes: 0.08 }, { eyes: 0.29 }],
  open_mouth: [{ mouth: 0.1 }, { mouth: 0.25 }, { mouth: 0.02 }],
};
const ACTIONS = Object.keys(DONE) as LivenessAction[];

describe('actions on request', () => {
  it.each(ACTIONS)('%s passes when it is done, and nothing else does', (action) => {
    for (const done of ACTIONS)
      expect(play(askFor([action]), [...REST, ...DONE[done]]).phase === 'passed').toBe(done === action);
  });

  it('pass one after another in the order asked, with a rest between, and tell how far the head turned', () => {
    const asked = askFor(['nod', 'turn_left']);
    const nodded = play(asked, [...REST, ...DONE.nod]);
    expect(nodded).toMatchObject({ done: 1, phase: 'rest', progress: 0.5, hint: 'look_at_camera' });
    expect(play(nodded, [...REST, ...DONE.turn_left])).toMatchObject({ phase: 'passed', progress: 1, turnDegrees: 21 });
    expect(play(asked, [...REST, ...DONE.turn_left, ...REST, ...DONE.nod])).toMatchObject({ done: 1, phase: 'rest' });
  });

  it.each(['turn_left', 'turn_right', 'nod'] as const)('%s of a flat picture is none', (action) => {
    const flat = [...REST, ...DONE[action], ...DONE[action]].map((pose) => ({ ...pose, flat: true }));
    expect(play(askFor([action]), flat).phase).toBe('act');
  });

  it('is measured from how the face was held, too: a photo of a face that is turned a little does not pass tilted', () => {
    const ask = askFor(['turn_left']);
    expect(play(ask, yaws(9, 9, 9, 9, 16, 17, 9)).phase).toBe('act');
    expect(play(ask, yaws(9, 9, 9, 9, 25, 9)).phase).toBe('passed');
    expect(play(ask, yaws(-9, -9, -9, -9, 8, 14, -9)).phase).toBe('act');
  });

  it.each(['blink', 'open_mouth'] as const)(
    '%s with a head that moves is none: a bent picture moves, too',
    (action) => {
      const moved = DONE[action].map((pose) => ({ ...pose, yaw: 14 }));
      const tried = play(askFor([action]), [...REST, ...moved]);
      expect(tried).toMatchObject({ phase: 'act', hint: 'hold_still' });
    },
  );

  it('leads through the steps, and says after a while that it was not seen', () => {
    const ask = askFor(['turn_left']);
    expect(ask.hint).toBe('look_at_camera');
    expect(play(ask, REST).hint).toBe('ask');
    expect(play(ask, [...REST, ...yaws(12)]).hint).toBe('further');
    expect(play(ask, [...REST, ...yaws(17)]).hint).toBe('back');
    expect(play(ask, [...REST, ...yaws(-20)])).toMatchObject({ phase: 'act', hint: 'other_way' });
    const open = Array<Pose>(70).fill({});
    expect(play(askFor(['blink']), [...REST, ...open])).toMatchObject({ phase: 'act', hint: 'not_seen' });
  });

  it.each([
    ['blink', { eyes: 0.05 }],
    ['nod', { pitch: -25 }],
    ['open_mouth', { mouth: 0.3 }],
  ] as const)(
    '%s done already when it is asked is seen at a later one: the face is looked at anew',
    (action, doing) => {
      const waits = Array<Pose>(65).fill({});
      const early = play(askFor([action]), [...Array<Pose>(4).fill(doing), ...waits]);
      expect(early).toMatchObject({ phase: 'act', hint: 'not_seen', done: 0 });
      expect(play(early, DONE[action]).phase).toBe('passed');
    },
  );

  it('wants half a second of looking straight first', () => {
    const ask = askFor(['turn_left']);
    expect(play(ask, yaws(0, 0, 0)).phase).toBe('rest');
    expect(play(ask, yaws(0, 0, 20, 0)).phase).toBe('rest');
    expect(play(ask, yaws(0, 0, 0, 0)).phase).toBe('act');
  });

  it('never goes back while one face does what is asked', () => {
    let now = askFor(['turn_left', 'nod']);
    for (const pose of [...REST, ...yaws(5, 9, 13, 17, 12, 4), ...REST, ...DONE.nod]) {
      const next = play(now, [pose]);
      expect(next.progress).toBeGreaterThanOrEqual(now.progress);
      now = next;
    }
    expect(now.phase).toBe('passed');
  });

  const turned = play(askFor(['nod', 'turn_left']), [...REST, ...DONE.nod, ...REST, ...yaws(20)]);
  const restarted = { done: 0, phase: 'rest', turnDegrees: 0 };

  it.each([
    ['no_face', { faces: 0, box: null, yaw: null, pitch: null, shape: null }],
    ['several_faces', { faces: 2 }],
  ] as const)('start again at %s', (hint, instead) => {
    const at = (turned.last?.timestampMs ?? 0) + 200;
    expect(nextLiveness(turned, { ...seen({}, at), ...instead })).toMatchObject({ ...restarted, hint });
  });

  it.each([
    ['is elsewhere', { ...BOX, x: 0.6 }, 200],
    ['is much nearer', { x: 0.3, y: 0.15, width: 0.4, height: 0.6 }, 200],
    ['was unseen for long', BOX, 1_600],
  ])('start again when the face %s: it may be another', (_, box, afterMs) => {
    const at = (turned.last?.timestampMs ?? 0) + afterMs;
    expect(nextLiveness(turned, { ...seen({}, at), box })).toMatchObject({ ...restarted, hint: 'moved_too_fast' });
  });

  it('stay passed', () => {
    const passed = play(askFor(['turn_left']), [...REST, ...yaws(20, 0)]);
    expect(passed.phase).toBe('passed');
    expect(nextLiveness(passed, { ...seen({}, 9e9), faces: 0 })).toBe(passed);
  });
});
