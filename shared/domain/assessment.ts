import type { Component, ItemType } from './paper.ts';
import { type ComponentScore, roundPoints } from './scoring.ts';
import type { SessionKind } from './timetable.ts';

/** One row of annex 2: what is assessed, in which session, with which item types, for how many points and how much. */
export interface AssessmentComponent {
  component: Component;
  /** As annex 2 prints it, e.g. 职业道德, 操作技能. */
  title: string;
  session: SessionKind;
  itemTypes: ItemType[];
  /** Items of the whole session's paper (题量); null where annex 2 names none. */
  itemCount: number | null;
  points: number;
  /** Share of the session's result, 0..100. */
  weight: number;
}

/** A session's result out of 100. `score` is null while a marker still has something to read. */
export interface WeightedScore {
  score: number | null;
  components: ComponentScore[];
}

/**
 * The result of one session by the weights of annex 2: each component's share of its own points, times its weight.
 * A component whose paper holds other points than annex 2 names is scaled by what the paper holds.
 */
export function weightedScore(
  components: readonly ComponentScore[],
  plan: readonly AssessmentComponent[],
): WeightedScore {
  const weights = new Map(plan.map(({ component, weight }) => [component, weight]));
  const settled = components.every(({ pending }) => pending === 0);
  const sum = components.reduce(
    (total, { component, earned, possible }) =>
      total + (possible === 0 ? 0 : (earned / possible) * (weights.get(component) ?? 0)),
    0,
  );
  return { score: settled ? roundPoints(sum) : null, components: [...components] };
}
