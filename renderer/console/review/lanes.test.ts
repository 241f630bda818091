import { describe, expect, it } from 'vitest';
import type { AttemptEvent, EventKind } from '../../../shared/contract/views.ts';
import { lanePath, nextFlag, previousFlag, reviewOf } from './lanes.ts';

const event = (kind: EventKind, at: number, detail: AttemptEvent['detail'] = {}): AttemptEvent => ({
  ...{ id: `${kind}-${at}`, attemptId: 'a', kind, at, detail },
});
const segment = (startedAt: number) => ({
  ...{ id: `s${startedAt}`, camera: 'front' as const, startedAt, durationMs: 10_000 },
  ...{ bytes: 1, mime: 'video/webm', sha256: 'a'.repeat(64) },
});
const material = { segments: [segment(0), segment(90_000)], events: [], ledger: [], answeredAt: [] };

describe('an attempt as lanes', () => {
  it('has no time while nothing happened', () => {
    expect(reviewOf({ ...material, segments: [] })).toBeNull();
  });

  it('flags what counts and was not cleared', () => {
    const events = [
      event('no_face', 40_000, { durationMs: 2_000 }),
      event('poor_light', 50_000),
      event('speech', 20_000),
      event('manual', 30_000),
      event('finding_cleared', 60_000, { event: 'manual-30000', by: 'p', note: '' }),
    ];
    const review = reviewOf({ ...material, events });
    expect(review?.flags.map(({ from, until }) => [from, until])).toEqual([
      [20_000, 20_000],
      [38_000, 40_000],
    ]);
    expect([review?.from, review?.until]).toEqual([0, 100_000]);
  });

  it('[VIO-1] puts flags in the order in which they began: one that lasted is noted at its end', () => {
    const events = [event('speech', 30_000), event('no_face', 40_000, { durationMs: 20_000 })];
    expect(reviewOf({ ...material, events })?.flags.map(({ from }) => from)).toEqual([20_000, 30_000]);
  });

  it('draws what lasted as long as it lasted', () => {
    const events = [
      event('online', 1_000),
      event('offline', 10_000),
      event('online', 15_000),
      event('popup', 24_000, { durationMs: 4_000 }),
      event('offline', 80_000),
    ];
    const ledger = [
      {
        ...{ camera: 'rear' as const, chain: { head: 'a'.repeat(64), links: 0, intact: true } },
        totals: { owed: 0, recorded: 0, still: 0, live: 0, missing: 0, causes: {} },
        spans: [
          { from: 0, seconds: 10, state: 'recorded' as const, cause: null },
          { from: 10_000, seconds: 5, state: 'missing' as const, cause: 'offline' },
        ],
      },
    ];
    const lanes = reviewOf({ ...material, events, ledger, answeredAt: [1_000, 3_000, 60_000] })?.lanes;
    expect(lanes).toMatchObject({
      network: [
        { from: 10_000, until: 15_000 },
        { from: 80_000, until: 100_000 },
      ],
      focus: [{ from: 20_000, until: 24_000 }],
      rear: [{ from: 10_000, until: 15_000 }],
      front: [],
      answers: [
        { from: 1_000, until: 3_000 },
        { from: 60_000, until: 60_000 },
      ],
    });
  });
});

describe('from flag to flag', () => {
  const review = reviewOf({ ...material, events: [event('manual', 20_000), event('speech', 50_000)] });
  const flags = review?.flags ?? [];

  it('goes on from a flag that one stands at, and back past it', () => {
    expect(nextFlag(flags, 0)?.from).toBe(20_000);
    expect(nextFlag(flags, 17_000)?.from).toBe(50_000);
    expect(nextFlag(flags, 50_000)).toBeNull();
    expect(previousFlag(flags, 47_000)?.from).toBe(20_000);
    expect(previousFlag(flags, 17_000)).toBeNull();
  });
});

describe('the path of a lane', () => {
  it('keeps a moment visible', () => {
    expect(lanePath([{ from: 500, until: 500 }], { from: 0, until: 1_000 })).toBe('M500.00 0h0.80v10h-0.80z');
  });
});
