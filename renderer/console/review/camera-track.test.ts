import { describe, expect, it } from 'vitest';
import type { Camera, Segment } from '../../../shared/contract/views.ts';
import { cameraTrack } from './camera-track.ts';

const segment = (id: string, startedAt: number, durationMs: number, camera: Camera = 'front', mime = 'video/webm') =>
  ({ id, camera, startedAt, durationMs, bytes: 1, mime, sha256: 'a'.repeat(64) }) satisfies Segment;

describe('the track of a camera', () => {
  const track = cameraTrack('front', [
    segment('second', 10_000, 10_500),
    segment('first', 0, 10_500),
    segment('other', 0, 90_000, 'rear'),
    segment('later', 60_000, 10_500),
  ]);

  it('shows the segment that began last where two overlap', () => {
    expect([0, 9_999, 10_200, 20_400].map((at) => track.at(at)?.id)).toEqual(['first', 'first', 'second', 'second']);
  });

  it('shows nothing where nothing is stored, and knows what comes after it', () => {
    expect(track.at(30_000)).toBeNull();
    expect(track.at(-1)).toBeNull();
    expect(track.after(30_000)?.id).toBe('later');
    expect(track.after(60_000)).toBeNull();
  });

  it('shows a still for as long as it can speak for its camera', () => {
    const stills = cameraTrack('rear', [segment('still', 5_000, 0, 'rear', 'image/jpeg')]);
    expect(stills.at(14_000)?.id).toBe('still');
    expect(stills.at(16_000)).toBeNull();
  });
});
