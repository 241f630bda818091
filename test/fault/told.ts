import type { Figure } from '../rehearsal/figures.ts';

/** A figure that is told and held against nothing. */
export const told = (figure: string, value: number | string, unit: string): Figure => ({
  ...{ figure, value, unit, reference: null, ratio: null, goal: 'told', holds: true },
});
