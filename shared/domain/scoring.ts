import type { AnswerKey, Paper, ResponseValue } from './paper.ts';
import { itemsOf } from './paper.ts';

/** Points of one session: what is certain now, out of what, and what a marker still has to read. */
export interface ObjectiveScore {
  earned: number;
  possible: number;
  pendingMarking: number;
  answered: number;
  items: number;
}

/** A choice is right when exactly the keyed options are chosen: multiple choice gives all its points or none. */
export function isRight(value: ResponseValue | undefined, correct: readonly string[]): boolean {
  if (value?.kind !== 'choice') return false;
  const chosen = new Set(value.chosen);
  return chosen.size === correct.length && correct.every((id) => chosen.has(id));
}

export function scoreObjective(
  paper: Paper,
  key: AnswerKey,
  responses: Readonly<Record<string, ResponseValue>>,
): ObjectiveScore {
  const score: ObjectiveScore = { earned: 0, possible: 0, pendingMarking: 0, answered: 0, items: 0 };
  for (const item of itemsOf(paper)) {
    const keyed = key[item.id];
    const value = responses[item.id];
    score.items += 1;
    if (value) score.answered += 1;
    if (keyed?.kind !== 'choice') score.pendingMarking += item.points;
    else {
      score.possible += item.points;
      if (isRight(value, keyed.correct)) score.earned += item.points;
    }
  }
  return score;
}
