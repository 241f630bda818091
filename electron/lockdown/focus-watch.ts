import type { Step } from '../startup/step.ts';
import { observeFocus, PRESENT } from './absence.ts';
import { type Covers, observeCovers } from './covers.ts';
import { type ForeignWindow, type WindowLook, windowDetail } from './foreign-window.ts';
import type { LockdownParts } from './parts.ts';

type Watched = Pick<LockdownParts, 'window' | 'eyes' | 'ownDialogOpen' | 'clock' | 'report'>;

/** The events can fail to come while a window is on top of all others (electron#3222): look as well. */
const LOOK_EVERY_MS = 250;
/** Who wants the focus badly enough gets it again at once; a fight over it would only flicker. */
const TAKE_BACK_EVERY_MS = 1000;

const NOBODY: WindowLook = { focused: null, covering: [] };

/** Watches who has the keyboard and what lies over the exam window, and takes both back. */
export function focusWatchMeasure({ window, eyes, ownDialogOpen, clock, report }: Watched): Step {
  let presence = PRESENT;
  let covers: Covers = new Map();
  let timer: NodeJS.Timeout | null = null;
  let lookedAt = 0;
  let takenBackAt = Number.NEGATIVE_INFINITY;
  /** Who has the focus in this absence, once somebody could tell. */
  let culprit: ForeignWindow | null = null;
  let looking = false;

  async function lookAtWindows(): Promise<void> {
    if (!eyes || looking) return;
    looking = true;
    const seen = await eyes.look().catch(() => NOBODY);
    looking = false;
    if (timer === null) return;
    culprit ??= seen.focused;
    const covering = ownDialogOpen() ? [] : seen.covering;
    const outcome = observeCovers(covers, covering, seen.focused?.id ?? null, clock.elapsed());
    covers = outcome.covers;
    outcome.findings.forEach(report);
    if (covering.length > 0) window.moveTop();
  }

  function takeBack(now: number): void {
    if (now - takenBackAt < TAKE_BACK_EVERY_MS) return;
    takenBackAt = now;
    window.moveTop();
    window.focus();
  }

  const lookAtFocus = () => {
    const now = clock.elapsed();
    lookedAt = now;
    const here = window.isFocused() || ownDialogOpen();
    const seen = observeFocus(presence, here, now);
    presence = seen.presence;
    if (seen.finding) {
      const who = culprit ? windowDetail(culprit) : {};
      report({ ...seen.finding, detail: { ...who, ...seen.finding.detail } });
    }
    if (here) culprit = null;
    return { here, now };
  };
  const look = () => {
    const { here, now } = lookAtFocus();
    void lookAtWindows().then(() => {
      // Taken back only once it is known from whom.
      if (!here && timer !== null && !window.isFocused()) takeBack(now);
    });
  };
  const stop = () => {
    if (timer) clearInterval(timer);
    timer = null;
    eyes?.close();
    if (window.isDestroyed()) return;
    window.removeListener('blur', look);
    window.removeListener('focus', look);
  };

  return {
    name: 'focus_watch',
    async perform() {
      stop();
      presence = PRESENT;
      covers = new Map();
      culprit = null;
      const blind = await eyes?.open(look).then(
        () => null,
        (cause: Error) => `only the own focus is seen: ${cause.message}`,
      );
      window.on('blur', look);
      window.on('focus', look);
      lookedAt = clock.elapsed();
      timer = setInterval(look, LOOK_EVERY_MS);
      return blind ?? (window.isFocused() ? undefined : 'the exam window had no focus at the start');
    },
    probe: () => timer !== null && clock.elapsed() - lookedAt < 20 * LOOK_EVERY_MS,
    async revert() {
      stop();
    },
  };
}
