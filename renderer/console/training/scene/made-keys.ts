import { seededRandom } from '../../../../shared/domain/seeded-random.ts';

/** All made sounds are as a telephone carries them. */
export const SOUND_HERTZ = 8_000;
export const KEYS_SECONDS = 12;

const CLICK_SECONDS = 0.03;
/** Words of keys, and a thought between them, in seconds. */
const BETWEEN_KEYS = [0.12, 0.3] as const;
const BETWEEN_WORDS = [0.6, 2.5] as const;
const KEYS_A_WORD = 6;

/** Somebody who types: short clicks of noise that fade. The same for the same seed. */
export function madeKeys(seed: string): Float32Array<ArrayBuffer> {
  const random = seededRandom(seed);
  const within = ([least, most]: readonly [number, number]): number => least + random() * (most - least);
  const samples = new Float32Array(KEYS_SECONDS * SOUND_HERTZ);
  const click = Math.round(CLICK_SECONDS * SOUND_HERTZ);
  let at = within(BETWEEN_WORDS);
  while (at + CLICK_SECONDS < KEYS_SECONDS) {
    const start = Math.round(at * SOUND_HERTZ);
    const strength = 0.1 + 0.1 * random();
    for (let index = 0; index < click; index += 1) {
      samples[start + index] = strength * (2 * random() - 1) * Math.exp((-8 * index) / click);
    }
    at += random() < 1 / KEYS_A_WORD ? within(BETWEEN_WORDS) : within(BETWEEN_KEYS);
  }
  return samples;
}
