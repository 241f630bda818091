import { describe, expect, it } from 'vitest';
import { faceShape } from './face-shape.ts';

type Place = readonly [x: number, y: number, z: number];

/** A face in millimetres, y down, z towards the camera: the points that are measured, the rest at its middle. */
const FACE: Readonly<Record<number, Place>> = {
  ...{ 33: [-45, 0, -12], 133: [-16, 0, -2], 160: [-36, -5, 0], 144: [-36, 5, 0], 158: [-26, -5, 0], 153: [-26, 5, 0] },
  ...{ 263: [45, 0, -12], 362: [16, 0, -2], 387: [36, -5, 0], 373: [36, 5, 0], 385: [26, -5, 0], 380: [26, 5, 0] },
  ...{ 168: [0, -2, 8], 4: [0, 40, 26], 164: [0, 60, 8], 13: [0, 70, 8], 14: [0, 71, 8] },
};

interface Seen {
  flat?: boolean;
  turn?: number;
  nod?: number;
  roll?: number;
  scale?: number;
  changes?: Record<number, Place>;
}

/** The face, or a print of it, turned to its left and nodded by degrees, seen from far away in a picture of 640×480. */
function seen({ flat = false, turn = 0, nod = 0, roll = 0, scale = 1, changes = {} }: Seen = {}) {
  const radians = Math.PI / 180;
  const landmarks = new Float32Array(478 * 3);
  for (const [point, [x, y, depth]] of Object.entries({ ...FACE, ...changes })) {
    const z = flat ? 0 : depth;
    const [across, near] = [
      x * Math.cos(turn * radians) + z * Math.sin(turn * radians),
      z * Math.cos(turn * radians) - x * Math.sin(turn * radians),
    ];
    const down = y * Math.cos(nod * radians) + near * Math.sin(nod * radians);
    const [cos, sin] = [Math.cos(roll * radians), Math.sin(roll * radians)];
    landmarks[3 * Number(point)] = (320 + scale * (across * cos - down * sin)) / 640;
    landmarks[3 * Number(point) + 1] = (240 + scale * (across * sin + down * cos)) / 480;
  }
  return faceShape(landmarks, 640, 480);
}

describe('the shape of a face', () => {
  it('is the same at any size, and tilted to a shoulder', () => {
    const [straight, tilted] = [seen(), seen({ scale: 0.6, roll: 30 })];
    for (const key of ['eyes', 'mouth', 'noseAside', 'noseDown'] as const)
      expect(tilted[key]).toBeCloseTo(straight[key], 4);
    expect(straight.noseAside).toBeCloseTo(0, 6);
  });

  it('tells shut eyes and parted lips', () => {
    const lids = { 160: [-36, 4, 0], 158: [-26, 4, 0], 387: [36, 4, 0], 385: [26, 4, 0] } as const;
    expect(seen().eyes).toBeCloseTo(0.16, 2);
    expect(seen({ changes: { ...lids } }).eyes).toBeLessThan(0.03);
    expect(seen().mouth).toBeLessThan(0.02);
    expect(seen({ changes: { 14: [0, 86, 8] } }).mouth).toBeCloseTo(0.26, 2);
    // Which no tilting of a print does.
    const [print, tilted] = [seen({ flat: true }), seen({ flat: true, nod: 55, turn: 30 })];
    expect(tilted.eyes).toBeCloseTo(print.eyes, 4);
    expect(tilted.mouth).toBeCloseTo(print.mouth, 4);
  });

  it('moves the nose when the head turns or nods, and not when a flat print of it does', () => {
    expect(seen({ turn: 15 }).noseAside).toBeGreaterThan(0.06);
    expect(seen({ turn: -15 }).noseAside).toBeLessThan(-0.06);
    expect(seen({ nod: 10 }).noseDown - seen().noseDown).toBeGreaterThan(0.04);
    const print = seen({ flat: true });
    for (const pose of [{ turn: 40 }, { nod: 40 }, { turn: 40, nod: 20, roll: 10 }]) {
      const moved = seen({ flat: true, ...pose });
      expect(moved.noseAside - print.noseAside).toBeCloseTo(0, 6);
      expect(moved.noseDown - print.noseDown).toBeCloseTo(0, 6);
    }
  });
});
