import type { Queries } from '../sql/storage.ts';
import type { RandomSource } from './ports.ts';

/** Without 0 O, 1 I L: what a person copies by hand is read back the same. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const LETTERS = 6;

/** e.g. `YK-20261123-7F3K2Q`: the day in China, then six letters. */
export function receiptNumber(at: number, random: RandomSource): string {
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(at).replaceAll('-', '');
  let letters = '';
  while (letters.length < LETTERS) {
    // Bytes that would favour the first letters of the alphabet are drawn again.
    const byte = random.bytes(1)[0] ?? 255;
    if (byte < 256 - (256 % ALPHABET.length)) letters += ALPHABET[byte % ALPHABET.length];
  }
  return `YK-${day}-${letters}`;
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
