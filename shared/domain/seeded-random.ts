/**
 * A sequence of numbers in [0, 1) that is the same on every machine for the same seed: FNV-1a over the text, then
 * mulberry32. For an order that must be found again years later, not for secrets.
 */
export function seededRandom(seed: string): () => number {
  let state = 0x811c9dc5;
  for (let index = 0; index < seed.length; index += 1) {
    state = Math.imul(state ^ seed.charCodeAt(index), 0x01000193);
  }
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The members in an order drawn from `random` (Fisher-Yates). The given list stays as it is. */
export function shuffled<Member>(members: readonly Member[], random: () => number): Member[] {
  const order = [...members];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const drawn = Math.floor(random() * (last + 1));
    [order[last], order[drawn]] = [order[drawn] as Member, order[last] as Member];
  }
  return order;
}
