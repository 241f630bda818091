/** A stretch of time, `until` excluded. */
export interface Stretch {
  from: number;
  until: number;
}

/** The same time as stretches that neither overlap nor touch, in order. */
export function united(stretches: readonly Stretch[]): Stretch[] {
  const apart: Stretch[] = [];
  const ordered = stretches.filter(({ from, until }) => until > from).sort((left, right) => left.from - right.from);
  for (const { from, until } of ordered) {
    const last = apart.at(-1);
    if (last && from <= last.until) last.until = Math.max(last.until, until);
    else apart.push({ from, until });
  }
  return apart;
}

/** How many milliseconds of each of `count` seconds from `firstSecond` on the stretches cover; overlap counts once. */
export function coveredMs(stretches: readonly Stretch[], firstSecond: number, count: number): Float64Array {
  const covered = new Float64Array(count);
  const [start, end] = [firstSecond * 1_000, (firstSecond + count) * 1_000];
  for (const stretch of united(stretches)) {
    const [from, until] = [Math.max(stretch.from, start), Math.min(stretch.until, end)];
    for (let at = from; at < until; ) {
      const index = Math.floor(at / 1_000) - firstSecond;
      const next = Math.min(until, (firstSecond + index + 1) * 1_000);
      covered[index] = (covered[index] ?? 0) + next - at;
      at = next;
    }
  }
  return covered;
}
