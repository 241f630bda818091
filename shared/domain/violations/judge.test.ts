import { describe, expect, it } from 'vitest';
import { seededRandom } from '../seeded-random.ts';
import { type Judged, type JudgeState, judge, judgeEnd, type Observation, type Sighting } from './judge.ts';
import { rulesWith, USUAL_RULES, type ViolationRules } from './rules.ts';
import { WATCHED_KINDS } from './watched-kinds.ts';

const RULES: ViolationRules = {
  no_face: { onsetMs: 8_000, holdMs: 2_000, mergeMs: 10_000, cooldownMs: 60_000, severity: 'high' },
};
const seen: Sighting = { score: 0.9 };

function replay(observations: readonly Observation[], rules = RULES): (Judged & { at: number })[] {
  let state: JudgeState = {};
  return observations.flatMap((observation) => {
    const one = judge(state, rules, observation);
    state = one.state;
    return one.judged.map((each) => ({ ...each, at: observation.at }));
  });
}

/** A look every half second; `absent` says of each second whether nobody was there. */
const looks = (seconds: number, absent: (second: number) => boolean): Observation[] =>
  Array.from({ length: seconds * 2 }, (_, index) => ({
    at: index * 500,
    seen: { no_face: absent(index / 2) ? seen : null },
  }));
const within = (from: number, to: number) => (second: number) => second >= from && second < to;

describe('rules of violations', () => {
  it('[VIO-3] notes what lasts for its onset, once, and says when it is over', () => {
    const judged = replay(looks(60, within(10, 30)));
    expect(judged).toMatchObject([
      { kind: 'no_face', severity: 'high', since: 10_000, at: 18_000, ongoing: true },
      { since: 10_000, until: 29_500, at: 40_000, ongoing: false },
    ]);
  });

  it('[VIO-3] notes nothing that is shorter, and bridges a pause shorter than its hold', () => {
    expect(replay(looks(60, within(10, 17)))).toEqual([]);
    const blinked = replay(looks(60, (second) => within(10, 25)(second) && !within(14, 15)(second)));
    expect(blinked).toMatchObject([{ since: 10_000, at: 18_000 }, { until: 24_500 }]);
  });

  it('[VIO-3] takes what begins again soon for the same, and keeps two apart by the cooldown', () => {
    const again = replay(looks(200, (second) => within(10, 30)(second) || within(36, 50)(second)));
    expect(again).toMatchObject([{ since: 10_000 }, { since: 10_000, until: 49_500, ongoing: false }]);
    const cooled = replay(looks(200, (second) => within(10, 20)(second) || within(45, 60)(second)));
    expect(cooled.filter(({ ongoing }) => ongoing)).toHaveLength(1);
    const later = replay(looks(200, (second) => within(10, 20)(second) || within(90, 110)(second)));
    expect(later.filter(({ ongoing }) => ongoing).map(({ since }) => since)).toEqual([10_000, 90_000]);
  });

  it('[VIO-3] takes nothing for granted between looks that are far apart, nor what was not looked for', () => {
    const asleep = [0, 500, 1_000, 600_000, 600_500].map((at) => ({ at, seen: { no_face: seen } }));
    expect(replay(asleep)).toEqual([]);
    const elsewhere = looks(60, within(10, 30)).map(({ at }) => ({ at, seen: { speech: null } }));
    expect(replay(elsewhere)).toEqual([]);
  });

  it('[VIO-3] ends what goes on when nobody looks any more', () => {
    let state: JudgeState = {};
    for (const observation of looks(30, within(10, 30))) state = judge(state, RULES, observation).state;
    expect(judgeEnd(state, RULES)).toMatchObject([{ kind: 'no_face', since: 10_000, ongoing: false }]);
    expect(judgeEnd({}, RULES)).toEqual([]);
  });

  it('[VIO-3] holds for any looks at all: long enough, seen enough, apart enough, begun before ended', () => {
    for (let seed = 0; seed < 300; seed += 1) {
      const random = seededRandom(`judge ${seed}`);
      const rules: ViolationRules = {
        no_face: {
          onsetMs: Math.floor(random() * 10_000),
          holdMs: Math.floor(random() * 5_000),
          mergeMs: Math.floor(random() * 20_000),
          cooldownMs: Math.floor(random() * 60_000),
          severity: 'low',
        },
      };
      let at = 0;
      let there = false;
      const observations: Observation[] = Array.from({ length: 300 }, () => {
        at += 100 + Math.floor(random() * 2_000);
        if (random() < 0.1) there = !there;
        return { at, seen: random() < 0.1 ? {} : { no_face: there ? { score: random() } : null } };
      });
      const judged = replay(observations, rules);
      const { onsetMs = 0, cooldownMs = 0 } = rules.no_face ?? {};
      let open = false;
      let notedAt = Number.NEGATIVE_INFINITY;
      for (const each of judged) {
        expect(each.ongoing).toBe(!open);
        open = each.ongoing;
        if (!each.ongoing) continue;
        expect(each.at - each.since).toBeGreaterThanOrEqual(onsetMs);
        expect(each.at - notedAt).toBeGreaterThanOrEqual(cooldownMs);
        notedAt = each.at;
        const between = observations.filter((look) => look.at >= each.since && look.at <= each.at);
        expect(between.some(({ seen: { no_face } }) => no_face !== undefined && no_face !== null)).toBe(true);
      }
      // Replayed from the same looks it comes to the same.
      expect(replay(observations, rules)).toEqual(judged);
      // What never lasts is never noted.
      const never = observations.map((look) => ({ ...look, seen: { no_face: null } }));
      expect(replay(never, rules)).toEqual([]);
    }
  });

  it('[VIO-3] are data of the examination: single numbers, or a kind switched off', () => {
    expect(rulesWith({})).toEqual(USUAL_RULES);
    const changed = rulesWith({ no_face: { onsetMs: 20_000 }, noise: 'off' });
    expect(changed.no_face).toEqual({ ...USUAL_RULES.no_face, onsetMs: 20_000 });
    expect(changed.noise).toBeUndefined();
    expect(Object.keys(changed)).toHaveLength(WATCHED_KINDS.length - 1);
  });
});
