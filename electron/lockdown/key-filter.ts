import type { BrowserWindow, Event as ElectronEvent, Input } from 'electron';
import type { MonotonicClock } from '../../shared/support/clock.ts';
import type { Step } from '../startup/step.ts';
import { blockedKey } from './blocked-key.ts';
import type { ReportFinding } from './finding.ts';
import { createPressGate } from './press-gate.ts';

/** Stops browser keys before the page sees them: the second line behind the global shortcuts, and the only one where those are taken. */
export function keyFilterMeasure(
  window: BrowserWindow,
  platform: NodeJS.Platform,
  clock: MonotonicClock,
  report: ReportFinding,
): Step {
  const isNewPress = createPressGate(clock);
  const filter = (event: ElectronEvent, input: Input) => {
    const blocked = blockedKey(input, platform);
    if (!blocked) return;
    event.preventDefault();
    if (blocked.reportedAs !== null && isNewPress(input.code)) {
      report({ kind: blocked.reportedAs, durationMs: 0, detail: { key: input.code, blocked: true } });
    }
  };
  return {
    name: 'key_filter',
    async perform() {
      window.webContents.removeListener('before-input-event', filter);
      window.webContents.on('before-input-event', filter);
      return undefined;
    },
    probe: () => window.webContents.listeners('before-input-event').includes(filter),
    async revert() {
      if (!window.isDestroyed()) window.webContents.removeListener('before-input-event', filter);
    },
  };
}
