import { describe, expect, it } from 'vitest';
import { boxOf } from './face-box.ts';
import { eyeDistance, facePoints } from './face-points.ts';

const landmarks = new Float32Array(478 * 3);
const put = (point: number, x: number, y: number) => landmarks.set([x, y, 0], 3 * point);
landmarks.fill(0.5);
put(33, 0.3, 0.4);
put(133, 0.4, 0.4);
put(362, 0.6, 0.4);
put(263, 0.7, 0.4);
put(4, 0.5, 0.5);
put(61, 0.42, 0.62);
put(291, 0.58, 0.64);

describe('facePoints', () => {
  const points = facePoints(landmarks, 200, 100);

  it('gives eyes, nose and mouth corners in pixels, an eye being the middle of its corners', () => {
    const rounded = points.map(({ x, y }) => [Math.round(x), Math.round(y)]);
    expect(rounded).toEqual([
      [70, 40],
      [130, 40],
      [100, 50],
      [84, 62],
      [116, 64],
    ]);
  });

  it('measures between the eyes', () => {
    expect(eyeDistance(points)).toBeCloseTo(60, 3);
  });
});

describe('boxOf', () => {
  it('encloses all points', () => {
    const { x, y, width, height } = boxOf(landmarks);
    expect([x, y, width, height].map((value) => Math.round(100 * value))).toEqual([30, 40, 40, 24]);
  });
});
