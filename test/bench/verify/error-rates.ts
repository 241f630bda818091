/** One compared pair. */
export interface Scored {
  similarity: number;
  same: boolean;
}

export interface ErrorRates {
  /** Where as many of the same are refused as of different accepted, and the similarity at which. */
  equalError: number;
  equalAt: number;
  /** Share of the same that is accepted when at most this share of different is. */
  acceptedAt(falseAccepts: number): { share: number; similarity: number };
}

/** What a threshold on similarity would do, for every threshold there is. NaN where one of the two sorts is missing. */
export function errorRates(scored: readonly Scored[]): ErrorRates {
  const of = (kind: boolean): number[] =>
    scored.filter(({ same }) => same === kind).map(({ similarity }) => similarity);
  const [same, different] = [of(true), of(false)];
  const accepted = (values: readonly number[], threshold: number): number =>
    values.filter((value) => value >= threshold).length / values.length;
  const points = [...new Set([...scored.map(({ similarity }) => similarity), Number.POSITIVE_INFINITY])].map(
    (similarity) => ({
      similarity,
      refusedSame: 1 - accepted(same, similarity),
      acceptedDifferent: accepted(different, similarity),
    }),
  );
  const closest = points.reduce((best, point) =>
    Math.abs(point.refusedSame - point.acceptedDifferent) < Math.abs(best.refusedSame - best.acceptedDifferent)
      ? point
      : best,
  );
  return {
    equalError: (closest.refusedSame + closest.acceptedDifferent) / 2,
    equalAt: closest.similarity,
    acceptedAt(falseAccepts) {
      const allowed = points.filter(({ acceptedDifferent }) => acceptedDifferent <= falseAccepts);
      const lowest = allowed.reduce((best, point) => (point.refusedSame < best.refusedSame ? point : best));
      return { share: 1 - lowest.refusedSame, similarity: lowest.similarity };
    },
  };
}
