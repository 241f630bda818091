/**
 * SHA-256 (FIPS 180-4) in the language itself. The engine's own works on another thread: for a few hundred bytes the way
 * there and back takes many times what the sum does, and an answer waits for it before it is saved.
 */

/** The first 32 bits of the fractional part of `root` of each of the first `count` primes. */
function fractions(root: (prime: number) => number, count: number): Int32Array {
  const found: number[] = [];
  for (let candidate = 2; found.length < count; candidate += 1) {
    if (found.every((prime) => candidate % prime !== 0)) found.push(candidate);
  }
  return Int32Array.from(found, (prime) => Math.floor((root(prime) % 1) * 2 ** 32));
}

const CONSTANTS = fractions(Math.cbrt, 64);
const START = fractions(Math.sqrt, 8);
const BLOCK = 64;

const rotate = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

/** The message with its closing bit, zeros and length in bits, in whole blocks. */
function padded(message: Uint8Array): DataView {
  const bytes = new Uint8Array(Math.ceil((message.length + 9) / BLOCK) * BLOCK);
  bytes.set(message);
  bytes[message.length] = 0x80;
  const view = new DataView(bytes.buffer);
  view.setUint32(bytes.length - 8, Math.floor(message.length / 2 ** 29));
  view.setUint32(bytes.length - 4, message.length << 3);
  return view;
}

/** One block into the state. `words` is room for the 64 words of its schedule. */
function compress(state: Int32Array, block: DataView, from: number, words: Int32Array): void {
  for (let at = 0; at < 16; at += 1) words[at] = block.getInt32(from + at * 4);
  for (let at = 16; at < 64; at += 1) {
    const early = words[at - 15] as number;
    const late = words[at - 2] as number;
    const small0 = rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3);
    const small1 = rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10);
    words[at] = ((words[at - 16] as number) + small0 + (words[at - 7] as number) + small1) | 0;
  }
  let a = state[0] as number;
  let b = state[1] as number;
  let c = state[2] as number;
  let d = state[3] as number;
  let e = state[4] as number;
  let f = state[5] as number;
  let g = state[6] as number;
  let h = state[7] as number;
  for (let at = 0; at < 64; at += 1) {
    const big1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const chosen = (e & f) ^ (~e & g);
    const first = (h + big1 + chosen + (CONSTANTS[at] as number) + (words[at] as number)) | 0;
    const big0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const second = (big0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  const words8 = [a, b, c, d, e, f, g, h];
  for (let at = 0; at < 8; at += 1) state[at] = ((state[at] as number) + (words8[at] as number)) | 0;
}

/** The digest as 64 lower-case hex digits. */
export function sha256Rounds(message: Uint8Array): string {
  const state = START.slice();
  const words = new Int32Array(64);
  const view = padded(message);
  for (let from = 0; from < view.byteLength; from += BLOCK) compress(state, view, from, words);
  return Array.from(state, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}
