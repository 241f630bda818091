import type { MonotonicClock } from '../../../shared/support/clock.ts';
import type { Step } from '../../startup/step.ts';
import type { ReportFinding } from '../finding.ts';
import { createPressGate } from '../press-gate.ts';
import type { KeyNotice } from './key-hook.ts';
import { startThread, type WatchedThread } from './watched-thread.ts';

/** Of keys that a program puts in, a proctor is told the first and then how many came in each such time. */
const TELL_INJECTED_EVERY_MS = 60_000;

/**
 * Takes the keys that lead out of the exam away from the system and tells of those a proctor needs to know.
 * `threadFile`: the bundled `key-hook-thread`.
 */
export function keyboardMeasure(threadFile: string, clock: MonotonicClock, report: ReportFinding): Step {
  const isNewPress = createPressGate(clock);
  let thread: WatchedThread | null = null;
  let lossesKnown = 0;
  let injected = { keys: 0, toldAt: Number.NEGATIVE_INFINITY };

  /** A program types: remote control, or an aid that the candidate needs. A person looks at it. */
  function tellInjected(): void {
    injected.keys += 1;
    if (clock.elapsed() - injected.toldAt < TELL_INJECTED_EVERY_MS) return;
    report({ kind: 'remote_session', durationMs: 0, detail: { injectedKeys: injected.keys } });
    injected = { keys: 0, toldAt: clock.elapsed() };
  }

  function tell(keys: KeyNotice[]): void {
    for (const key of keys) {
      if (key.injected) tellInjected();
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
      thread = await startThread(threadFile, clock, tell);
      return undefined;
    },
    probe: () => (thread?.isAlive() ?? false) && thread?.losses() === lossesKnown,
    async revert() {
      await thread?.stop();
      thread = null;
    },
  };
}
