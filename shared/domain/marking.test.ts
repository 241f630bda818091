import { describe, expect, it } from 'vitest';
import {
  type GivenMark,
  lacksMarkers,
  markFault,
  type Round,
  readingOf,
  roundFor,
  settleMarks,
  standingMarks,
  wantedRounds,
} from './marking.ts';
import { seededRandom } from './seeded-random.ts';

const points = (...given: number[]) => given.map((each, at) => ({ markerId: `m${at + 1}`, points: each }));
const mark = (round: Round, markerId: string, given: number, responseHash = 'now'): GivenMark => ({
  ...{ round, markerId, points: given, responseHash },
});

describe('what the marks of a response come to', () => {
  it.each([
    ['nobody', [], { state: 'open', needed: 2 }],
    ['one marker', [7], { state: 'open', needed: 1 }],
    ['two who agree', [7, 7], { state: 'settled', points: 7 }],
    ['two just within the limit', [6, 8], { state: 'settled', points: 7 }],
    ['two half a point beyond it', [6, 8.5], { state: 'open', needed: 1 }],
    ['a third near the lower', [3, 8, 4], { state: 'settled', points: 3.5 }],
    ['a third near the higher', [3, 8, 7], { state: 'settled', points: 7.5 }],
    ['a third outside both', [3, 8, 10], { state: 'settled', points: 9 }],
    ['a third in the very middle, in the candidate’s favour', [3, 8, 5.5], { state: 'settled', points: 6.75 }],
  ] as const)('%s', (_, given, settlement) => {
    expect(settleMarks(points(...given), 2)).toEqual(settlement);
  });

  it('does not depend on who of the first two was first, and lies between the lowest and the highest mark', () => {
    const random = seededRandom('marks');
    const draw = (most: number) => Math.floor(random() * (most * 2 + 1)) / 2;
    for (let round = 0; round < 1_000; round += 1) {
      const worth = 1 + draw(30);
      const limit = worth * random();
      const [first, second, third] = [draw(worth), draw(worth), draw(worth)].map((each) => Math.min(each, worth)) as [
        number,
        number,
        number,
      ];
      for (const marks of [
        [first, second],
        [first, second, third],
      ]) {
        const [left = 0, right = 0, ...rest] = marks;
        const settlement = settleMarks(points(...marks), limit);
        expect(settleMarks(points(right, left, ...rest), limit)).toEqual(settlement);
        if (settlement.state === 'open') {
          expect([marks.length, Math.abs(left - right) > limit]).toEqual([2, true]);
        } else {
          expect(settlement.points).toBeGreaterThanOrEqual(Math.min(...marks));
          expect(settlement.points).toBeLessThanOrEqual(Math.max(...marks));
        }
      }
    }
  });
});

describe('the marks that count', () => {
  it('are the last of each round, in the order of rounds, for the text as it stands', () => {
    const first = mark(1, 'a', 4);
    const better = mark(1, 'a', 5);
    const second = mark(2, 'b', 6);
    expect(standingMarks([second, first, mark(2, 'c', 9, 'before'), better], 'now')).toEqual([better, second]);
    expect(standingMarks([first, second], 'changed')).toEqual([]);
  });
});

describe('the rounds of a response', () => {
  it('want two markers, a third only where they differ, and nobody once settled', () => {
    expect(wantedRounds([], 2)).toEqual([1, 2]);
    expect(wantedRounds([mark(2, 'b', 6)], 2)).toEqual([1]);
    expect(wantedRounds([mark(1, 'a', 6), mark(2, 'b', 9)], 2)).toEqual([3]);
    expect(wantedRounds([mark(1, 'a', 6), mark(2, 'b', 7)], 2)).toEqual([]);
  });

  it('are never read by two markers at once, nor twice by one', () => {
    const claims = [{ markerId: 'a', round: 1 as const }];
    expect(roundFor('a', [], claims, 2)).toBe(1);
    expect(roundFor('b', [], claims, 2)).toBe(2);
    expect(roundFor('c', [], [...claims, { markerId: 'b', round: 2 }], 2)).toBeNull();
    expect(roundFor('a', [mark(1, 'a', 6)], [], 2)).toBeNull();
    expect(roundFor('a', [mark(1, 'a', 2), mark(2, 'b', 9)], [], 2)).toBeNull();
    expect(roundFor('c', [mark(1, 'a', 2), mark(2, 'b', 9)], [], 2)).toBe(3);
    // A claim of a round that is no longer wanted is worth nothing.
    expect(roundFor('c', [mark(1, 'a', 8), mark(2, 'b', 9)], [{ markerId: 'c', round: 3 }], 2)).toBeNull();
  });
});

describe('points as a marker gives them', () => {
  const criteria = [
    { id: 'x', text: '', points: 2 },
    { id: 'y', text: '', points: 3 },
  ];
  it.each([
    ['halves within the item', 5, [], { points: 4.5, criteria: {} }, null],
    ['nothing', 5, [], { points: 0, criteria: {} }, null],
    ['a quarter', 5, [], { points: 4.25, criteria: {} }, 'points'],
    ['too many', 5, [], { points: 5.5, criteria: {} }, 'points'],
    ['fewer than none', 5, [], { points: -0.5, criteria: {} }, 'points'],
    ['no number', 5, [], { points: Number.NaN, criteria: {} }, 'points'],
    ['criteria that add up', 5, criteria, { points: 4.5, criteria: { x: 1.5, y: 3 } }, null],
    ['criteria that do not', 5, criteria, { points: 4, criteria: { x: 1.5, y: 3 } }, 'sum'],
    ['a criterion left out', 5, criteria, { points: 2, criteria: { x: 2 } }, 'criteria'],
    ['a criterion worth less', 5, criteria, { points: 5, criteria: { x: 2.5, y: 2.5 } }, 'criteria'],
    ['a criterion of another item', 5, criteria, { points: 2, criteria: { x: 2, z: 0 } }, 'criteria'],
    ['criteria where the rubric has none', 5, [], { points: 2, criteria: { x: 2 } }, 'criteria'],
  ])('%s', (_, worth, wanted, given, fault) => {
    expect(markFault(worth, wanted, given)).toBe(fault);
  });
});

describe('[MARK-3] how far the reading of a response is', () => {
  it.each([
    ['unread', []],
    ['once', [3]],
    ['twice', [3, 4]],
    ['third', [3, 8]],
    ['thrice', [3, 8, 4]],
  ] as const)('%s', (reading, given) => {
    expect(readingOf(points(...given), 2)).toBe(reading);
  });

  it.each([
    ['nobody for an unread one', [], [], true],
    ['one alone for an unread one', [], ['m1'], true],
    ['two for an unread one', [], ['m1', 'm2'], false],
    ['only whoever has read it', [3], ['m1'], true],
    ['another than whoever has read it', [3], ['m2'], false],
    ['only the two who differ', [3, 8], ['m1', 'm2'], true],
    ['a third where two differ', [3, 8], ['m1', 'm2', 'm3'], false],
    ['nobody for a settled one', [3, 4], [], false],
  ] as const)('lacks markers or not: %s', (_, given, assigned, lacks) => {
    expect(lacksMarkers(points(...given), assigned, 2)).toBe(lacks);
  });
});
