import { describe, expect, it } from 'vitest';
import { textContent } from './content.ts';
import type { AnswerKey, Item, Paper, ResponseValue } from './paper.ts';
import { isBlank, itemsOf } from './paper.ts';
import { choicePoints, scoreComponents, scoreObjective } from './scoring.ts';

const options = ['A', 'B', 'C', 'D'].map((id) => ({ id, text: id }));
const stem = textContent('?');
const items: Item[] = [
  { id: 's1', kind: 'single_choice', points: 2, stem, options, fixedOrder: false },
  { id: 'm1', kind: 'multiple_choice', points: 3, stem, options, fixedOrder: false },
  { id: 'j1', kind: 'true_false', points: 0.5, stem },
  { id: 'q1', kind: 'text', points: 10, stem, maxLength: 100 },
  { id: 'c1', kind: 'calculation', points: 15, stem, unit: '元' },
];
const paper: Paper = {
  id: 'p',
  sessionId: 'theory',
  title: '',
  multipleChoiceRule: 'exact',
  shuffle: { items: false, options: false },
  stimuli: [],
  pictures: [],
  sections: [
    {
      id: 'one',
      title: '',
      instructions: '',
      component: 'ethics',
      itemType: 'single_choice',
      items: items.slice(0, 2),
    },
    { id: 'two', title: '', instructions: '', component: 'theory', itemType: 'true_false', items: items.slice(2) },
  ],
};
const key: AnswerKey = {
  s1: { kind: 'choice', correct: ['B'] },
  m1: { kind: 'choice', correct: ['A', 'C'] },
  j1: { kind: 'choice', correct: ['false'] },
  q1: { kind: 'rubric', rubric: '要点', criteria: [] },
  c1: { kind: 'rubric', rubric: '步骤', criteria: [] },
};
const choice = (...chosen: string[]): ResponseValue => ({ kind: 'choice', chosen });

describe('a choice', () => {
  const single = { kind: 'single_choice', points: 3 } as const;
  const multiple = { kind: 'multiple_choice', points: 3 } as const;
  it.each([
    ['the right options', choice('A', 'C'), 3],
    ['the right options in another order', choice('C', 'A'), 3],
    ['one option named twice', choice('A', 'A'), 0],
    ['too few', choice('A'), 0],
    ['too many', choice('A', 'B', 'C'), 0],
    ['others', choice('B', 'D'), 0],
    ['none', choice(), 0],
    ['nothing at all', undefined, 0],
    ['a text', { kind: 'text', text: 'A,C' } as ResponseValue, 0],
  ])('with %s', (_, value, points) => {
    expect(choicePoints(multiple, value, ['A', 'C'], 'exact')).toBe(points);
  });

  it('that is incomplete is worth what the paper says, and a wrong option costs everything', () => {
    const of = (rule: 'exact' | 'half' | 'share', ...chosen: string[]) =>
      choicePoints(multiple, choice(...chosen), ['A', 'B', 'C'], rule);
    expect([of('exact', 'A', 'B'), of('half', 'A', 'B'), of('share', 'A', 'B'), of('share', 'A')]).toEqual([
      0, 1.5, 2, 1,
    ]);
    expect([of('half', 'A', 'D'), of('share', 'A', 'B', 'C', 'D')]).toEqual([0, 0]);
    expect(choicePoints(single, choice('A'), ['A', 'B'], 'half')).toBe(0);
  });
});

describe('the components of a paper', () => {
  it('add up objective and marked points, and say what a marker still has to read', () => {
    const responses = { s1: choice('B'), q1: { kind: 'text', text: '答' } as const };
    expect(scoreComponents(paper, key, responses, {})).toEqual([
      { component: 'ethics', earned: 2, possible: 5, pending: 0 },
      { component: 'theory', earned: 0, possible: 25.5, pending: 10 },
    ]);
    expect(scoreComponents(paper, key, responses, { q1: 7.5 })[1]).toEqual({
      component: 'theory',
      earned: 7.5,
      possible: 25.5,
      pending: 0,
    });
  });
});

describe('the objective score', () => {
  it('counts what is certain and leaves the rest to a marker', () => {
    const responses = {
      s1: choice('B'),
      m1: choice('C', 'A'),
      j1: choice('true'),
      q1: { kind: 'text', text: '答' } as const,
    };
    expect(scoreObjective(paper, key, responses)).toEqual({
      earned: 5,
      possible: 5.5,
      pendingMarking: 25,
      answered: 4,
      items: 5,
    });
  });

  it('of an empty paper is zero out of everything', () => {
    expect(scoreObjective(paper, key, {})).toMatchObject({ earned: 0, possible: 5.5, pendingMarking: 25, answered: 0 });
  });

  it('gives no points for answers to items of another paper', () => {
    expect(scoreObjective(paper, key, { x9: choice('B') })).toMatchObject({ earned: 0, answered: 0, items: 5 });
  });

  it('leaves an item without a key to a marker instead of losing its points', () => {
    const { s1: _, ...without } = key;
    expect(scoreObjective(paper, without, { s1: choice('B') })).toMatchObject({
      earned: 0,
      possible: 3.5,
      pendingMarking: 27,
    });
  });

  it('covers every item of every section, in order', () => {
    expect(itemsOf(paper)).toEqual(items);
  });
});

describe('a blank answer', () => {
  it.each([
    [null, true],
    [undefined, true],
    [choice(), true],
    [choice('A'), false],
    [{ kind: 'text', text: ' \n　' } as const, true],
    [{ kind: 'text', text: '答' } as const, false],
    [{ kind: 'calculation', steps: ' ', result: '' } as const, true],
    [{ kind: 'calculation', steps: '', result: '0' } as const, false],
    [{ kind: 'calculation', steps: '300×2', result: '' } as const, false],
  ])('%j: %s', (value, blank) => {
    expect(isBlank(value)).toBe(blank);
  });
});
