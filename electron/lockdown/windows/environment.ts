import type { Step } from '../../startup/step.ts';
import type { ReportFinding } from '../finding.ts';
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
      const known = new Set<string>();
      const look = () => {
        for (const hint of environmentHints({ ...environmentFacts(win32, DRIVERS_TO_ASK_FOR), processor })) {
          const said = JSON.stringify(hint);
          if (!known.has(said)) report(hint);
          known.add(said);
        }
      };
      look();
      timer = setInterval(look, LOOK_EVERY_MS);
      return known.size > 0 ? `${known.size} hint(s)` : undefined;
    },
    probe: () => timer !== null,
    async revert() {
      stop();
    },
  };
}
