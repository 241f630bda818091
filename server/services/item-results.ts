import type { ItemResult } from '../../shared/contract/results.ts';
import type { Item, PaperFile } from '../../shared/domain/paper.ts';
import { choicePoints } from '../../shared/domain/scoring.ts';
import type { Row } from '../sql/tables.ts';
import type { MarkedResponse } from './marked-responses.ts';
import { itemNumbers } from './marking-items.ts';
import type { HandedSession } from './session-results.ts';

const marksOf = (marked: MarkedResponse | undefined): ItemResult['marks'] =>
  (marked?.given ?? []).map((mark) => ({
    ...{ round: mark.round, marker: mark.markerName, points: mark.points, comment: mark.comment, at: mark.at },
    criteria: JSON.parse(mark.criteria_json),
    counts: marked?.standing.includes(mark) ?? false,
  }));

const stateOf = (marked: MarkedResponse | undefined): Pick<ItemResult, 'state' | 'earned'> => {
  if (!marked) return { state: 'blank', earned: 0 };
  return marked.points === null ? { state: 'waiting', earned: null } : { state: 'settled', earned: marked.points };
};

/** A session of one candidate item by item, in the order of the paper as it was written. */
export function itemResults(
  { paper, key }: PaperFile,
  { responses, marked }: HandedSession,
  codes: readonly Row<'marking_code'>[],
): ItemResult[] {
  const numbers = itemNumbers(paper);
  const resultOf = (item: Item): Omit<ItemResult, 'section'> => {
    const value = responses[item.id];
    const keyed = key[item.id];
    const mine = marked.find(({ itemId }) => itemId === item.id);
    const about = { item, number: numbers.get(item.id) ?? 0, marks: marksOf(mine) };
    if (keyed?.kind === 'choice') {
      const earned = choicePoints(item, value, keyed.correct, paper.multipleChoiceRule);
      const response = value ? { kind: 'written' as const, value } : null;
      return { ...about, response, state: 'objective', earned, correct: keyed.correct, criteria: [], code: null };
    }
    const code = codes.find(({ item_id }) => item_id === item.id)?.code ?? null;
    return {
      ...about,
      ...stateOf(mine),
      response: mine?.content ?? null,
      correct: null,
      criteria: keyed?.criteria ?? [],
      code,
    };
  };
  return paper.sections.flatMap(({ title, items }) => items.map((item) => ({ ...resultOf(item), section: title })));
}
