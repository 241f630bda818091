import { describe, expect, it } from 'vitest';
import {
  ACTIONS_ASKED,
  AUTOMATIC_TRIES,
  cosineSimilarity,
  drawActions,
  identityVerdict,
  LIVENESS_ACTIONS,
  SAME_PERSON_SIMILARITY,
} from './identity.ts';
import { seededRandom } from './seeded-random.ts';

describe('the similarity of two templates', () => {
  it('does not depend on their lengths, only on their direction', () => {
    expect(cosineSimilarity([1, 2, 3], [10, 20, 30])).toBeCloseTo(1, 12);
    expect(cosineSimilarity([1, 2, 3], [-1, -2, -3])).toBeCloseTo(-1, 12);
    expect(cosineSimilarity([1, 0], [0, 5])).toBe(0);
    expect(cosineSimilarity([3, 4], [4, 3])).toBeCloseTo(0.96, 12);
  });

  it('of a template without length is none, so that an empty one matches nobody', () => {
    expect(cosineSimilarity([0, 0], [1, 1])).toBe(0);
    expect(cosineSimilarity([0, 0], [0, 0])).toBe(0);
  });

  it('refuses templates of different models', () => {
    expect(() => cosineSimilarity([1, 2], [1, 2, 3])).toThrow('2 and 3');
  });
});

describe('[IDN-1] what is asked for', () => {
  it('is different actions, and every order of them comes', () => {
    const random = seededRandom('actions');
    const drawn = Array.from({ length: 400 }, () => drawActions(random));
    for (const actions of drawn) expect(new Set(actions).size).toBe(ACTIONS_ASKED);
    expect(new Set(drawn.map(String)).size).toBe(LIVENESS_ACTIONS.length * (LIVENESS_ACTIONS.length - 1));
  });
});

describe('[IDN-1] the identity verdict', () => {
  it.each([
    [SAME_PERSON_SIMILARITY, true, 0, 'verified'],
    [SAME_PERSON_SIMILARITY - 1e-9, true, 0, 'retry'],
    [0.99, false, 0, 'retry'],
    [0.1, true, 1, 'retry'],
    [0.1, true, 2, 'manual'],
    [0.99, false, 2, 'manual'],
    [0.1, true, 7, 'manual'],
    [0.8, true, 2, 'verified'],
    [0.8, true, 7, 'verified'],
  ] as const)('of similarity %f, liveness %s after %i failures is %s', (similarity, liveness, failures, verdict) => {
    expect(identityVerdict(similarity, liveness, failures)).toBe(verdict);
  });

  it('hands over to a proctor with the last automatic try and not before', () => {
    const verdicts = Array.from({ length: AUTOMATIC_TRIES }, (_, failures) => identityVerdict(0, true, failures));
    expect(verdicts).toEqual(['retry', 'retry', 'manual']);
  });
});
