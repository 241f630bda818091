import { describe, expect, it } from 'vitest';
import { placeAt } from './place-at.fixture.ts';
import { countPlaces, placeStatus } from './place-status.ts';

const DAY = { sessions: [{ id: 'theory' }, { id: 'skills' }], sitsOut: false };

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

  it('[REG-1] whoever is away from a session of others is not missing; who is there is shown as ever', () => {
    const others = { sessions: [{ id: 'skills' }], sitsOut: true };
    const never = placeAt('a', { attemptId: null, identity: 'unchecked' });
    const left = placeAt('b', { online: false });
    const early = placeAt('c', { stage: 'waiting' });
    expect([never, left, early].map((place) => placeStatus(place, others))).toEqual([
      'not_registered',
      'not_registered',
      'waiting',
    ]);
    expect(countPlaces([never, left, early], () => others)).toMatchObject({
      ...{ places: 3, notRegistered: 2, signedIn: 2, offline: 0 },
    });
  });

  it('counts each place once a heading', () => {
    const places = [
      placeAt('a'),
      placeAt('b', { online: false }),
      placeAt('c', { attemptId: null, identity: 'unchecked' }),
      placeAt('d', { stage: 'handed_in', handedIn: ['theory'] }),
    ];
    const theory = { sessions: [{ id: 'theory' }], sitsOut: false };
    expect(countPlaces(places, () => theory)).toEqual({
      places: 4,
      notRegistered: 0,
      signedIn: 3,
      verified: 3,
      answering: 1,
      offline: 1,
      handedIn: 1,
    });
  });
});
