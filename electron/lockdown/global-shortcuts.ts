import type { GlobalShortcut } from 'electron';
import type { MonotonicClock } from '../../shared/support/clock.ts';
import type { Step } from '../startup/step.ts';
import type { ReportFinding } from './finding.ts';
import type { Shortcut } from './shortcut.ts';

/** A key held down repeats; one press is one finding. */
const SAME_PRESS_MS = 1000;

/**
 * Takes key combinations away from the whole system. What another program or the system itself holds cannot be
 * taken, and Electron says so only in the value returned: those are named in the failure, the others stay taken.
 */
export function globalShortcutsMeasure(
  registry: GlobalShortcut,
  shortcuts: readonly Shortcut[],
  clock: MonotonicClock,
  report: ReportFinding,
): Step {
  const lastPressed = new Map<string, number>();

  function pressed({ accelerator, reportedAs }: Shortcut): void {
    const now = clock.elapsed();
    const before = lastPressed.get(accelerator);
    lastPressed.set(accelerator, now);
    if (reportedAs === null || (before !== undefined && now - before < SAME_PRESS_MS)) return;
    report({ kind: reportedAs, durationMs: 0, detail: { key: accelerator, blocked: true } });
  }

  function taken(shortcut: Shortcut): boolean {
    try {
      return registry.register(shortcut.accelerator, () => pressed(shortcut));
    } catch {
      // Thrown for a combination this system has no key for.
      return false;
    }
  }

  return {
    name: 'global_shortcuts',
    async perform() {
      registry.unregisterAll();
      const missed = shortcuts.filter((shortcut) => !taken(shortcut)).map(({ accelerator }) => accelerator);
      if (missed.length > 0) {
        throw new Error(`${shortcuts.length - missed.length} of ${shortcuts.length} taken; not: ${missed.join(', ')}`);
      }
      return `${shortcuts.length} taken`;
    },
    async revert() {
      registry.unregisterAll();
    },
  };
}
