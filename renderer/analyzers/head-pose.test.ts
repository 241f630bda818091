import { describe, expect, it } from 'vitest';
import { headPose } from './head-pose.ts';

const { sin, cos, PI } = Math;
const radians = (degrees: number): number => (degrees * PI) / 180;

/** Column by column: x axis, y axis, z axis, place. */
const about = {
  y: (t: number) => [cos(t), 0, -sin(t), 0, 0, 1, 0, 0, sin(t), 0, cos(t), 0, 0, 0, -50, 1],
  x: (t: number) => [1, 0, 0, 0, 0, cos(t), sin(t), 0, 0, -sin(t), cos(t), 0, 0, 0, -50, 1],
  z: (t: number) => [cos(t), sin(t), 0, 0, -sin(t), cos(t), 0, 0, 0, 0, 1, 0, 0, 0, -50, 1],
};

describe('headPose', () => {
  it.each([
    ['turned to the own left: the nose points to the right of the picture', about.y(radians(25)), 25, 0, 0],
    ['turned to the own right', about.y(radians(-25)), -25, 0, 0],
    ['looking up', about.x(radians(-20)), 0, 20, 0],
    ['tilted to the own right shoulder: counter-clockwise in the picture', about.z(radians(15)), 0, 0, 15],
  ])('%s', (_, matrix, yaw, pitch, roll) => {
    const pose = headPose(matrix);
    expect(pose.yaw).toBeCloseTo(yaw, 6);
    expect(pose.pitch).toBeCloseTo(pitch, 6);
    expect(pose.roll).toBeCloseTo(roll, 6);
  });

  it('refuses anything but a 4×4 matrix', () => {
    expect(() => headPose([1, 0, 0])).toThrow(RangeError);
  });
});
