import { expect, it } from 'vitest';
import { nextPlace } from './next-place.ts';
import { placeAt } from './place-at.fixture.ts';

const places = [
  placeAt('a', { lookedAt: 300 }),
  placeAt('b', { lookedAt: 100 }),
  placeAt('c', { lookedAt: null, online: false, phone: 'none' }),
  placeAt('d', { attemptId: null }),
];

it('whoever needs a look comes next, then whoever was not looked at for the longest time', () => {
  const card = { place: placeAt('a'), causes: [{ reason: 'offline', since: 1 }] } as const;
  const cards = [{ ...card, causes: [...card.causes] as [(typeof card.causes)[0]] }];
  expect(nextPlace(places, cards, null)?.candidateId).toBe('a');
  expect(nextPlace(places, cards, '2026-a')?.candidateId).toBe('b');
  expect(nextPlace(places, [], null)?.candidateId).toBe('b');
  expect(nextPlace(places, [], '2026-b')?.candidateId).toBe('a');
});

it('nobody is next where nobody can be seen', () => {
  expect(nextPlace([placeAt('d', { attemptId: null })], [], null)).toBeNull();
});
