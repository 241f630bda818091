import type { ResponseValue } from '../../../shared/domain/paper.ts';

/** Typing is written at the latest this long after a keystroke. */
export const COMMIT_MS = 300;

export interface TextCommit {
  /** What the field holds now. Ignored while an input method composes: half a syllable is no answer. */
  typed(itemId: string, value: ResponseValue, composing: boolean): void;
  /** Writes what waits: the input method has finished, the field was left, the paper is closing. */
  flush(): void;
}

interface Parts {
  write(itemId: string, value: ResponseValue): void;
  schedule(task: () => void, ms: number): () => void;
}

/** Turns keystrokes into journal entries: several in a burst become one, and none waits longer than 300 ms. */
export function createTextCommit({ write, schedule }: Parts): TextCommit {
  let waiting: { itemId: string; value: ResponseValue } | null = null;
  let cancel: (() => void) | null = null;

  function flush(): void {
    cancel?.();
    cancel = null;
    if (waiting) write(waiting.itemId, waiting.value);
    waiting = null;
  }

  return {
    typed(itemId, value, composing) {
      if (composing) return;
      if (waiting && waiting.itemId !== itemId) flush();
      waiting = { itemId, value };
      cancel ??= schedule(flush, COMMIT_MS);
    },
    flush,
  };
}
