import { describe, expect, it } from 'vitest';
import type { AnswerKey, Item, Paper, ResponseValue } from './paper.ts';
import { isBlank, itemsOf } from './paper.ts';
import { isRight, scoreObjective } from './scoring.ts';

const options = ['A', 'B', 'C', 'D'].map((id) => ({ id, text: id }));
const items: Item[] = [
  { id: 's1', kind: 'single_choice', points: 2, stem: '', options },
  { id: 'm1', kind: 'multiple_choice', points: 3, stem: '', options },
  { id: 'j1', kind: 'true_false', points: 0.5, stem: '' },
  { id: 'q1', kind: 'short_answer', points: 10, stem: '', maxLength: 100 },
  { id: 'c1', kind: 'calculation', points: 15, stem: '', unit: '元' },
];
const paper: Paper = {
  id: 'p',
  sessionId: 'theory',
  title: '',
  stimuli: [],
  sections: [
    { id: 'one', title: '', instructions: '', items: items.slice(0, 2) },
    { id: 'two', title: '', instructions: '', items: items.slice(2) },
  ],
};
const key: AnswerKey = {
  s1: { kind: 'choice', correct: ['B'] },
  m1: { kind: 'choice', correct: ['A', 'C'] },
  j1: { kind: 'choice', correct: ['false'] },
  q1: { kind: 'rubric', rubric: '要点' },
  c1: { kind: 'rubric', rubric: '步骤' },
};
const choice = (...chosen: string[]): ResponseValue => ({ kind: 'choice', chosen });

describe('a choice', () => {
  it.each([
    ['the right options', choice('A', 'C'), true],
    ['the right options in another order', choice('C', 'A'), true],
    ['one option named twice', choice('A', 'A'), false],
    ['too few', choice('A'), false],
    ['too many', choice('A', 'B', 'C'), false],
    ['others', choice('B', 'D'), false],
    ['none', choice(), false],
    ['nothing at all', undefined, false],
    ['a text', { kind: 'text', text: 'A,C' } as ResponseValue, false],
  ])('with %s', (_, value, right) => {
    expect(isRight(value, ['A', 'C'])).toBe(right);
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
