import { decideKey, type KeyDecision, type KeyEvent, type KeyPolicy } from './key-decision.ts';
import { VK } from './virtual-key.ts';

/** A held key repeats sooner; a release lost to another desktop must not leave the Windows key held for ever. */
const WIN_HELD_MS = 1000;

export type RawKey = Omit<KeyEvent, 'win'> & { at: number };

/** Decides each event of a keyboard in turn, remembering what was swallowed. */
export interface KeyAccount {
  next(key: RawKey): KeyDecision;
}

export function createKeyAccount(policy: KeyPolicy): KeyAccount {
  const swallowed = new Set<number>();
  let winSince: number | null = null;

  return {
    next({ at, ...key }) {
      const isWin = key.virtualKey === VK.LEFT_WIN || key.virtualKey === VK.RIGHT_WIN;
      const win = winSince !== null && at - winSince < WIN_HELD_MS;
      const decision = decideKey({ ...key, win }, policy);
      if (key.down) {
        if (isWin) winSince = at;
        if (decision.swallow) swallowed.add(key.virtualKey);
        else swallowed.delete(key.virtualKey);
        return decision;
      }
      if (isWin) winSince = null;
      // Windows tells a print-screen press to hooks, but some keyboards send its release only.
      const swallow = swallowed.delete(key.virtualKey) || key.virtualKey === VK.PRINT_SCREEN;
      return { ...decision, swallow, reportedAs: key.virtualKey === VK.PRINT_SCREEN ? decision.reportedAs : null };
    },
  };
}
