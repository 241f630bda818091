/** A voice's pitch lies between these, Hz. */
const LOWEST = 75;
const HIGHEST = 350;
/** Enough for a pitch; the rest is left out. */
const RATE = 8_000;

/**
 * How periodic a sound is at the pitch of a voice, 0..1: the highest normalised autocorrelation. A vowel has 0.7 and more; keys,
 * paper and wind have little. `samples`: at least 40 ms.
 */
export function voicing(samples: Float32Array, sampleRate: number): number {
  const step = Math.max(1, Math.round(sampleRate / RATE));
  const count = Math.floor(samples.length / step);
  const rate = sampleRate / step;
  const low = new Float32Array(count);
  for (let index = 0; index < count; index += 1) {
    let sum = 0;
    for (let each = 0; each < step; each += 1) sum += samples[index * step + each] ?? 0;
    low[index] = sum / step;
  }
  const mean = low.reduce((sum, value) => sum + value, 0) / Math.max(1, count);
  let best = 0;
  for (let lag = Math.floor(rate / HIGHEST); lag <= Math.ceil(rate / LOWEST) && lag < count / 2; lag += 1) {
    let [both, left, right] = [0, 0, 0];
    for (let index = 0; index + lag < count; index += 1) {
      const [one, other] = [(low[index] ?? 0) - mean, (low[index + lag] ?? 0) - mean];
      both += one * other;
      left += one * one;
      right += other * other;
    }
    if (left > 0 && right > 0) best = Math.max(best, both / Math.sqrt(left * right));
  }
  return best;
}
