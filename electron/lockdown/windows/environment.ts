import type { Step } from '../../startup/step.ts';
import { type ReportFinding, reportOnce } from '../finding.ts';
import { environmentFacts } from './environment-facts.ts';
import { DRIVERS_TO_ASK_FOR, environmentHints } from './environment-hints.ts';
import { processorFacts } from './processor.ts';
import { loadWin32 } from './win32.ts';

const LOOK_EVERY_MS = 10_000;

/** Tells each hint of the environment once, those at the start and those that come during the exam. */
export function environmentMeasure(report: ReportFinding): Step {
  let timer: NodeJS.Timeout | null = null;
  const stop = () => {
    if (timer) clearInterval(timer);
    timer = null;
  };
  return {
    name: 'environment',
    async perform() {
      stop();
      const win32 = await loadWin32();
      const processor = processorFacts(win32);
      const tell = reportOnce(report);
      const look = (): number => {
        const hints = environmentHints({ ...environmentFacts(win32, DRIVERS_TO_ASK_FOR), processor });
        hints.forEach(tell);
        return hints.length;
      };
      const count = look();
      timer = setInterval(look, LOOK_EVERY_MS);
      return count > 0 ? `${count} hint(s)` : undefined;
    },
    probe: () => timer !== null,
    async revert() {
      stop();
    },
  };
}
