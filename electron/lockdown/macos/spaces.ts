import type { BrowserWindow, SystemPreferences } from 'electron';
import type { MonotonicClock } from '../../../shared/support/clock.ts';
import type { Step } from '../../startup/step.ts';
import { observeFocus, PRESENT } from '../absence.ts';
import type { ReportFinding } from '../finding.ts';
import type { MacStateReader } from './mac-state-reader.ts';
import { isOnScreen, isOverviewShown } from './window-judgement.ts';

const LOOK_EVERY_MS = 400;

interface Parts {
  window: BrowserWindow;
  examWindow: () => number;
  reader: MacStateReader;
  systemPreferences: Pick<SystemPreferences, 'subscribeWorkspaceNotification' | 'unsubscribeWorkspaceNotification'>;
  clock: MonotonicClock;
  report: ReportFinding;
}

/**
 * Another space and Mission Control: both can take the exam off the screen and leave the keyboard with it, so that no other
 * watch sees an absence. Told as one (LOCK-2), with where it was.
 */
export function spacesMeasure({ window, examWindow, reader, systemPreferences, clock, report }: Parts): Step {
  let subscription: number | null = null;
  let timer: NodeJS.Timeout | null = null;
  let presence = PRESENT;
  let place: 'other_space' | 'mission_control' | null = null;
  let looking = false;

  async function look(): Promise<void> {
    if (looking) return;
    looking = true;
    const state = await reader.look().catch(() => null);
    looking = false;
    if (state === null || timer === null || window.isDestroyed()) return;
    const onScreen = isOnScreen(state, examWindow());
    const overview = isOverviewShown(state);
    // Without the keyboard the window watch tells it.
    const here = (onScreen && !overview) || !window.isFocused();
    if (!here) place = overview ? 'mission_control' : 'other_space';
    const seen = observeFocus(presence, here, clock.elapsed());
    presence = seen.presence;
    if (seen.finding && place) report({ ...seen.finding, detail: { ...seen.finding.detail, place } });
    if (!onScreen) window.show();
  }
  const stop = () => {
    if (timer) clearInterval(timer);
    timer = null;
    if (subscription !== null) systemPreferences.unsubscribeWorkspaceNotification(subscription);
    subscription = null;
  };
  return {
    name: 'spaces',
    async perform() {
      stop();
      presence = PRESENT;
      await reader.look();
      timer = setInterval(() => void look(), LOOK_EVERY_MS);
      const changed = 'NSWorkspaceActiveSpaceDidChangeNotification';
      subscription = systemPreferences.subscribeWorkspaceNotification(changed, () => void look());
      return undefined;
    },
    probe: () => timer !== null,
    async revert() {
      stop();
    },
  };
}
