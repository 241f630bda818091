import type { BrowserWindow } from 'electron';
import type { Step } from '../../startup/step.ts';
import { untilSeen } from '../until-seen.ts';
import type { MacState } from './mac-state.ts';
import type { MacStateReader } from './mac-state-reader.ts';
import { sharingOf } from './window-judgement.ts';

const NOT_SHARED = 0;
const PATIENCE = { withinMs: 2000, everyMs: 200 };
/** From here on the system's own recorder (ScreenCaptureKit) shows windows that are not shared. */
const IGNORED_FROM_MACOS = 15;

interface Parts {
  window: BrowserWindow;
  examWindow: () => number;
  reader: MacStateReader;
  /** 13 for macOS 13.6; 10 for all before macOS 11. */
  macosMajor: number;
}

/** Keeps the exam out of captures, and asks the window server whether it does: it has been seen not to take (electron#19880). */
export function keptFromCapturesMeasure({ window, examWindow, reader, macosMajor }: Parts): Step {
  /** Off the screen nobody can say, and nothing is captured. */
  const isKept = (state: MacState) => [NOT_SHARED, null].includes(sharingOf(state, examWindow()));
  return {
    name: 'content_protection',
    async perform() {
      window.setContentProtection(true);
      if (!(await untilSeen(async () => isKept(await reader.look()), PATIENCE))) {
        throw new Error('macOS does not keep the window out of captures');
      }
      return macosMajor >= IGNORED_FROM_MACOS
        ? 'left out, except of recorders of macOS 15 and later'
        : 'left out of captures';
    },
    probe() {
      const state = reader.recent();
      return state === null || isKept(state);
    },
    async revert() {
      if (!window.isDestroyed()) window.setContentProtection(false);
    },
  };
}
