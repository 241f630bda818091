import type { MonotonicClock } from '../../../shared/support/clock.ts';
import type { Step } from '../../startup/step.ts';
import type { ReportFinding } from '../finding.ts';
import { createPressGate } from '../press-gate.ts';
import type { KeyNotice } from './key-hook.ts';
import type { ThreadNews } from './key-hook-thread.ts';
import { startThread, type WatchedThread } from './watched-thread.ts';

/** Of keys that a program puts in, a proctor is told the first and then how many came in each such time. */
const TELL_INJECTED_EVERY_MS = 60_000;

interface Parts {
  /** The bundled `key-hook-thread`. */
  threadFile: string;
  /** Called when another window has come to the front, which the same thread hears of. */
  frontChanged(): void;
  clock: MonotonicClock;
  report: ReportFinding;
}

/**
 * Takes the keys that lead out of the exam away from the system and tells of those a proctor needs to know.
 */
export function keyboardMeasure({ threadFile, frontChanged, clock, report }: Parts): Step {
  const isNewPress = createPressGate(clock);
  let thread: WatchedThread | null = null;
  let lossesKnown = 0;

  /** A program types: remote control, or an aid that the candidate needs. A person looks at it. */
  function countInjected(blocked: boolean): () => void {
    let [keys, toldAt] = [0, Number.NEGATIVE_INFINITY];
    return () => {
      keys += 1;
      if (clock.elapsed() - toldAt < TELL_INJECTED_EVERY_MS) return;
      report({ kind: 'remote_session', durationMs: 0, detail: { injectedKeys: keys, blocked } });
      [keys, toldAt] = [0, clock.elapsed()];
    };
  }
  const blockedKey = countInjected(true);
  const passedKey = countInjected(false);

  function hear({ keys, front }: ThreadNews): void {
    if (front) frontChanged();
    tell(keys);
  }

  function tell(keys: KeyNotice[]): void {
    for (const key of keys) {
      if (key.injected) (key.swallowed ? blockedKey : passedKey)();
      if (key.reportedAs === null || !isNewPress(key.name)) continue;
      report({ kind: key.reportedAs, durationMs: 0, detail: { key: key.name, blocked: key.swallowed } });
    }
  }

  return {
    name: 'keyboard',
    async perform() {
      if (thread?.isAlive()) {
        // It was noticed that the system had taken the hook away; the thread has taken it again since.
        const again = thread.losses() - lossesKnown;
        lossesKnown = thread.losses();
        return again > 0 ? `the hook was lost and taken again ${again} time(s)` : undefined;
      }
      await thread?.stop().catch(() => undefined);
      lossesKnown = 0;
      thread = await startThread(threadFile, clock, hear);
      return undefined;
    },
    probe: () => (thread?.isAlive() ?? false) && thread?.losses() === lossesKnown,
    async revert() {
      await thread?.stop();
      thread = null;
    },
  };
}
