import { environmentFacts } from '../../../electron/lockdown/windows/environment-facts.ts';
import { DRIVERS_TO_ASK_FOR, environmentHints } from '../../../electron/lockdown/windows/environment-hints.ts';
import { type ProcessorFacts, processorFacts } from '../../../electron/lockdown/windows/processor.ts';
import type { Win32 } from '../../../electron/lockdown/windows/win32.ts';
import { atLeast, below, exactly, type Figure, matching } from '../../rehearsal/figures.ts';

/** A look is taken in the shell's main process each ten seconds. */
const MOST_PER_LOOK_MS = 100;

const processorText = (processor: ProcessorFacts | null): string | null =>
  processor && `${processor.hypervisor || 'no hypervisor'}, ${processor.ticks} ticks`;

/** What Windows says of itself is read at all; what it means is proved beside the code. */
export async function tryEnvironment(win32: Win32): Promise<Figure[]> {
  // The first look loads what the others have.
  environmentFacts(win32, DRIVERS_TO_ASK_FOR);
  const processor = processorFacts(win32);
  const start = performance.now();
  const facts = environmentFacts(win32, DRIVERS_TO_ASK_FOR);
  const took = Math.round(performance.now() - start);
  const remote = environmentHints({ ...facts, processor }).filter(({ kind }) => kind === 'remote_session');
  return [
    exactly('remote session', String(facts.remoteSession), 'text', 'false'),
    exactly('hints of remote control', remote.length, 'hints', 0),
    atLeast('display adapters in use', facts.adapters.length, 'adapters', 1),
    exactly('ways to a display', facts.paths.length, 'paths', 1),
    matching('what the processor says of itself', processorText(processor), /^(no hypervisor|[ -~]{1,12}), \d+ ticks$/),
    below('a look at the environment', took, 'ms', MOST_PER_LOOK_MS),
  ];
}
