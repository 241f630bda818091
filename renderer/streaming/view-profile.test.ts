import { describe, expect, it } from 'vitest';
import { RAISED, scaledTo, WALL } from './view-profile.ts';

describe('size of a sent picture', () => {
  it('is 320x240 on the wall and 640x480 raised, from a 640x480 camera', () => {
    expect(scaledTo({ width: 640, height: 480 }, WALL.longestSide)).toEqual({ width: 320, height: 240 });
    expect(scaledTo({ width: 640, height: 480 }, RAISED.longestSide)).toEqual({ width: 640, height: 480 });
  });

  it('keeps the whole of an upright or wide picture', () => {
    expect(scaledTo({ width: 480, height: 640 }, 320)).toEqual({ width: 240, height: 320 });
    expect(scaledTo({ width: 1280, height: 720 }, 320)).toEqual({ width: 320, height: 180 });
  });

  it('never enlarges', () => {
    expect(scaledTo({ width: 160, height: 120 }, 640)).toEqual({ width: 160, height: 120 });
  });
});
