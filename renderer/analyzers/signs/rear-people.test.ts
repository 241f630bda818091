import { describe, expect, it } from 'vitest';
import type { SeenPerson } from '../../../shared/domain/rear-people.ts';
import { rearSigns } from './rear-people.ts';

const person = (x: number, height: number, score = 0.8): SeenPerson => ({
  score,
  box: { x, y: 1 - height, width: height / 2, height },
});
const candidate = person(0.2, 0.7);
const seen = (people: SeenPerson[] | null, over = {}) =>
  rearSigns({ people, things: [], brightness: 110, contrast: 50, ...over });

describe('who is in the phone’s picture', () => {
  it('is the candidate alone: nothing to say', () => {
    expect(seen([candidate])).toEqual({ rear_people: null, rear_nobody: null, rear_object: null });
  });

  it('is another person, as sure as the less sure of both', () => {
    const door = person(0.75, 0.45, 0.62);
    expect(seen([candidate, door])?.rear_people).toEqual({ score: 0.62, detail: { people: 2 } });
  });

  it('is no other person for a head found beside its body, a portrait on the wall, or a guess', () => {
    const head = { score: 0.7, box: { x: 0.3, y: 0.32, width: 0.12, height: 0.2 } };
    const portrait = person(0.8, 0.1, 0.9);
    const guess = person(0.75, 0.45, 0.4);
    expect(seen([candidate, head, portrait, guess])?.rear_people).toBeNull();
  });

  it('is nobody only where there is not even a guess', () => {
    expect(seen([])?.rear_nobody).toMatchObject({ detail: { cause: 'rear_nobody' } });
    expect(seen([person(0.3, 0.6, 0.35)])?.rear_nobody).toBeNull();
  });

  it('is a phone, and a book where nothing else looks like it', () => {
    const lying = (kind: 'phone' | 'book', score: number) =>
      seen([candidate], { things: [{ kind, score }] })?.rear_object ?? null;
    expect(lying('phone', 0.7)).toEqual({ score: 0.7, detail: { thing: 'phone' } });
    expect(lying('phone', 0.4)).toBeNull();
    // A packet of biscuits.
    expect(lying('book', 0.82)).toBeNull();
    expect(lying('book', 0.95)).toEqual({ score: 0.95, detail: { thing: 'book' } });
  });

  it('is not known in the dark, behind a thumb, or where nobody looked', () => {
    expect(seen([], { brightness: 20 })).toBeNull();
    expect(seen([], { contrast: 4 })).toBeNull();
    expect(seen(null)).toBeNull();
  });
});
