import type { Queries } from '../sql/storage.ts';
import type { RandomSource } from './ports.ts';
import { readableLetters } from './readable-letters.ts';

/** e.g. `YK-20261123-7F3K2Q`: the day in China, then six letters. */
export function receiptNumber(at: number, random: RandomSource): string {
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(at).replaceAll('-', '');
  return `YK-${day}-${readableLetters(random, 6)}`;
}

/** One that no receipt has, of a session or of a file. */
export async function freeReceiptNumber(
  all: Pick<Queries, 'isReceiptNoTaken'>,
  at: number,
  random: RandomSource,
): Promise<string> {
  const number = receiptNumber(at, random);
  return (await all.isReceiptNoTaken(number)) ? freeReceiptNumber(all, at, random) : number;
}
