import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../shared/domain/seeded-random.ts';
import { VOICED } from './signs/sound.ts';
import { voicing } from './voicing.ts';

const RATE = 48_000;
const sound = (at: (seconds: number) => number): Float32Array =>
  Float32Array.from({ length: 2048 }, (_, index) => at(index / RATE));

describe('how much of a voice a sound has', () => {
  it.each([90, 130, 220, 320])('much of a vowel at %i Hz', (pitch) => {
    const vowel = (seconds: number): number =>
      [1, 2, 3, 4].reduce((sum, n) => sum + Math.sin(2 * Math.PI * pitch * n * seconds) / n, 0) / 4;
    expect(voicing(sound(vowel), RATE)).toBeGreaterThan(0.85);
  });

  it('little of noise, of a key that is pressed, and nothing of silence', () => {
    const random = seededRandom('noise');
    expect(
      voicing(
        sound(() => random() - 0.5),
        RATE,
      ),
    ).toBeLessThan(0.5);
    expect(
      voicing(
        sound((seconds) => Math.exp(-seconds * 800) * (random() - 0.5)),
        RATE,
      ),
    ).toBeLessThan(VOICED);
    expect(
      voicing(
        sound(() => 0),
        RATE,
      ),
    ).toBe(0);
  });
});
