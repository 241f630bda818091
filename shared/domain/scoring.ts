import {
  type AnswerKey,
  type Component,
  type Item,
  isBlank,
  itemsOf,
  type MultipleChoiceRule,
  type Paper,
  type ResponseValue,
} from './paper.ts';

/** Points of one session: what is certain now, out of what, and what a marker still has to read. */
export interface ObjectiveScore {
  earned: number;
  possible: number;
  pendingMarking: number;
  answered: number;
  items: number;
}

/** Sums of halves and thirds drift in binary; points are kept to the hundredth. */
export const roundPoints = (points: number): number => Math.round((points + Number.EPSILON) * 100) / 100;

/**
 * Points of one choice. Exactly the keyed options give all of it, one wrong option nothing; an incomplete multiple
 * choice what the paper's rule says.
 */
export function choicePoints(
  item: Pick<Item, 'kind' | 'points'>,
  value: ResponseValue | undefined,
  correct: readonly string[],
  rule: MultipleChoiceRule,
): number {
  if (value?.kind !== 'choice') return 0;
  const chosen = new Set(value.chosen);
  const right = correct.filter((id) => chosen.has(id)).length;
  if (chosen.size === 0 || right < chosen.size) return 0;
  if (right === correct.length) return item.points;
  if (item.kind !== 'multiple_choice' || rule === 'exact') return 0;
  return rule === 'half' ? item.points / 2 : roundPoints((item.points * right) / correct.length);
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
    if (!isBlank(value)) score.answered += 1;
    if (keyed?.kind !== 'choice') score.pendingMarking += item.points;
    else {
      score.possible += item.points;
      score.earned = roundPoints(score.earned + choicePoints(item, value, keyed.correct, paper.multipleChoiceRule));
    }
  }
  return score;
}

/** Points of one component in one session. `pending` are points a marker has not settled yet. */
export interface ComponentScore {
  component: Component;
  earned: number;
  possible: number;
  pending: number;
}

/**
 * Points of each component of a paper, objective and marked together.
 *
 * @param marks item id -> settled points of a written item; an item that is left blank needs no marker and earns 0
 */
export function scoreComponents(
  paper: Paper,
  key: AnswerKey,
  responses: Readonly<Record<string, ResponseValue>>,
  marks: Readonly<Record<string, number>>,
): ComponentScore[] {
  const scores = new Map<Component, ComponentScore>();
  for (const { component, items } of paper.sections) {
    const score = scores.get(component) ?? { component, earned: 0, possible: 0, pending: 0 };
    scores.set(component, score);
    for (const item of items) {
      const keyed = key[item.id];
      score.possible += item.points;
      if (keyed?.kind === 'choice') {
        const earned = choicePoints(item, responses[item.id], keyed.correct, paper.multipleChoiceRule);
        score.earned = roundPoints(score.earned + earned);
      } else if (marks[item.id] !== undefined) score.earned = roundPoints(score.earned + (marks[item.id] ?? 0));
      else if (item.kind === 'thesis' || !isBlank(responses[item.id])) score.pending += item.points;
    }
  }
  return [...scores.values()];
}
