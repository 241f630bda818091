import { elementsIn, xmlTree } from '../xml/xml-element.ts';

const DAY_MS = 86_400_000;
/** The days that a serial number of 1 January 1970 counts, in either system of dates. */
const EPOCH_DAYS = { since1900: 25_569, since1904: 24_107 };

/** Number formats without a code of their own that show a date or a time; 27 to 36 and 50 to 58 are Chinese. */
const DATE_FORMATS: readonly (readonly [from: number, to: number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];

/** Whether a format's code shows a date: its letters, without what it quotes, escapes or puts in brackets. */
const showsDate = (code: string): boolean =>
  /[ymdhs]/i.test(code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|general/gi, ''));

/** For each style of cell, whether it shows a number as a date. */
export function dateStyles(bytes: Buffer | undefined, file: string): boolean[] {
  if (!bytes) return [];
  const root = xmlTree(bytes, file);
  const codes = new Map<string, string>();
  for (const { attributes } of elementsIn(root, 'numFmts').flatMap((list) => elementsIn(list, 'numFmt'))) {
    codes.set(attributes.numFmtId ?? '', attributes.formatCode ?? '');
  }
  return elementsIn(root, 'cellXfs')
    .flatMap((list) => elementsIn(list, 'xf'))
    .map(({ attributes }) => {
      const id = attributes.numFmtId ?? '0';
      const code = codes.get(id);
      return code === undefined
        ? DATE_FORMATS.some(([from, to]) => Number(id) >= from && Number(id) <= to)
        : showsDate(code);
    });
}

/** A date cell as a person would write it: `2020-09-21`, with `08:40` behind it where it has a time. */
function dateText(serial: number, since1904: boolean): string {
  const days = serial - (since1904 ? EPOCH_DAYS.since1904 : EPOCH_DAYS.since1900);
  const at = new Date(Math.round(days * 1440) * 60_000);
  if (Number.isNaN(at.getTime())) return `${serial}`;
  const [date = '', time = ''] = at.toISOString().split('T');
  const clock = at.getTime() % DAY_MS === 0 ? '' : time.slice(0, 5);
  return serial < 1 ? time.slice(0, 5) : [date, clock].filter(Boolean).join(' ');
}

/** What a person would read in a number cell. `raw` is what the file holds, e.g. `0.30000000000000004`. */
export function numberText(raw: string, asDate: boolean, since1904: boolean): string {
  const number = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(number)) return raw.trim();
  return asDate ? dateText(number, since1904) : `${Number(number.toPrecision(15))}`;
}
