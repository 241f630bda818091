import { describe, expect, it } from 'vitest';
import type { FaceBox } from './face-observation.ts';
import { type HeadTurn, nextHeadTurn, startHeadTurn } from './head-turn.ts';

const BOX: FaceBox = { x: 0.4, y: 0.3, width: 0.2, height: 0.3 };
const toLeft = startHeadTurn(() => 0);

/** Plays frames 200 ms apart. */
function play(start: HeadTurn, yaws: number[], box = BOX): HeadTurn {
  const from = start.last?.timestampMs ?? 0;
  return yaws.reduce<HeadTurn>(
    (turn, yaw, index) => nextHeadTurn(turn, { timestampMs: from + 200 * (index + 1), faces: 1, box, yaw }),
    start,
  );
}

const FRONTAL = [1, 0, -2, 1];

describe('a head turn on request', () => {
  it('asks one side or the other by chance', () => {
    expect(startHeadTurn(() => 0.49).direction).toBe('left');
    expect(startHeadTurn(() => 0.5).direction).toBe('right');
  });

  it('passes: frontal, to the asked side, frontal; and tells how far', () => {
    const turn = play(toLeft, [...FRONTAL, 8, 16, 21, 14, 6]);
    expect(turn).toMatchObject({ phase: 'passed', turnDegrees: 21, progress: 1, hint: null });
  });

  it('takes the right for negative yaw', () => {
    expect(
      play(
        startHeadTurn(() => 0.9),
        [...FRONTAL, -18, 2],
      ).phase,
    ).toBe('passed');
    expect(
      play(
        startHeadTurn(() => 0.9),
        [...FRONTAL, 18, 2],
      ).phase,
    ).toBe('turn');
  });

  it('does not pass the other way, and says so', () => {
    expect(play(toLeft, [...FRONTAL, -20])).toMatchObject({ phase: 'turn', hint: 'other_way' });
    expect(play(toLeft, [...FRONTAL, -20, 0]).phase).toBe('turn');
  });

  it('is measured from how the face was held, too: a photo of a face that is turned a little does not pass tilted', () => {
    expect(play(toLeft, [9, 9, 9, 9, 16, 17, 9]).phase).toBe('turn');
    expect(play(toLeft, [9, 9, 9, 9, 25, 9]).phase).toBe('passed');
    expect(play(toLeft, [-9, -9, -9, -9, 8, 14, -9]).phase).toBe('turn');
  });

  it('leads through the steps', () => {
    expect(toLeft.hint).toBe('look_at_camera');
    expect(play(toLeft, FRONTAL).hint).toBe('turn_left');
    expect(play(toLeft, [...FRONTAL, 12]).hint).toBe('turn_further');
    expect(play(toLeft, [...FRONTAL, 17]).hint).toBe('turn_back');
  });

  it('wants half a second of looking straight first', () => {
    expect(play(toLeft, [0, 0, 0]).phase).toBe('frontal');
    expect(play(toLeft, [0, 0, 20, 0]).phase).toBe('frontal');
    expect(play(toLeft, [0, 0, 0, 0]).phase).toBe('turn');
  });

  it('never goes back while one face does what is asked', () => {
    let turn = toLeft;
    for (const yaw of [...FRONTAL, 5, 9, 13, 17, 12, 4]) {
      const next = play(turn, [yaw]);
      expect(next.progress).toBeGreaterThanOrEqual(turn.progress);
      turn = next;
    }
  });

  it.each([
    ['no_face', { faces: 0, box: null, yaw: null }],
    ['several_faces', { faces: 2, box: BOX, yaw: 0 }],
  ] as const)('starts again at %s', (hint, seen) => {
    const turned = play(toLeft, [...FRONTAL, 20]);
    expect(nextHeadTurn(turned, { ...seen, timestampMs: 1200 })).toMatchObject({
      phase: 'frontal',
      hint,
      turnDegrees: 0,
    });
  });

  it.each([
    ['is elsewhere', { ...BOX, x: 0.6 }, 1200],
    ['is much nearer', { x: 0.3, y: 0.15, width: 0.4, height: 0.6 }, 1200],
    ['was unseen for long', BOX, 2600],
  ])('starts again when the face %s: it may be another', (_, box, timestampMs) => {
    const turned = play(toLeft, [...FRONTAL, 20]);
    const next = nextHeadTurn(turned, { timestampMs, faces: 1, box, yaw: 0 });
    expect(next).toMatchObject({ phase: 'frontal', hint: 'moved_too_fast', turnDegrees: 0 });
  });

  it('stays passed', () => {
    const passed = play(toLeft, [...FRONTAL, 20, 0]);
    expect(nextHeadTurn(passed, { timestampMs: 9e9, faces: 0, box: null, yaw: null })).toBe(passed);
  });
});
