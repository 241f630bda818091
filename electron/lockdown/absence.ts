import type { Finding } from '../../shared/contract/shell.ts';

/** An absence is told within a second of its beginning, whatever becomes of it. */
const TELL_AFTER_MS = 400;
/** Shorter than this nobody has read or typed anything elsewhere: a pop-up took the focus and gave it back (LOCK-2). */
const SWITCH_FROM_MS = 1500;

/** Whether the exam window has the focus, and since when not. Times are monotonic milliseconds. */
export interface Presence {
  /** Null while the focus is here. */
  awaySince: number | null;
  /** What this absence has been told as. */
  told: 'popup' | 'app_switch' | null;
  /** Counts absences, so that the reports of one can be told to be the same. */
  absences: number;
}

export const PRESENT: Presence = { awaySince: null, told: null, absences: 0 };

/**
 * One look at the focus at time `now`: the new state and what is to be reported, if anything. An absence that lasts is
 * told as a pop-up first and as a switch once it is one; when it ends its whole length is told, `again` where that is
 * nothing new.
 */
export function observeFocus(
  presence: Presence,
  focused: boolean,
  now: number,
): { presence: Presence; finding: Finding | null } {
  const { awaySince, told, absences } = presence;
  if (awaySince === null) {
    if (focused) return { presence, finding: null };
    return { presence: { awaySince: now, told: null, absences: absences + 1 }, finding: null };
  }
  const durationMs = now - awaySince;
  const kind = durationMs < SWITCH_FROM_MS ? 'popup' : 'app_switch';
  if (focused) {
    const detail = { absence: absences, ongoing: false, ...(told === kind ? { again: true } : {}) };
    return { presence: { ...PRESENT, absences }, finding: { kind, durationMs, detail } };
  }
  if (durationMs < TELL_AFTER_MS || told === kind) return { presence, finding: null };
  return {
    presence: { ...presence, told: kind },
    finding: { kind, durationMs, detail: { absence: absences, ongoing: true } },
  };
}
