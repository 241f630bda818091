/**
 * Keeps what is already shown in its order while a person aims at it; what is new goes to the end. `held`: keys in the
 * order shown, null when nobody aims.
 */
export function inHeldOrder<Item>(
  items: readonly Item[],
  held: readonly string[] | null,
  keyOf: (item: Item) => string,
): Item[] {
  if (!held) return [...items];
  const position = (item: Item): number => {
    const index = held.indexOf(keyOf(item));
    return index === -1 ? held.length : index;
  };
  return [...items].sort((left, right) => position(left) - position(right));
}
