/** A number that is the same for the same pixels: FNV-1a, 32 bits. */
export function pixelPrint(pixels: Uint8ClampedArray): number {
  let print = 0x811c9dc5;
  for (const value of pixels) print = Math.imul(print ^ value, 0x01000193);
  return print >>> 0;
}
