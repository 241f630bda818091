import type { Finding } from '../../shared/contract/shell.ts';

/** Shorter than this nobody has read or typed anything elsewhere: a pop-up took the focus and gave it back (LOCK-2). */
const POPUP_BELOW_MS = 1000;

/** An absence still going on after this is reported at once, and again with its whole length when it ends. */
const REPORT_WHILE_AWAY_MS = 5000;

/** Whether the exam window has the focus, and since when not. Times are monotonic milliseconds. */
export interface Presence {
  /** Null while the focus is here. */
  awaySince: number | null;
  reportedAway: boolean;
  /** Counts absences, so that the two reports of a long one can be told to be the same. */
  absences: number;
}

export const PRESENT: Presence = { awaySince: null, reportedAway: false, absences: 0 };

/** One look at the focus at time `now`: the new state and what is to be reported, if anything. */
export function observeFocus(
  presence: Presence,
  focused: boolean,
  now: number,
): { presence: Presence; finding: Finding | null } {
  const { awaySince, absences } = presence;
  if (awaySince === null) {
    if (focused) return { presence, finding: null };
    return { presence: { awaySince: now, reportedAway: false, absences: absences + 1 }, finding: null };
  }
  const durationMs = now - awaySince;
  if (focused) {
    const kind = durationMs < POPUP_BELOW_MS ? 'popup' : 'app_switch';
    return {
      presence: { ...presence, awaySince: null, reportedAway: false },
      finding: { kind, durationMs, detail: { absence: absences, ongoing: false } },
    };
  }
  if (presence.reportedAway || durationMs < REPORT_WHILE_AWAY_MS) return { presence, finding: null };
  return {
    presence: { ...presence, reportedAway: true },
    finding: { kind: 'app_switch', durationMs, detail: { absence: absences, ongoing: true } },
  };
}
