import { describe, expect, it } from 'vitest';
import { nextLens, rearLenses, widerLens } from './rear-lens.ts';

const lenses = (...labels: string[]) => labels.map((label) => ({ label, deviceId: label }));
const labels = (...all: string[]) => rearLenses(lenses(...all)).map(({ label }) => label);

describe('the lens of the second view', () => {
  it('is on the back and sees as far as any, on an iPhone in either language', () => {
    expect(
      labels('Front Camera', 'Back Camera', 'Back Telephoto Camera', 'Back Dual Wide Camera', 'Back Ultra Wide Camera'),
    ).toEqual(['Back Ultra Wide Camera', 'Back Dual Wide Camera', 'Back Camera', 'Back Telephoto Camera']);
    expect(labels('前置相机', '后置相机', '后置超广角镜头', '后置双广角镜头')).toEqual([
      ...['后置超广角镜头', '后置双广角镜头', '后置相机'],
    ]);
  });

  it('is the first of those an Android phone does not tell apart', () => {
    expect(labels('camera2 1, facing front', 'camera2 0, facing back', 'camera2 2, facing back')).toEqual([
      ...['camera2 0, facing back', 'camera2 2, facing back'],
    ]);
  });

  it('is changed only for one that is known to see farther, or off the front', () => {
    const iPhone = lenses('Front Camera', 'Back Camera', 'Back Ultra Wide Camera');
    expect(widerLens(iPhone, 'Back Camera')?.label).toBe('Back Ultra Wide Camera');
    expect(widerLens(iPhone, 'Back Ultra Wide Camera')).toBeNull();
    expect(widerLens(iPhone, 'Front Camera')?.label).toBe('Back Ultra Wide Camera');
    const android = lenses('camera2 1, facing front', 'camera2 0, facing back', 'camera2 2, facing back');
    expect(widerLens(android, 'camera2 2, facing back')).toBeNull();
    // iOS 11 says nothing of a track's device, and before the camera is allowed no browser says a label.
    expect(widerLens(iPhone, undefined)).toBeNull();
    expect(widerLens([{ deviceId: '', label: '' }], '')).toBeNull();
  });

  it('is the next one, and after the last the first, for whoever asks for another', () => {
    const two = lenses('camera2 0, facing back', 'camera2 2, facing back');
    expect(nextLens(two, 'camera2 0, facing back')?.label).toBe('camera2 2, facing back');
    expect(nextLens(two, 'camera2 2, facing back')?.label).toBe('camera2 0, facing back');
    expect(nextLens(two, undefined)?.label).toBe('camera2 0, facing back');
    expect(nextLens(lenses('Back Camera', 'Front Camera'), 'Back Camera')).toBeNull();
    expect(nextLens([], 'x')).toBeNull();
  });
});
