/** Luma of RGBA pixels (ITU-R BT.601), 0..255, one number a pixel. */
export function lumaOf(pixels: Uint8ClampedArray): Float32Array {
  const luma = new Float32Array(pixels.length / 4);
  for (let index = 0; index < luma.length; index += 1) {
    const at = 4 * index;
    luma[index] = 0.299 * (pixels[at] ?? 0) + 0.587 * (pixels[at + 1] ?? 0) + 0.114 * (pixels[at + 2] ?? 0);
  }
  return luma;
}

export function brightnessOf(luma: Float32Array): number {
  return luma.reduce((sum, value) => sum + value, 0) / luma.length;
}

/** Variance of the Laplacian (Pech-Pacheco 2000): how much fine detail there is. `width`: pixels in a row. */
export function sharpnessOf(luma: Float32Array, width: number): number {
  const height = luma.length / width;
  let count = 0;
  let sum = 0;
  let squares = 0;
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      const at = y * width + x;
      const around = (luma[at - 1] ?? 0) + (luma[at + 1] ?? 0) + (luma[at - width] ?? 0) + (luma[at + width] ?? 0);
      const laplacian = around - 4 * (luma[at] ?? 0);
      count += 1;
      sum += laplacian;
      squares += laplacian * laplacian;
    }
  }
  return count === 0 ? 0 : squares / count - (sum / count) ** 2;
}
