import { describe, expect, it } from 'vitest';
import type { AttemptEvent, Camera, Segment } from '../../../shared/contract/views.ts';
import { nextRecorded, previousRecorded, timelineOf, timelineTotals } from './timeline.ts';

const segment = (id: string, startedAt: number, durationMs: number, camera: Camera = 'front'): Segment => ({
  id,
  camera,
  startedAt,
  durationMs,
  bytes: 1000,
  mime: 'video/webm',
  sha256: 'a'.repeat(64),
});

const gap = (from: number, durationMs: number, cause: string, camera: Camera = 'front'): AttemptEvent => ({
  id: `gap-${from}`,
  attemptId: 'attempt',
  at: from,
  kind: 'recording_gap',
  detail: { camera, from, durationMs, cause },
});

describe('timeline of a recording', () => {
  it('[CAM-1] time of which nothing is stored is a stretch of its own, with its cause', () => {
    const stretches = timelineOf(
      'front',
      [segment('late', 40_000, 10_000), segment('first', 0, 10_000), segment('second', 10_200, 9_800)],
      [gap(21_000, 5_000, 'camera_taken'), gap(21_000, 5_000, 'phone_locked', 'rear')],
    );
    expect(stretches.map(({ kind, from, durationMs }) => ({ kind, from, durationMs }))).toEqual([
      { kind: 'recorded', from: 0, durationMs: 10_000 },
      { kind: 'recorded', from: 10_200, durationMs: 9_800 },
      { kind: 'missing', from: 20_000, durationMs: 20_000 },
      { kind: 'recorded', from: 40_000, durationMs: 10_000 },
    ]);
    expect(stretches[2]).toMatchObject({ cause: 'camera_taken' });
    expect(timelineTotals(stretches)).toEqual({ recordedMs: 29_800, missingMs: 20_000 });
  });

  it('keeps the cameras apart and names no cause where none was reported', () => {
    const stretches = timelineOf(
      'rear',
      [segment('a', 0, 5_000, 'rear'), segment('b', 9_000, 5_000, 'rear'), segment('f', 5_000, 4_000)],
      [],
    );
    expect(stretches.map((stretch) => stretch.kind)).toEqual(['recorded', 'missing', 'recorded']);
    expect(stretches[1]).toMatchObject({ cause: null });
  });

  it('overlapping segments leave nothing missing', () => {
    const stretches = timelineOf(
      'front',
      [segment('long', 0, 30_000), segment('inside', 5_000, 5_000), segment('next', 30_500, 1_000)],
      [],
    );
    expect(stretches.every((stretch) => stretch.kind === 'recorded')).toBe(true);
  });

  it('goes on to the next segment and says how much it passed over', () => {
    const stretches = timelineOf('front', [segment('a', 0, 5_000), segment('b', 20_000, 5_000)], []);
    expect(nextRecorded(stretches, 0)).toEqual({ index: 2, missingMs: 15_000 });
    expect(nextRecorded(stretches, 2)).toBeNull();
    expect(previousRecorded(stretches, 2)).toBe(0);
    expect(previousRecorded(stretches, 0)).toBeNull();
  });
});
