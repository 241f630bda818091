import { clockText } from '../time-text.ts';
import type { AttentionCause } from './attention.ts';
import type { statusWords } from './status-words.ts';
import type { wallWords } from './wall-words.ts';

interface CauseWords {
  status: (typeof statusWords)['zh-CN'];
  wall: (typeof wallWords)['zh-CN'];
}

/** One reason in words, e.g. `离线`, `画面静止 · 手机`, `新违规 2 次`. */
export function causeText(cause: AttentionCause, { status, wall }: CauseWords): string {
  if (cause.reason === 'new_violation') return wall.newViolations(cause.count);
  const what = status.reason[cause.reason];
  return cause.reason === 'picture_frozen' ? `${what} · ${wall.camera[cause.camera]}` : what;
}

/** The reason with its time, e.g. `离线 · 自 14:03:22`. */
export function causeSinceText(cause: AttentionCause, words: CauseWords): string {
  const what = causeText(cause, words);
  const { status } = words;
  return cause.since === null ? what : `${what} · ${status.since(clockText(cause.since))}`;
}
