import { describe, expect, it } from 'vitest';
import { weightedScore } from '../../shared/domain/assessment.ts';
import { settleMarks } from '../../shared/domain/marking.ts';
import { type Item, isBlank, itemsOf, type ResponseValue, TRUE_FALSE_OPTIONS } from '../../shared/domain/paper.ts';
import { scoreComponents, scoreObjective } from '../../shared/domain/scoring.ts';
import { readSittings } from '../annex2/sittings.ts';
import { samplePlan, sampleSessions } from './sample-papers.ts';

/**
 * Sittings of the sample papers whose results were computed by hand (`working` shows how), one file an examination in
 * `test/annex2`. Here the product's own rules must come to the same; the end-to-end test types the same responses.
 */
const examinations = [...(await readSittings()).values()];
const sittings = examinations.flatMap(({ sessions }) => sessions);

/** What cannot have been given as an answer to this item; null when it can. */
function misfit(item: Item | undefined, value: ResponseValue): string | null {
  if (!item) return 'no such item';
  if (value.kind === 'choice') {
    const known = item.kind === 'true_false' ? [...TRUE_FALSE_OPTIONS] : 'options' in item ? item.options : [];
    const ids: string[] = known.map((option) => (typeof option === 'string' ? option : option.id));
    if (!value.chosen.every((id) => ids.includes(id))) return 'an option that the item does not have';
    return value.chosen.length > 1 && item.kind !== 'multiple_choice' ? 'two options of a single choice' : null;
  }
  if (value.kind !== item.kind) return `a ${value.kind} answer to a ${item.kind} item`;
  if (value.kind !== 'handling' || item.kind !== 'handling') return null;
  return item.decisions.some(({ id }) => id === value.decision) ? null : 'a decision that the item does not have';
}

it('has a sitting of every session of annex 2, each once', () => {
  const planned = samplePlan.examinations.flatMap(({ id, sessions }) => sessions.map((session) => [id, session.id]));
  const sat = examinations.flatMap(({ examination, sessions }) =>
    sessions.map((each) => [examination, each.sessionId]),
  );
  expect(sat.sort()).toEqual(planned.sort());
});

describe.each(sittings)('the hand-marked sitting of $sessionId', ({ sessionId, responses, marks, expected }) => {
  const sample = sampleSessions.find((session) => session.sessionId === sessionId);
  if (!sample) throw new Error(`no session ${sessionId} in the sample plan`);
  const { components, file } = sample;
  const { paper, key, marking } = file;
  const items = itemsOf(paper);
  const settled = Object.fromEntries(Object.entries(marks).map(([id, mark]) => [id, mark.settled]));

  it('gives answers that the paper takes', () => {
    const misfits = Object.entries(responses).flatMap(([id, value]) => {
      const why = misfit(
        items.find((item) => item.id === id),
        value,
      );
      return why ? [[id, why]] : [];
    });
    expect(misfits).toEqual([]);
  });

  it('marks every written answer and nothing else', () => {
    const written = items.filter(
      (item) => key[item.id]?.kind === 'rubric' && (item.kind === 'thesis' || !isBlank(responses[item.id])),
    );
    expect(Object.keys(marks).sort()).toEqual(written.map(({ id }) => id).sort());
  });

  it.each(Object.entries(marks))('settles the marks of %s as by hand', (itemId, { first, second, third, settled }) => {
    const full = items.find(({ id }) => id === itemId)?.points ?? 0;
    const limit = full * marking.differenceLimit;
    const two = [first, second].map((points, at) => ({ markerId: `marker${at + 1}`, points }));
    if (third === null) expect(settleMarks(two, limit)).toEqual({ state: 'settled', points: settled });
    else {
      expect(settleMarks(two, limit)).toEqual({ state: 'open', needed: 1 });
      const three = [...two, { markerId: 'marker3', points: third }];
      expect(settleMarks(three, limit)).toEqual({ state: 'settled', points: settled });
    }
    expect(Math.max(first, second, third ?? 0)).toBeLessThanOrEqual(full);
  });

  it('scores the components and the session as by hand', () => {
    const scores = scoreComponents(paper, key, responses, settled);
    expect(scores.map(({ component, pending }) => [component, pending])).toEqual(
      components.map(({ component }) => [component, 0]),
    );
    expect(Object.fromEntries(scores.map(({ component, earned }) => [component, earned]))).toEqual(expected.components);
    expect(weightedScore(scores, components).score).toBe(expected.score);
  });

  it('scores the objective items at once, and has no result while a written answer waits for its marks', () => {
    const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
    const byHand = sum(Object.values(expected.components)) - sum(Object.values(settled));
    expect(scoreObjective(paper, key, responses).earned).toBeCloseTo(byHand, 6);
    const unmarked = weightedScore(scoreComponents(paper, key, responses, {}), components);
    expect(unmarked.score).toBe(Object.keys(marks).length > 0 ? null : expected.score);
  });
});

describe('the hand-marked sittings together', () => {
  it('leave a multiple choice incomplete under each of the three rules', () => {
    const rules = sittings.flatMap(({ sessionId, responses }) => {
      const file = sampleSessions.find((session) => session.sessionId === sessionId)?.file;
      const incomplete = Object.entries(responses).some(([id, value]) => {
        const keyed = file?.key[id];
        if (keyed?.kind !== 'choice' || value.kind !== 'choice' || value.chosen.length === 0) return false;
        return value.chosen.length < keyed.correct.length && value.chosen.every((one) => keyed.correct.includes(one));
      });
      return incomplete && file ? [file.paper.multipleChoiceRule] : [];
    });
    expect(new Set(rules)).toEqual(new Set(['exact', 'half', 'share']));
  });

  it('leave items blank, and call a third marker', () => {
    const marks = sittings.flatMap((sitting) => Object.values(sitting.marks));
    expect(marks.some(({ third }) => third !== null)).toBe(true);
    const answered = sittings.reduce((total, { responses }) => total + Object.keys(responses).length, 0);
    expect(answered).toBeLessThan(sampleSessions.flatMap(({ file }) => itemsOf(file.paper)).length);
  });
});
