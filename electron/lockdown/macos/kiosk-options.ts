import type { Step } from '../../startup/step.ts';
import { untilSeen } from '../until-seen.ts';
import type { MacState } from './mac-state.ts';
import type { MacStateReader } from './mac-state-reader.ts';
import { leftOpen } from './presentation.ts';

/** Full screen comes with an animation. */
const PATIENCE = { withinMs: 3000, everyMs: 200 };

/**
 * Asks macOS whether the options that Electron's kiosk sets are in force: Dock and menu bar hidden, the Apple menu, process
 * switching, force quit, session termination and hiding taken. They count for the program in front alone; while that is
 * another one there is nothing to say.
 */
export function kioskOptionsMeasure(reader: MacStateReader, ownPid: number): Step {
  const open = ({ front, options }: MacState): string[] =>
    front?.pid === ownPid && options !== null ? leftOpen(options) : [];
  return {
    name: 'kiosk_options',
    async perform() {
      if (await untilSeen(async () => open(await reader.look()).length === 0, PATIENCE)) return undefined;
      throw new Error(`macOS leaves open: ${open(await reader.look()).join(', ')}`);
    },
    probe() {
      const state = reader.recent();
      return state === null || open(state).length === 0;
    },
    async revert() {
      // Set by the kiosk, and lifted with it.
    },
  };
}
