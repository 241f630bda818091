import type { BrowserWindow, Event as ElectronEvent } from 'electron';
import type { Step } from '../startup/step.ts';
import type { ReportFinding } from './finding.ts';

/** While locked the window does not close or shrink (Alt+F4, a window manager's menu); `quit` undoes this first. */
export function closeGuardMeasure(window: BrowserWindow, report: ReportFinding): Step {
  const refuse = (event: ElectronEvent) => {
    event.preventDefault();
    report({ kind: 'app_switch', durationMs: 0, detail: { attempted: 'close' } });
  };
  return {
    name: 'close_guard',
    async perform() {
      window.removeListener('close', refuse);
      window.on('close', refuse);
      window.setMinimizable(false);
      return undefined;
    },
    probe: () => window.listeners('close').includes(refuse),
    async revert() {
      if (window.isDestroyed()) return;
      window.removeListener('close', refuse);
      window.setMinimizable(true);
    },
  };
}
