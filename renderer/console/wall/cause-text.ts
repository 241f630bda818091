import { clockText } from '../time-text.ts';
import type { AttentionCause } from './attention.ts';
import type { statusWords } from './status-words.ts';
import type { wallWords } from './wall-words.ts';

interface CauseWords {
  status: (typeof statusWords)['zh-CN'];
  wall: (typeof wallWords)['zh-CN'];
}

/** One reason in words with its time, e.g. `离线 自 14:03:22`, `画面静止（手机） 自 14:05:00`. */
export function causeText(cause: AttentionCause, { status, wall }: CauseWords): string {
  const what =
    cause.reason === 'new_violation'
      ? wall.newViolations(cause.count)
      : cause.reason === 'picture_frozen'
        ? `${status.reason.picture_frozen} · ${wall.camera[cause.camera]}`
        : status.reason[cause.reason];
  return cause.since === null ? what : `${what} · ${status.since(clockText(cause.since))}`;
}
