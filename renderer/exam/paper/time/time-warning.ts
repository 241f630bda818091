/** Minutes before the end at which the candidate is told, the nearest last. */
export const WARNINGS = [15, 5, 1] as const;
export type WarningMinutes = (typeof WARNINGS)[number];

/** The warning that holds when `left` milliseconds remain, null before the first and at the end. */
export function timeWarning(left: number): WarningMinutes | null {
  if (left <= 0) return null;
  return WARNINGS.filter((minutes) => left <= minutes * 60_000).at(-1) ?? null;
}
