import { SOUND_HERTZ } from './made-keys.ts';

/** Pitch, two resonances that move and two syllables a second: enough of a voice for a detector of speech. */
export function madeVoice(count: number): Float32Array<ArrayBuffer> {
  const turn = (hertz: number, seconds: number): number => Math.sin(2 * Math.PI * hertz * seconds);
  let phase = 0;
  return Float32Array.from({ length: count }, (_, index) => {
    const at = index / SOUND_HERTZ;
    const pitch = 130 + 25 * turn(0.8, at) + 6 * turn(5, at);
    phase += (2 * Math.PI * pitch) / SOUND_HERTZ;
    const [low, high] = [500 + 250 * turn(2.3, at), 1_500 + 500 * turn(1.7, at)];
    let sum = 0;
    for (let harmonic = 1; harmonic * pitch < 3_800; harmonic += 1) {
      const near = (resonance: number, width: number): number =>
        1 / (1 + ((harmonic * pitch - resonance) / width) ** 2);
      sum += Math.sin(harmonic * phase) * (near(low, 90) + 0.5 * near(high, 120) + 0.05 / harmonic);
    }
    return 0.12 * sum * Math.sqrt(Math.max(0, turn(2, at)));
  });
}
