import { describe, expect, it } from 'vitest';
import { seededRandom } from '../seeded-random.ts';
import { drawQuestions, judgeAnswers, type RuleQuestion } from './question.ts';
import { GROUND_OF, GROUNDS, INCIDENTS, isIncident } from './scene.ts';
import { planScenes, RUN_KINDS, RUN_SHAPES, type ScheduledScene } from './schedule.ts';
import { isPassed, judgeWatch, type PassRules, type RunFlag } from './score.ts';

const SEEDS = Array.from({ length: 120 }, (_, at) => `seed-${at}`);
const REACT_MS = [15_000, 30_000, 60_000];
const RULES: PassRules = { reactSeconds: 30, foundPercent: 80, mostFalse: 3, rulesPercent: 80, validDays: 365 };

const everyRun = SEEDS.flatMap((seed) =>
  RUN_KINDS.flatMap((kind) =>
    REACT_MS.map((reactMs) => ({
      seed,
      reactMs,
      shape: RUN_SHAPES[kind],
      plan: planScenes(seed, RUN_SHAPES[kind], reactMs),
    })),
  ),
);
const incidentsOf = (plan: readonly ScheduledScene[]) => plan.filter(({ scene }) => isIncident(scene));
const flag = ({ place, scene, from }: ScheduledScene, after: number): RunFlag => ({
  ...{ at: from + after, place, ground: isIncident(scene) ? GROUND_OF[scene] : null },
});

describe('[QUA-2] what happens in a run', () => {
  it('is the same for the same seed, now and years later, and another for another', () => {
    // Recorded: a score must be found again.
    expect(planScenes('a1b2c3', RUN_SHAPES.test, 30_000).slice(0, 3)).toMatchInlineSnapshot(`
      [
        {
          "from": 9922,
          "place": 11,
          "scene": "lean_close",
          "until": 19888,
        },
        {
          "from": 10867,
          "place": 18,
          "scene": "phone",
          "until": 42758,
        },
        {
          "from": 38178,
          "place": 9,
          "scene": "second_person",
          "until": 76515,
        },
      ]
    `);
    const plans = SEEDS.map((seed) => JSON.stringify(planScenes(seed, RUN_SHAPES.test, 30_000)));
    expect(new Set(plans).size).toBe(SEEDS.length);
  });

  it('has every kind of incident, each visible for as long as there is time to find it, inside of the run', () => {
    for (const { plan, shape, reactMs } of everyRun) {
      const incidents = incidentsOf(plan);
      expect(incidents).toHaveLength(shape.incidents);
      expect(plan).toHaveLength(shape.incidents + shape.harmless);
      expect(new Set(incidents.map(({ scene }) => scene))).toEqual(new Set(INCIDENTS));
      for (const { from, until, place } of incidents) {
        expect(until - from).toBeGreaterThanOrEqual(reactMs);
        expect(place).toBeLessThan(shape.places);
      }
      for (const { from, until } of plan) {
        expect(from).toBeGreaterThanOrEqual(8_000);
        expect(until).toBeLessThanOrEqual(shape.lengthMs);
      }
    }
  });

  it('never has two things close to each other at one place: a note is about one of them', () => {
    for (const { plan } of everyRun) {
      for (const [index, one] of plan.entries()) {
        for (const other of plan.slice(index + 1)) {
          if (one.place === other.place) expect(other.from - one.until).toBeGreaterThanOrEqual(12_000);
        }
      }
    }
  });

  it('is hidden from whoever knows the runs before: places and moments differ', () => {
    const places = new Set(SEEDS.map((seed) => incidentsOf(planScenes(seed, RUN_SHAPES.test, 30_000))[0]?.place));
    expect(places.size).toBe(RUN_SHAPES.test.places);
  });
});

