import { describe, expect, it } from 'vitest';
import { templateProblem } from './template-gate.ts';

const FIT = {
  faces: 1,
  box: { x: 0.3, y: 0.2, width: 0.3, height: 0.5 },
  yaw: 3,
  pitch: -5,
  brightness: 120,
  around: 90,
  sharpness: 200,
  cover: null,
};
const BARE = {
  mouth: { colour: 0.05, light: -0.1, lips: 0.1 },
  eyes: { colour: 0.04, light: -0.1 },
  brow: { colour: 0.03, light: 0.03 },
};

describe('templateProblem', () => {
  it('lets a good picture pass', () => {
    expect(templateProblem(FIT, 60)).toBeNull();
    expect(templateProblem({ ...FIT, cover: BARE }, 60)).toBeNull();
  });

  it('asks nobody to take off a hat that hides nothing of what is compared', () => {
    expect(templateProblem({ ...FIT, cover: { ...BARE, brow: { colour: 1.2, light: -0.5 } } }, 60)).toBeNull();
  });

  it.each([
    ['no_face', { faces: 0, box: null }, 0],
    ['several_faces', { faces: 2 }, 60],
    ['too_small', {}, 20],
    ['off_centre', { box: { ...FIT.box, x: -0.02 } }, 60],
    ['off_centre', { box: { ...FIT.box, y: 0.6 } }, 60],
    ['off_centre', { yaw: -30 }, 60],
    ['off_centre', { pitch: 35 }, 60],
    ['too_dark', { brightness: 30 }, 60],
    ['backlit', { brightness: 30, around: 160 }, 60],
    ['too_bright', { brightness: 240 }, 60],
    ['blurred', { sharpness: 8 }, 60],
    ['covered', { cover: { ...BARE, mouth: { colour: 0.4, light: 0.1, lips: 0 } } }, 60],
    ['covered', { cover: { ...BARE, eyes: { colour: 0.2, light: -1.4 } } }, 60],
  ] as const)('finds %s in %j', (problem, change, eyeDistance) => {
    expect(templateProblem({ ...FIT, ...change }, eyeDistance)).toBe(problem);
  });
});
