import type { PowerSaveBlocker } from 'electron';
import type { Step } from '../startup/step.ts';

/** The display does not sleep and no screen saver covers the exam while somebody is thinking. */
export function powerSaveMeasure(blocker: PowerSaveBlocker): Step {
  let id: number | null = null;
  return {
    name: 'power_save',
    async perform() {
      id ??= blocker.start('prevent-display-sleep');
      if (!blocker.isStarted(id)) throw new Error('the system does not let its display be kept awake');
      return undefined;
    },
    probe: () => id !== null && blocker.isStarted(id),
    async revert() {
      if (id !== null && blocker.isStarted(id)) blocker.stop(id);
      id = null;
    },
  };
}
