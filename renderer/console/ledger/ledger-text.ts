import type { CameraLedger } from '../../../shared/contract/camera-ledger.ts';
import type { Language } from '../../ui/words.ts';
import { clockText, spanText } from '../time-text.ts';
import type { ledgerWords } from './ledger-words.ts';

type Words = (typeof ledgerWords)['zh-CN'];
export type LedgerSpan = CameraLedger['spans'][number];

/** How a stretch is drawn: what is missing and waited for, or missing and unexplained, looks like neither of the others. */
export type Look = LedgerSpan['state'] | 'awaited' | 'unexplained';

export const LOOKS: readonly Look[] = ['recorded', 'still', 'live', 'missing', 'awaited', 'unexplained'];

export const lookOf = ({ state, cause }: LedgerSpan): Look =>
  cause === 'awaited' || cause === 'unexplained' ? cause : state;

const causeText = (cause: string, words: Words): string => words.cause[cause] ?? cause;

/** `14:03:09 至 14:03:20（11 秒）：缺失，网络断开`. */
export function stretchText(span: LedgerSpan, words: Words, language: Language): string {
  const { from, seconds, state, cause } = span;
  const until = from + seconds * 1_000;
  const what = cause === null ? words.state[state] : words.missingFor(causeText(cause, words));
  return words.read(clockText(from), clockText(until), spanText(seconds * 1_000, language), what);
}

/** `已录像 98.4%，缺失 34 秒：网络断开 20 秒、手机切到后台或锁屏 14 秒`: the greatest cause first. */
export function summaryText({ totals }: CameraLedger, words: Words, language: Language): string {
  const span = (seconds: number) => spanText(seconds * 1_000, language);
  const { owed, recorded, still, live, missing, causes } = totals;
  // Rounded down: whatever is missing, it never says 100 %.
  const percent = `${(Math.floor((recorded * 1_000) / Math.max(1, owed)) / 10).toFixed(1)}%`;
  const parts = Object.entries(causes)
    .sort(([, left], [, right]) => right - left)
    .map(([cause, seconds]) => words.part(causeText(cause, words), span(seconds)));
  const [colon, comma, break_] = language === 'en' ? [': ', ', ', '; '] : ['：', '、', '；'];
  const said = words.summary(percent, missing > 0 ? `${span(missing)}${colon}${parts.join(comma)}` : null);
  const only = [still > 0 ? words.still(span(still)) : null, live > 0 ? words.live(span(live)) : null];
  return [said, ...only.filter((part) => part !== null)].join(break_);
}
