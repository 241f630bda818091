import { describe, expect, it } from 'vitest';
import { falseAlarms, marksOf } from './marks.ts';

const clips = [
  {
    seconds: 60,
    intervals: [
      { kind: 'no_face', from: 10, to: 25 },
      { kind: 'no_face', from: 40, to: 55 },
    ],
    noted: [
      { kind: 'no_face', since: 11, at: 19 },
      { kind: 'no_face', since: 31, at: 35 },
      { kind: 'multiple_people', since: 41, at: 44 },
    ],
  },
  { seconds: 1_800, intervals: [], noted: [{ kind: 'noise', since: 3, at: 18 }] },
];

describe('the marks of a watch', () => {
  it('count what was found, what was right and how late', () => {
    expect(marksOf(clips)).toEqual([
      { kind: 'multiple_people', intervals: 0, found: 0, noted: 1, right: 0, delays: [] },
      { kind: 'no_face', intervals: 2, found: 1, noted: 2, right: 1, delays: [9] },
      { kind: 'noise', intervals: 0, found: 0, noted: 1, right: 0, delays: [] },
    ]);
  });

  it('count alarms where nothing happened', () => {
    expect(falseAlarms(clips)).toEqual({ hours: 0.5, alarms: 1 });
  });
});
