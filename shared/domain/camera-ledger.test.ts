import { describe, expect, it } from 'vitest';
import type { CameraFact } from './camera-fact.ts';
import { cameraLedger, ledgerTotals } from './camera-ledger.ts';
import { seededRandom, shuffled } from './seeded-random.ts';

const T = 1_700_000_000_000;
const LATER = T + 3_600_000;
const owed = [{ from: T, until: T + 10_000 }];
const came: CameraFact = { kind: 'came', at: T - 5_000 };
const recorded = (from: number, durationMs: number): CameraFact => ({
  ...{ kind: 'recorded', from: T + from, durationMs, segmentId: `s${from}`, sha256: 'a' },
});
const gap = (from: number, durationMs: number, cause: string): CameraFact => ({
  ...{ kind: 'gap', from: T + from, durationMs, cause },
});
const live = (from: number, durationMs: number): CameraFact => ({ kind: 'live', from: T + from, durationMs });
const still = (from: number, durationMs: number): CameraFact => ({
  ...{ kind: 'still', from: T + from, durationMs, segmentId: `p${from}`, sha256: 'b' },
});

/** `recorded 4, missing network 2`. */
const told = (facts: CameraFact[], now = LATER, over = owed) =>
  cameraLedger(facts, over, now)
    .map(({ state, cause, seconds }) => [state, cause, seconds].filter((part) => part !== null).join(' '))
    .join(', ');

describe('the ledger of one camera', () => {
  it('[CAM-1] says of each second whether it is recorded, live, or missing and why', () => {
    const facts = [came, recorded(0, 4_000), live(3_000, 3_000), gap(6_000, 2_000, 'camera_lost')];
    expect(told(facts)).toBe('recorded 4, live 2, missing camera_lost 2, missing unexplained 2');
  });

  it('[CAM-1] tells time that only stored pictures vouch for from what is recorded, and from what was merely live', () => {
    const facts = [came, live(0, 10_000), still(0, 0), still(0, 5_000), recorded(3_000, 1_000), still(5_000, 2_400)];
    expect(told(facts)).toBe('still 3, recorded 1, still 3, live 3');
  });

  it('[CAM-1] is amended by what comes late: a recording takes the place of the cause', () => {
    const away: CameraFact[] = [came, { kind: 'went', at: T + 2_000, cause: 'disconnected' }, recorded(0, 2_000)];
    expect(told(away)).toBe('recorded 2, missing disconnected 8');
    expect(told([...away, recorded(2_000, 8_000)])).toBe('recorded 10');
  });

  it('[CAM-1] names a device that never came, and one that went, by the first cause of its going', () => {
    expect(told([])).toBe('missing not_connected 10');
    const facts: CameraFact[] = [
      { kind: 'came', at: T + 3_000 },
      { kind: 'went', at: T + 5_000, cause: 'hidden' },
      { kind: 'went', at: T + 6_000, cause: 'disconnected' },
      { kind: 'came', at: T + 8_000 },
    ];
    expect(told(facts)).toBe('missing not_connected 3, missing unexplained 2, missing hidden 3, missing unexplained 2');
  });

  it('[CAM-1] believes the device about its own gap before what was seen of the device', () => {
    const facts: CameraFact[] = [came, { kind: 'went', at: T, cause: 'disconnected' }, gap(0, 10_000, 'memory_full')];
    expect(told(facts)).toBe('missing memory_full 10');
  });

  it('[CAM-1] waits for a recording that may still be under way, and calls it unexplained after that', () => {
    expect(told([came], T + 10_000)).toBe('missing awaited 10');
    expect(told([came], T + 65_000)).toBe('missing unexplained 5, missing awaited 5');
  });

  it('[CAM-1] gives a second to what it is for the greater part', () => {
    expect(told([came, recorded(0, 4_500), recorded(5_600, 4_400)])).toBe(
      'recorded 5, missing unexplained 1, recorded 4',
    );
    // Two recordings of the same 400 ms are not 800 ms.
    expect(told([came, recorded(0, 400), recorded(0, 400), gap(400, 9_600, 'x')])).toBe('missing x 10');
  });

  it('[CAM-1] counts whole seconds, of overlapping sessions once, and none of the future', () => {
    const over = [
      { from: T + 100, until: T + 5_900 },
      { from: T + 4_000, until: T + 8_000 },
    ];
    expect(told([], LATER, over)).toBe('missing not_connected 7');
    expect(told([], T + 3_500, over)).toBe('missing not_connected 2');
  });
});

