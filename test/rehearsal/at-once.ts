/** Works through `all` in order, so many at the same time. Rejects with the first failure. */
export async function atOnce<Item>(
  count: number,
  all: Iterable<Item>,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const waiting = [...all];
  await Promise.all(
    Array.from({ length: count }, async () => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await work(next);
    }),
  );
}
