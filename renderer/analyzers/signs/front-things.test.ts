import { describe, expect, it } from 'vitest';
import type { ObjectKind } from '../objects/seen-object.ts';
import { frontThings } from './front-things.ts';

const seen = (kind: ObjectKind, score: number) => ({ kind, score, box: { x: 0.1, y: 0.6, width: 0.2, height: 0.3 } });

describe('what lies before the candidate', () => {
  it('is nothing where there is only a person, or hardly a guess', () => {
    expect(frontThings([seen('person', 0.95)])).toBeNull();
    expect(frontThings([seen('person', 0.95), seen('phone', 0.28), seen('book', 0.4)])).toBeNull();
  });

  it('is a phone or a book, the surer of both', () => {
    expect(frontThings([seen('person', 0.95), seen('phone', 0.45)])).toEqual({
      score: 0.45,
      detail: { thing: 'phone' },
    });
    expect(frontThings([seen('book', 0.9), seen('phone', 0.6)])).toEqual({ score: 0.9, detail: { thing: 'book' } });
  });
});