const TICK = 100;
const SECONDS = 40;

function randomFacts(random: () => number): CameraFact[] {
  const ticks = (most: number) => Math.floor(random() * most) * TICK;
  return Array.from({ length: 14 }, (_, index): CameraFact => {
    const [from, durationMs] = [T - 3_000 + ticks(10 * (SECONDS + 6)), ticks(90)];
    const cause = ['a', 'b', 'c'][Math.floor(random() * 3)] ?? 'a';
    const kinds: CameraFact[] = [
      { kind: 'recorded', from, durationMs, segmentId: `s${index}`, sha256: '' },
      { kind: 'still', from, durationMs, segmentId: `p${index}`, sha256: '' },
      { kind: 'live', from, durationMs },
      { kind: 'gap', from, durationMs, cause },
      { kind: 'came', at: from },
      { kind: 'went', at: from, cause },
    ];
    return kinds[Math.floor(random() * kinds.length)] as CameraFact;
  });
}

/** Recorded and seen seconds counted another way: tick by tick, each looking at every fact. */
function countedByTicks(facts: CameraFact[]) {
  const covers = (at: number, kinds: string[]) =>
    facts.some(
      (fact) =>
        'durationMs' in fact && kinds.includes(fact.kind) && fact.from <= at && at < fact.from + fact.durationMs,
    );
  let [stored, still, seen] = [0, 0, 0];
  for (let second = 0; second < SECONDS; second += 1) {
    const ticks = Array.from({ length: 10 }, (_, tick) => T + second * 1_000 + tick * TICK);
    if (ticks.filter((at) => covers(at, ['recorded'])).length >= 5) stored += 1;
    else if (ticks.filter((at) => covers(at, ['recorded', 'still'])).length >= 5) still += 1;
    else if (ticks.filter((at) => covers(at, ['recorded', 'still', 'live'])).length >= 5) seen += 1;
  }
  return { recorded: stored, still, live: seen };
}

describe.each(Array.from({ length: 60 }, (_, index) => String(index)))('facts drawn at random (seed %s)', (seed) => {
  const random = seededRandom(seed);
  const facts = randomFacts(random);
  const over = [{ from: T, until: T + SECONDS * 1_000 }];
  const spans = cameraLedger(facts, over, LATER);

  it('[CAM-1] fill the owed time exactly, each second once, each missing one with a cause', () => {
    let next = T;
    for (const span of spans) {
      expect(span.from).toBe(next);
      expect(span.cause === null).toBe(span.state !== 'missing');
      next += span.seconds * 1_000;
    }
    expect(next).toBe(T + SECONDS * 1_000);
    const { owed: all, recorded: stored, still: pictured, live: seen, missing, causes } = ledgerTotals(spans);
    expect(stored + pictured + seen + missing).toBe(all);
    expect(Object.values(causes).reduce((sum, each) => sum + each, 0)).toBe(missing);
    expect({ recorded: stored, still: pictured, live: seen }).toEqual(countedByTicks(facts));
  });

  it('[CAM-1] give the same ledger in any order, and when each comes twice', () => {
    expect(cameraLedger(shuffled(facts, random), over, LATER)).toEqual(spans);
    expect(cameraLedger(shuffled([...facts, ...facts], random), over, LATER)).toEqual(spans);
  });
});
