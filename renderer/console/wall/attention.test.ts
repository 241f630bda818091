import { describe, expect, it } from 'vitest';
import type { WallPlace } from '../../../shared/contract/views.ts';
import { liveSession } from '../../../shared/domain/session.fixture.ts';
import { type AttentionInput, attentionCards, countLooks, LOOK_WITHIN_MS } from './attention.ts';
import { placeAt } from './place-at.fixture.ts';

const session = liveSession('theory', 200, 10_000, { entryFrom: 100 });

const look = (places: WallPlace[], more: Partial<AttentionInput> = {}): AttentionInput => ({
  places,
  sessionsOf: () => [session],
  now: 5_000,
  seenViolations: {},
  latestViolationAt: new Map(),
  identityWaitingSince: new Map(),
  frozenSince: () => null,
  ...more,
});

const summary = (input: AttentionInput) =>
  attentionCards(input).map(
    ({ place, causes }) => `${place.candidateId}: ${causes.map((cause) => cause.reason).join(' ')}`,
  );

describe('who needs a look', () => {
  it('nobody, while everybody answers', () => {
    expect(attentionCards(look([placeAt('a'), placeAt('b')]))).toEqual([]);
  });

  it('[ASG-1] whoever sits and is given to no proctor leads, however long others have waited', () => {
    const unwatched = placeAt('unwatched', { unwatched: true });
    const cards = summary(look([placeAt('offline', { online: false, offlineSince: 0 }), unwatched]));
    expect(cards).toEqual(['unwatched: unwatched', 'offline: offline']);
    expect(summary(look([{ ...unwatched, handedIn: ['theory', 'skills'] }]))).toEqual([]);
  });

  it('[HAND-1] a candidate who cannot go on without the proctor leads, then who asks for one, then the longest wait within a reason', () => {
    const cards = summary(
      look(
        [
          placeAt('violator', { violations: 2 }),
          placeAt('offline-late', { online: false, offlineSince: 4_000 }),
          placeAt('offline-early', { online: false, offlineSince: 3_000 }),
          placeAt('no-phone', { phone: 'lost', phoneLostSince: 1_000 }),
          placeAt('waiting', { identity: 'manual_pending' }),
          placeAt('enrolling', { identity: 'enrolment_pending' }),
          placeAt('asks', { handRaisedAt: 4_500 }),
          placeAt('asked', { handRaisedAt: 4_500, handedIn: ['theory'] }),
        ],
        {
          identityWaitingSince: new Map([
            ['attempt-enrolling', 900],
            ['attempt-waiting', 950],
          ]),
        },
      ),
    );
    expect(cards).toEqual([
      'enrolling: identity_waiting',
      'waiting: identity_waiting',
      'asks: hand_raised',
      'offline-early: offline',
      'offline-late: offline',
      'no-phone: phone_lost',
      'violator: new_violation',
    ]);
  });

  it('nobody is starved: what has waited long comes before what is more pressing and new', () => {
    const now = 3_000_000;
    const places = [
      placeAt('new', { identity: 'manual_pending', lookedAt: now }),
      placeAt('old', { violations: 1, lookedAt: now }),
    ];
    const waiting = (since: number) =>
      summary(
        look(places, {
          now,
          sessionsOf: () => [liveSession('theory', 200, 10_000_000, { entryFrom: 100 })],
          identityWaitingSince: new Map([['attempt-new', now - 1_000]]),
          latestViolationAt: new Map([['attempt-old', now - since]]),
        }),
      )[0];
    expect(waiting(60_000)).toBe('new: identity_waiting');
    expect(waiting(11 * 60_000)).toBe('old: new_violation');
  });

  it('whoever sits and was not looked at for ten minutes is told, counted from the start', () => {
    const now = 2_000_000;
    const input = (lookedAt: number | null, more: Partial<WallPlace> = {}) =>
      summary(
        look([placeAt('a', { lookedAt, ...more })], {
          now,
          sessionsOf: () => [liveSession('theory', 200, 10_000_000, { entryFrom: 100 })],
        }),
      );
    expect(input(now - 599_000)).toEqual([]);
    expect(input(now - 600_000)).toEqual(['a: not_looked']);
    expect(input(null)).toEqual(['a: not_looked']);
    expect(input(null, { handedIn: ['theory'] })).toEqual([]);
    expect(input(null, { online: false, phone: 'none', offlineSince: 1 })).toEqual(['a: offline']);
  });

  it('one candidate is one card with every reason', () => {
    const place = placeAt('a', { online: false, offlineSince: 10, phone: 'lost', phoneLostSince: 20, violations: 3 });
    expect(summary(look([place]))).toEqual(['a: offline phone_lost new_violation']);
  });

  it('a frozen picture counts only while its device is connected', () => {
    const frozen = { frozenSince: () => 4_000 };
    expect(summary(look([placeAt('a', { phone: 'none' })], frozen))).toEqual(['a: picture_frozen']);
    expect(summary(look([placeAt('a')], frozen))).toEqual(['a: picture_frozen picture_frozen']);
    expect(summary(look([placeAt('a', { online: false, phone: 'lost' })], frozen))).toEqual(['a: offline phone_lost']);
  });

  it('a violation that was looked at is no longer new, the next one is', () => {
    const seenViolations = { 'attempt-a': 2 };
    expect(attentionCards(look([placeAt('a', { violations: 2 })], { seenViolations }))).toEqual([]);
    const [card] = attentionCards(look([placeAt('a', { violations: 3 })], { seenViolations }));
    expect(card?.causes[0]).toMatchObject({ reason: 'new_violation', count: 1 });
  });

  it('whoever never signed in, has handed in everything, or is between sessions may be away', () => {
    const away = { online: false, offlineSince: 10, phone: 'lost' as const, phoneLostSince: 10 };
    expect(attentionCards(look([placeAt('absent', { ...away, attemptId: null })]))).toEqual([]);
    expect(attentionCards(look([placeAt('done', { ...away, handedIn: ['theory'] })]))).toEqual([]);
    expect(attentionCards(look([placeAt('early', away)], { now: 50 }))).toEqual([]);
    expect(attentionCards(look([placeAt('over', away)], { now: 10_000 }))).toEqual([]);
  });
});

it('counts who was looked at within the time for it, of those who sit and can be seen', () => {
  const now = 2_000_000;
  const places = [
    placeAt('just', { lookedAt: now }),
    placeAt('long ago', { lookedAt: now - LOOK_WITHIN_MS }),
    placeAt('never', { lookedAt: null }),
    placeAt('away', { online: false, lookedAt: now }),
    placeAt('done', { handedIn: ['theory'], lookedAt: now }),
    placeAt('not here', { attemptId: null, online: false }),
  ];
  const sessionsOf = () => [liveSession('theory', 200, 10_000_000, { entryFrom: 100 })];
  expect(countLooks({ places, sessionsOf, now })).toEqual({ sitting: 3, looked: 1 });
});
