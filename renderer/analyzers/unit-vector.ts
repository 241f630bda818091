/** The mean of two vectors of unit length, brought to unit length again. Throws RangeError when they cancel out. */
export function meanDirection(left: readonly number[], right: readonly number[]): number[] {
  if (left.length !== right.length) throw new RangeError(`lengths differ: ${left.length} and ${right.length}`);
  const sum = left.map((value, index) => value + (right[index] ?? 0));
  const length = Math.hypot(...sum);
  if (length === 0) throw new RangeError('opposite vectors have no mean direction');
  return sum.map((value) => value / length);
}
