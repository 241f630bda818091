import type { RandomSource } from './ports.ts';

/** Without 0 O, 1 I L: what a person copies by hand is read back the same. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** That many letters and digits, each as likely as the others. */
export function readableLetters(random: RandomSource, count: number): string {
  let letters = '';
  while (letters.length < count) {
    // Bytes that would favour the first letters of the alphabet are drawn again.
    const byte = random.bytes(1)[0] ?? 255;
    if (byte < 256 - (256 % ALPHABET.length)) letters += ALPHABET[byte % ALPHABET.length];
  }
  return letters;
}
