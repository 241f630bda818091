import { describe, expect, it } from 'vitest';
import { placeAt } from './place-at.fixture.ts';
import { countPlaces, placeStatus } from './place-status.ts';

const DAY = [{ id: 'theory' }, { id: 'skills' }];

describe('state of a place', () => {
  it('has one word for each step of the journey', () => {
    const status = (different: Parameters<typeof placeAt>[1]) => placeStatus(placeAt('a', different), DAY);
    expect(status({ attemptId: null })).toBe('not_signed_in');
    expect(status({ stage: 'consent' })).toBe('signing_in');
    expect(status({ stage: 'identity' })).toBe('being_verified');
    expect(status({ stage: 'device_check' })).toBe('device_check');
    expect(status({ stage: 'waiting' })).toBe('waiting');
    expect(status({ stage: 'answering' })).toBe('answering');
    expect(status({ online: false })).toBe('offline');
    expect(status({ stage: 'handed_in', handedIn: ['theory'] })).toBe('handed_in');
  });

  it('whoever has handed in every session is handed in, not offline; between sessions the line matters', () => {
    const gone = { online: false, stage: 'handed_in' as const };
    expect(placeStatus(placeAt('a', { ...gone, handedIn: ['theory', 'skills'] }), DAY)).toBe('handed_in');
    expect(placeStatus(placeAt('a', { ...gone, handedIn: ['theory'] }), DAY)).toBe('offline');
  });

  it('counts each place once a heading', () => {
    const places = [
      placeAt('a'),
      placeAt('b', { online: false }),
      placeAt('c', { attemptId: null, identity: 'unchecked' }),
      placeAt('d', { stage: 'handed_in', handedIn: ['theory'] }),
    ];
    expect(countPlaces(places, () => [{ id: 'theory' }])).toEqual({
      places: 4,
      signedIn: 3,
      verified: 3,
      answering: 1,
      offline: 1,
      handedIn: 1,
    });
  });
});
