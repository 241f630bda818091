/** Of how many so many are, to three places; null of none. */
export const share = (part: number, of: number): number | null =>
  of === 0 ? null : Math.round((part / of) * 1_000) / 1_000;
