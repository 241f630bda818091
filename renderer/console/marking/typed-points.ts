import { POINT_STEP } from '../../../shared/domain/marking.ts';

/** Full-width digits and points, as a Chinese input method writes them, in their plain form. */
const plain = (typed: string): string =>
  typed
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[．。，,]/g, '.')
    .trim();

/** What was typed as points: `empty` while nothing is there, `wrong` for anything but halves from 0 to `most`. */
export function typedPoints(typed: string, most: number): number | 'empty' | 'wrong' {
  const text = plain(typed);
  if (text === '') return 'empty';
  if (!/^(\d+\.?\d*|\.\d+)$/.test(text)) return 'wrong';
  const points = Number(text);
  return points <= most && Number.isInteger(points / POINT_STEP) ? points : 'wrong';
}