describe('[QUA-2] the score of a run', () => {
  it('is full for whoever notes everything in time, and nothing is false', () => {
    for (const { seed, plan, shape, reactMs } of everyRun) {
      const random = seededRandom(`after ${seed}`);
      const flags = incidentsOf(plan).map((each) => flag(each, Math.floor(random() * reactMs)));
      const { score, verdicts } = judgeWatch(plan, flags, reactMs);
      expect(score).toMatchObject({ found: shape.incidents, missed: 0, falseAlarms: 0, misnamed: 0 });
      expect(new Set(verdicts)).toEqual(new Set(['found']));
    }
  });

  it('adds up whatever is noted: found and missed are all there was, each note has one verdict, none finds two', () => {
    for (const { seed, plan, shape, reactMs } of everyRun) {
      const random = seededRandom(`flags ${seed}`);
      const flags = Array.from({ length: 40 }, (): RunFlag => {
        const ground = random() < 0.3 ? null : (GROUNDS[Math.floor(random() * GROUNDS.length)] ?? null);
        return { at: random() * shape.lengthMs, place: Math.floor(random() * shape.places), ground };
      }).sort((left, right) => left.at - right.at);
      const { score, verdicts, incidents } = judgeWatch(plan, flags, reactMs);
      const count = (verdict: string) => verdicts.filter((each) => each === verdict).length;
      expect(score.found + score.missed).toBe(shape.incidents);
      expect(verdicts).toHaveLength(flags.length);
      expect(count('found')).toBe(score.found);
      expect(incidents.filter(({ reactionMs }) => reactionMs !== null)).toHaveLength(score.found);
      for (const { reactionMs } of incidents) if (reactionMs !== null) expect(reactionMs).toBeLessThanOrEqual(reactMs);
      // One note more never takes anything away from what was found.
      const extra: RunFlag = { at: shape.lengthMs, place: 0, ground: null };
      expect(judgeWatch(plan, [...flags, extra], reactMs).score.found).toBeGreaterThanOrEqual(score.found);
    }
  });

  it('calls a note about what is harmless, or about nobody’s doing, a false alarm', () => {
    for (const { plan, reactMs } of everyRun) {
      const harmless = plan.filter(({ scene }) => !isIncident(scene));
      const { score } = judgeWatch(
        plan,
        harmless.map((each) => flag(each, 500)),
        reactMs,
      );
      expect(score).toMatchObject({ found: 0, falseAlarms: harmless.length, reactionMs: null });
    }
  });

  const phone: ScheduledScene = { place: 3, scene: 'phone', from: 10_000, until: 45_000 };
  const noted = (at: number, ground: RunFlag['ground'] = null, place = 3): RunFlag => ({ at, place, ground });
  it.each([
    ['in words of one’s own', noted(12_000), 'found'],
    ['with its reason', noted(12_000, 'material'), 'found'],
    ['with another reason', noted(12_000, 'absent'), 'misnamed'],
    ['in the last moment', noted(40_000), 'found'],
    ['after it', noted(40_001), 'late'],
    ['just after it was over', noted(55_000), 'late'],
    ['long after it was over', noted(55_001), 'false'],
    ['before it began', noted(9_999), 'false'],
    ['of the neighbour', noted(12_000, 'material', 4), 'false'],
  ])('judges a note %s', (_, given, verdict) => {
    expect(judgeWatch([phone], [given], 30_000).verdicts).toEqual([verdict]);
  });

  it('lets a misnamed incident still be found, and does not count it twice', () => {
    const flags = [noted(12_000, 'absent'), noted(20_000, 'material'), noted(22_000, 'material')];
    const { verdicts, score } = judgeWatch([phone], flags, 30_000);
    expect(verdicts).toEqual(['misnamed', 'found', 'repeated']);
    expect(score).toMatchObject({ found: 1, missed: 0, misnamed: 1, falseAlarms: 0, reactionMs: 10_000 });
  });
});

describe('[QUA-2] the questions of a run', () => {
  const bilingual = (text: string) => ({ 'zh-CN': text, en: text });
  const bank = Array.from({ length: 24 }, (_, at): RuleQuestion => {
    const options = ['a', 'b', 'c', 'd'].map(bilingual);
    return { id: `q${at}`, text: bilingual(`${at}`), options, why: bilingual('!') };
  });

  it('are drawn each once, with every option in some order, the same for the same seed', () => {
    const rights = new Map<number, number>();
    for (const seed of SEEDS) {
      const drawn = drawQuestions(bank, seed, 10);
      expect(drawn).toEqual(drawQuestions(bank, seed, 10));
      expect(new Set(drawn.map(({ id }) => id)).size).toBe(10);
      for (const { options, right } of drawn) {
        expect(options.map(({ en }) => en).sort()).toEqual(['a', 'b', 'c', 'd']);
        expect(options[right]?.en).toBe('a');
        rights.set(right, (rights.get(right) ?? 0) + 1);
      }
    }
    // What is right stands everywhere about equally often: its place tells nothing.
    for (const place of [0, 1, 2, 3]) expect(rights.get(place)).toBeGreaterThan(2 * SEEDS.length);
  });

  it('count only if they were asked, and left out is wrong', () => {
    const drawn = [
      { id: 'q1', right: 2 },
      { id: 'q2', right: 0 },
      { id: 'q3', right: 0 },
    ];
    const given = [
      { questionId: 'q1', choice: 2 },
      { questionId: 'q2', choice: 1 },
      { questionId: 'q9', choice: 0 },
    ];
    expect(judgeAnswers(drawn, given).map(({ right }) => right)).toEqual([true, false, false]);
  });
});

describe('[QUA-2] a test is passed', () => {
  const full = { found: 10, missed: 0, falseAlarms: 0, misnamed: 0, reactionMs: 9_000, questions: 10, right: 10 };
  it.each([
    ['with everything', {}, true],
    ['with just enough found', { found: 8, missed: 2 }, true],
    ['not with one less', { found: 7, missed: 3 }, false],
    ['with as many false and misnamed as may be', { falseAlarms: 2, misnamed: 1 }, true],
    ['not with one more', { falseAlarms: 2, misnamed: 2 }, false],
    ['with just enough right', { right: 8 }, true],
    ['not with one less right', { right: 7 }, false],
  ])('%s', (_, different, passed) => {
    expect(isPassed({ ...full, ...different }, RULES)).toBe(passed);
  });
});
