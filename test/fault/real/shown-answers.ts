/** What the exam window showed of each choice, kept where no kill of it reaches. */
export interface ShownAnswers {
  /** About to be chosen. */
  choosing(itemId: string, value: string): void;
  /** The window says that this choice is saved, here or at the exam centre. */
  saved(itemId: string, value: string): void;
  /** Whether this is what was last shown as saved, or something chosen after it that a kill overtook. */
  explains(itemId: string, value: string | null): boolean;
  /** After a damage that was named: from here on this is what there is. */
  settle(itemId: string, value: string | null): void;
  readonly itemIds: readonly string[];
  readonly savedCount: number;
}

export function createShownAnswers(): ShownAnswers {
  /** Of each item what may be there, oldest first: the first is what was shown as saved. */
  const possible = new Map<string, (string | null)[]>();
  let savedCount = 0;
  const of = (itemId: string): (string | null)[] => possible.get(itemId) ?? [null];
  return {
    choosing: (itemId, value) => void possible.set(itemId, [...of(itemId), value]),
    saved(itemId, value) {
      const values = of(itemId);
      const at = values.lastIndexOf(value);
      // Shown again after the item was left and opened: nothing new.
      if (at <= 0) return;
      savedCount += 1;
      possible.set(itemId, values.slice(at));
    },
    settle: (itemId, value) => void possible.set(itemId, [value]),
    explains: (itemId, value) => of(itemId).includes(value),
    get itemIds() {
      return [...possible.keys()];
    },
    get savedCount() {
      return savedCount;
    },
  };
}
