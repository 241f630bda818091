import { expect, test } from 'vitest';
import { CANDIDATES_A_PROCTOR, overlaps, shareOut } from './assignment.ts';
import { liveSession } from './session.fixture.ts';

const people = (count: number) => Array.from({ length: count }, (_, index) => index);
const loadsOf = (given: readonly { proctor: string }[]) =>
  Object.fromEntries(['a', 'b', 'c'].map((each) => [each, given.filter(({ proctor }) => proctor === each).length]));

test('[ASG-1] candidates are shared out evenly, and whoever has some already gets fewer', () => {
  expect(loadsOf(shareOut(people(90), ['a', 'b', 'c'], () => 0))).toEqual({ a: 30, b: 30, c: 30 });
  expect(loadsOf(shareOut(people(20), ['a', 'b', 'c'], (each) => (each === 'a' ? 40 : 0)))).toEqual({
    a: 0,
    b: 10,
    c: 10,
  });
});

test('[ASG-1] nobody gets more than fifty, and whoever is left over is nobody’s', () => {
  const given = shareOut(people(120), ['a', 'b'], (each) => (each === 'a' ? 60 : 10));
  expect(loadsOf(given)).toEqual({ a: 0, b: CANDIDATES_A_PROCTOR - 10, c: 0 });
  expect(given.map(({ candidate }) => candidate)).toEqual(people(40));
  expect(shareOut(people(1), [], () => 0)).toEqual([]);
});

test('[ASG-1] two examinations are at the same time when their live sessions are, entry included', () => {
  const morning = [liveSession('m', 100, 200, { entryFrom: 90 })];
  expect(overlaps(morning, [liveSession('n', 205, 300, { entryFrom: 195 })])).toBe(true);
  expect(overlaps(morning, [liveSession('n', 210, 300, { entryFrom: 200 })])).toBe(false);
  expect(overlaps(morning, [liveSession('t', 0, 1_000, { mode: 'submission' })])).toBe(false);
});
