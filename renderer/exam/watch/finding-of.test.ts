import { describe, expect, it } from 'vitest';
import type { Judged } from '../../../shared/domain/violations/judge.ts';
import { findingOf } from './finding-of.ts';

const judged = (kind: Judged['kind'], best: Judged['best'] = { score: 0.614 }): Judged => ({
  ...{ kind, severity: 'medium', since: 1_000, until: 21_400, ongoing: true },
  best,
});

const STILL = { segmentId: 'still-1', at: 5_000 };

describe('what goes into the journal', () => {
  it('[VIO-2] names the camera that shows it, and no camera for what is heard', () => {
    expect(findingOf(judged('no_face'), STILL)).toEqual({
      ...{ type: 'violation', kind: 'no_face', durationMs: 20_400 },
      detail: { score: 0.61, severity: 'medium', ongoing: true, camera: 'front', still: 'still-1', stillAt: 5_000 },
    });
    expect(findingOf(judged('speech'), null)).not.toHaveProperty('detail.camera');
  });

  it('[VIO-2] is another person for a proctor, whichever camera saw one', () => {
    const finding = findingOf(judged('rear_people', { score: 0.7, detail: { people: 2 } }), STILL);
    expect(finding).toMatchObject({ kind: 'multiple_people', detail: { camera: 'rear', people: 2 } });
    expect(findingOf(judged('rear_object', { score: 0.8, detail: { thing: 'phone' } }), null)).toMatchObject({
      kind: 'prohibited_object',
      detail: { camera: 'rear', thing: 'phone' },
    });
    expect(findingOf(judged('prohibited_object', { score: 0.8, detail: { thing: 'phone' } }), null)).toMatchObject({
      kind: 'prohibited_object',
      detail: { camera: 'front', thing: 'phone' },
    });
    expect(findingOf(judged('rear_nobody', { score: 0.6, detail: { cause: 'rear_nobody' } }), null)).toMatchObject({
      kind: 'rear_view_misplaced',
      detail: { camera: 'rear', cause: 'rear_nobody' },
    });
  });
});
