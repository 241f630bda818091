/**
 * A number that is the same for the same RGBA pixels, and of 53 bits, so that not two pictures of an exam are alike by chance: two
 * multiplicative hashes of 32 bits, whose upper bits are mixed into each other at the end.
 */
export function pixelPrint(pixels: Uint8ClampedArray): number {
  let [one, other] = [0x811c9dc5, 0x41c6ce57];
  for (const pixel of new Uint32Array(pixels.buffer, pixels.byteOffset, pixels.length / 4)) {
    one = Math.imul(one ^ pixel, 0x01000193);
    one ^= one >>> 15;
    other = Math.imul(other ^ pixel, 0x5f356495);
    other ^= other >>> 13;
  }
  return (other & 0x1fffff) * 2 ** 32 + (one >>> 0);
}
