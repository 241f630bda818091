import { describe, expect, it } from 'vitest';
import type { Observation } from '../../../shared/domain/violations/judge.ts';
import { type HintState, NO_HINT, nextHint, type WatchHint } from './watch-hints.ts';

const blocked: Observation['seen'] = { camera_blocked: { score: 1 }, no_face: null };
const away: Observation['seen'] = { camera_blocked: null, no_face: { score: 1 } };
const fine: Observation['seen'] = { camera_blocked: null, no_face: null };

/** A look a second, and what is shown after each. */
function shown(seconds: number, at: (second: number) => Observation['seen']): (WatchHint | null)[] {
  let state: HintState = NO_HINT;
  return Array.from({ length: seconds }, (_, second) => {
    state = nextHint(state, at(second), second * 1_000);
    return state.hint;
  });
}

describe('hints to the candidate', () => {
  it('wait for five seconds, stay while it lasts and long enough to be read', () => {
    const hints = shown(30, (second) => (second < 12 ? blocked : fine));
    expect(hints.indexOf('uncover_camera')).toBe(5);
    expect(hints.lastIndexOf('uncover_camera')).toBe(12);
    expect(shown(30, (second) => (second < 7 ? blocked : fine)).filter(Boolean)).toHaveLength(8);
  });

  it('say nothing of a moment', () => {
    expect(shown(30, (second) => (second % 4 === 0 ? fine : away)).filter(Boolean)).toEqual([]);
  });

  it('say the same at most every three minutes, and never one thing on the heels of another', () => {
    const hints = shown(400, (second) => (second % 60 < 20 ? away : fine));
    const begun = hints.flatMap((hint, second) => (hint && hint !== hints[second - 1] ? [second] : []));
    expect(begun).toEqual([5, 185, 365]);
    const both = shown(100, (second) => (second < 20 ? blocked : away));
    const first = (hint: WatchHint): number => both.indexOf(hint);
    expect(first('sit_in_picture') - first('uncover_camera')).toBeGreaterThanOrEqual(45);
  });
});
