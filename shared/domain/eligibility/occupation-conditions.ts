import type { Level } from '../occupation.ts';
import type { Clause } from './condition.ts';
import type { OccupationLists } from './related.ts';

/** One occupation's part of annex 7. */
export interface OccupationConditions {
  lists: OccupationLists;
  levels: Partial<Record<Level, readonly Clause[]>>;
  /** The notes ①②③ under the conditions, in the notice's words and in English. */
  notes: readonly { zh: string; en: string }[];
}
