import { describe, expect, it } from 'vitest';
import { LatestStills } from './latest-stills.ts';

describe('the latest stills', () => {
  it('are kept a camera, the newest taken, whatever the order in which they are told', () => {
    const stills = new LatestStills();
    const rear = stills.of('a', 'rear');
    const tell = (segmentId: string, takenAt: number) =>
      stills.taken({ attemptId: 'a', camera: 'rear', segmentId, takenAt });
    tell('second', 7_000);
    tell('first', 5_000);
    expect(rear.get()).toEqual({ segmentId: 'second', takenAt: 7_000 });
    expect(stills.of('a', 'front').get()).toBeNull();
    expect(stills.of('b', 'rear').get()).toBeNull();
    stills.clear();
    expect(rear.get()).toBeNull();
  });
});
