import type { GlobalShortcut } from 'electron';
import type { MonotonicClock } from '../../shared/support/clock.ts';
import type { Step } from '../startup/step.ts';
import type { ReportFinding } from './finding.ts';
import { createPressGate } from './press-gate.ts';
import type { Shortcut } from './shortcut.ts';

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
  const isNewPress = createPressGate(clock);
  let held: string[] = [];

  function pressed({ accelerator, reportedAs }: Shortcut): void {
    if (reportedAs === null || !isNewPress(accelerator)) return;
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
      held = shortcuts.filter(taken).map(({ accelerator }) => accelerator);
      const missed = shortcuts.map(({ accelerator }) => accelerator).filter((name) => !held.includes(name));
      if (missed.length > 0) {
        throw new Error(`${shortcuts.length - missed.length} of ${shortcuts.length} taken; not: ${missed.join(', ')}`);
      }
      return `${shortcuts.length} taken`;
    },
    probe: () => held.every((accelerator) => registry.isRegistered(accelerator)),
    async revert() {
      held = [];
      registry.unregisterAll();
    },
  };
}
