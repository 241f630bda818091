import type { Step } from '../startup/step.ts';
import { observeFocus, PRESENT } from './absence.ts';
import type { LockdownParts } from './parts.ts';

type Watched = Pick<LockdownParts, 'window' | 'ownDialogOpen' | 'clock' | 'report'>;

/** The events can fail to come while a window is on top of all others (electron#3222): look as well. */
const LOOK_EVERY_MS = 500;

export function focusWatchMeasure({ window, ownDialogOpen, clock, report }: Watched): Step {
  let presence = PRESENT;
  let timer: NodeJS.Timeout | null = null;

  const look = () => {
    const here = window.isFocused() || ownDialogOpen();
    const seen = observeFocus(presence, here, clock.elapsed());
    presence = seen.presence;
    if (seen.finding) report(seen.finding);
  };
  const stop = () => {
    if (timer) clearInterval(timer);
    timer = null;
    if (window.isDestroyed()) return;
    window.removeListener('blur', look);
    window.removeListener('focus', look);
  };

  return {
    name: 'focus_watch',
    async perform() {
      stop();
      presence = PRESENT;
      window.on('blur', look);
      window.on('focus', look);
      timer = setInterval(look, LOOK_EVERY_MS);
      return window.isFocused() ? undefined : 'the exam window had no focus at the start';
    },
    async revert() {
      stop();
    },
  };
}
