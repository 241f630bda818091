import type { Screen } from 'electron';
import type { Step } from '../startup/step.ts';
import type { ReportFinding } from './finding.ts';

/** Reports every display beyond the first: those there at the start, and each one added later (annex 4 section 2.5). */
export function displayWatchMeasure(screen: Screen, report: ReportFinding): Step {
  const tell = () => {
    const displays = screen.getAllDisplays().length;
    if (displays > 1) report({ kind: 'extra_display', durationMs: 0, detail: { displays } });
  };
  return {
    name: 'display_watch',
    async perform() {
      screen.on('display-added', tell);
      tell();
      return `${screen.getAllDisplays().length} display(s)`;
    },
    async revert() {
      screen.removeListener('display-added', tell);
    },
  };
}
