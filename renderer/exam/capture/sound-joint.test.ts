import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../shared/domain/seeded-random.ts';
import { JOINT, jointAt } from './sound-joint.ts';

const random = seededRandom('joint');
const sound = Float32Array.from({ length: 20_000 }, () => random() - 0.5);
const upTo = (end: number): Float32Array => sound.slice(end - 8_192, end);
const tailOf = (end: number): Float32Array => sound.slice(end - JOINT, end);

describe('where new samples begin', () => {
  it.each([0, -128, 128, 500])('is found although the clock is %i samples off', (off) => {
    expect(jointAt(upTo(10_000), tailOf(9_200), 8_192 - 800 + off)).toBe(8_192 - 800);
  });

  it('is all of it after a gap, and none where nothing came', () => {
    expect(jointAt(upTo(20_000), tailOf(9_200), 8_192 - 10_800)).toBe(0);
    expect(jointAt(upTo(10_000), tailOf(10_000), 8_192)).toBe(8_192);
  });

  it('is where the clock says in silence', () => {
    expect(jointAt(new Float32Array(8_192), new Float32Array(JOINT), 7_392)).toBe(7_392);
  });
});
