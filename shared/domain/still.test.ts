import { describe, expect, it } from 'vitest';
import { betweenStills, withoutRecordedStills } from './still.ts';

describe('stills', () => {
  it('[CAM-1] two that follow each other vouch for the time between them, two far apart for none', () => {
    expect(betweenStills(10_000, 15_000)).toEqual({ from: 10_000, until: 15_000 });
    expect(betweenStills(10_000, 17_501)).toBeNull();
    expect(betweenStills(undefined, 15_000)).toBeNull();
    expect(betweenStills(15_000, 15_000)).toBeNull();
    expect(betweenStills(16_000, 15_000)).toBeNull();
  });

  it('are left out of what there is to look at where a recording shows the same time', () => {
    const one = (camera: string, startedAt: number, mime: string) => ({ camera, startedAt, durationMs: 10_000, mime });
    const still = (camera: string, startedAt: number) => one(camera, startedAt, 'image/jpeg');
    const film = (camera: string, startedAt: number) => one(camera, startedAt, 'video/webm');
    const kept = [
      still('front', 90_000),
      film('rear', 0),
      still('rear', 10_000),
      film('rear', 12_000),
      still('rear', 22_000),
    ];
    const stored = [
      ...kept.slice(0, 2),
      still('rear', 0),
      still('rear', 9_999),
      ...kept.slice(2, 4),
      still('rear', 15_000),
      still('rear', 22_000),
    ];
    expect(withoutRecordedStills(stored, 90_000)).toEqual(kept);
    // Of the camera that records, the latest wait for their recording; the other has nothing else.
    expect(withoutRecordedStills(stored, 81_999)).toEqual(kept.slice(0, 4));
  });
});
