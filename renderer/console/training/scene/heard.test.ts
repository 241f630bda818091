import { expect, it } from 'vitest';
import { SCENES } from '../../../../shared/domain/training/scene.ts';
import { heardIn } from './heard.ts';
import { KEYS_SECONDS, madeKeys, SOUND_HERTZ } from './made-keys.ts';
import { madeVoice } from './made-voice.ts';

const level = (samples: Float32Array): number =>
  Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);

it('[QUA-2] lets be heard what is seen: keys of who works, a voice where somebody else is', () => {
  expect(heardIn(null)).toEqual({ keys: true, voice: false });
  expect(SCENES.filter((scene) => heardIn(scene).voice)).toEqual(['second_person']);
  // Who has left, or holds something else, does not type.
  for (const scene of ['absent', 'phone', 'notes', 'stretch'] as const) expect(heardIn(scene).keys).toBe(false);
});

it('makes keys as short clicks with pauses between them, and a voice that is louder than the room', () => {
  const keys = madeKeys('PX0001');
  expect(keys).toHaveLength(KEYS_SECONDS * SOUND_HERTZ);
  expect(keys).toEqual(madeKeys('PX0001'));
  expect(keys).not.toEqual(madeKeys('PX0002'));
  const loud = keys.filter((sample) => Math.abs(sample) > 0.01).length;
  expect(loud).toBeGreaterThan(0);
  expect(loud).toBeLessThan(keys.length / 10);
  expect(level(madeVoice(8 * SOUND_HERTZ))).toBeGreaterThan(0.02);
});
