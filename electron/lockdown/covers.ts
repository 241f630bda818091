import type { Finding } from '../../shared/contract/shell.ts';
import { type ForeignWindow, windowDetail } from './foreign-window.ts';

/** As for the focus: told within a second. */
const TELL_AFTER_MS = 400;
/** What lies over the paper for so long is no notification any more. */
const LINGERS_FROM_MS = 10_000;

interface Cover {
  window: ForeignWindow;
  since: number;
  /** It had the keyboard as well: the absence tells it. */
  hadFocus: boolean;
  told: 'shown' | 'lingers' | null;
}

/** Windows of others that now lie over the exam window, by their id. Times are monotonic milliseconds. */
export type Covers = ReadonlyMap<number, Cover>;

function tell({ window, since }: Cover, now: number, more: Finding['detail']): Finding {
  return { kind: 'popup', durationMs: now - since, detail: { ...windowDetail(window), ...more } };
}

/** One look at what lies over the exam window at time `now`; `focused` is the id of the window with the keyboard. */
export function observeCovers(
  covers: Covers,
  seen: readonly ForeignWindow[],
  focused: number | null,
  now: number,
): { covers: Covers; findings: Finding[] } {
  const findings: Finding[] = [];
  const still = new Map<number, Cover>();
  for (const window of seen) {
    const known = covers.get(window.id);
    const cover: Cover = {
      window,
      since: known?.since ?? now,
      hadFocus: (known?.hadFocus ?? false) || focused === window.id,
      told: known?.told ?? null,
    };
    const lasts = now - cover.since;
    const due = lasts >= LINGERS_FROM_MS ? 'lingers' : lasts >= TELL_AFTER_MS ? 'shown' : null;
    if (!cover.hadFocus && due !== null && due !== cover.told) {
      cover.told = due;
      findings.push(tell(cover, now, { covers: true, ongoing: true }));
    }
    still.set(window.id, cover);
  }
  for (const [id, cover] of covers) {
    if (still.has(id) || cover.hadFocus) continue;
    findings.push(tell(cover, now, { covers: true, ongoing: false, ...(cover.told ? { again: true } : {}) }));
  }
  return { covers: still, findings };
}
