import type { ResponseValue } from '../../../shared/domain/paper.ts';
import type { WhenIdle } from '../window/when-idle.ts';

/** Typing is written at the latest this long after a keystroke. */
export const COMMIT_MS = 300;
/** The last part of that is spent waiting for a moment between two frames: the next key does not wait for the writing. */
const IDLE_WITHIN_MS = 100;

export interface TextCommit {
  /** What the field holds now. Text that an input method still composes waits: half a syllable is no answer yet. */
  typed(itemId: string, value: ResponseValue, composing: boolean): void;
  /**
   * Writes what the field shows: the input method has finished, the field is left, or the paper closes. Then
   * unfinished text counts too, because it is what the candidate sees and there may be no later moment.
   */
  flush(): void;
}

interface Parts {
  write(itemId: string, value: ResponseValue): void;
  schedule(task: () => void, ms: number): () => void;
  whenIdle: WhenIdle;
}

interface Typing {
  itemId: string;
  value: ResponseValue;
}

/** Turns keystrokes into journal entries: several in a burst become one, and none waits longer than 300 ms. */
export function createTextCommit({ write, schedule, whenIdle }: Parts): TextCommit {
  let finished: Typing | null = null;
  let composed: Typing | null = null;
  let cancel: (() => void) | null = null;

  function writeFinished(): void {
    cancel?.();
    cancel = null;
    if (finished) write(finished.itemId, finished.value);
    finished = null;
  }

  function waitForIdle(): void {
    cancel = whenIdle(writeFinished, IDLE_WITHIN_MS);
  }

  function flush(): void {
    if (composed) finished = composed;
    composed = null;
    writeFinished();
  }

  return {
    typed(itemId, value, composing) {
      const before = composed ?? finished;
      if (before && before.itemId !== itemId) flush();
      if (composing) {
        composed = { itemId, value };
        return;
      }
      composed = null;
      finished = { itemId, value };
      cancel ??= schedule(waitForIdle, COMMIT_MS - IDLE_WITHIN_MS);
    },
    flush,
  };
}
