import type { RouteBody, RouteReply } from '../../../shared/contract/http.ts';
import type { Run } from '../../../shared/contract/training.ts';
import {
  type QualificationLink,
  type QualificationRules,
  type QualificationStep,
  rulesIn,
  standingOf,
} from '../../../shared/domain/qualification.ts';
import { drawQuestions, judgeAnswers, type RuleQuestion } from '../../../shared/domain/training/question.ts';
import { planScenes, RUN_SHAPES, type RunKind } from '../../../shared/domain/training/schedule.ts';
import { isPassed, judgeWatch, type RunFlag } from '../../../shared/domain/training/score.ts';
import type { Clock } from '../../../shared/support/clock.ts';
import { Fault } from '../../../shared/support/fault.ts';
import type { Queries, Storage } from '../../sql/storage.ts';
import type { StaffCaller } from '../callers.ts';
import { newId } from '../ids.ts';
import type { RandomSource } from '../ports.ts';
import type { ChangedPasses } from './changed-passes.ts';
import { appendStep } from './qualification-log.ts';

/** From the press to the first picture that counts. */
const GET_READY_MS = 5_000;
/** For the questions, from the end of the run on. */
const ANSWER_WITHIN_MS = 30 * 60_000;
/** Nobody notes more in five minutes by hand. */
const MOST_FLAGS = 200;
/** So many runs are shown, the latest first. */
const SHOWN_RUNS = 20;
const DAY_MS = 24 * 60 * 60_000;

type Begun = Extract<QualificationStep, { kind: 'begun' }>;

/** The training room (QUA-2). Everything about a run throws `not_found` where it is not the caller's own. */
export interface Training {
  room(staff: StaffCaller): Promise<RouteReply<'trainingRoom'>>;
  begin(staff: StaffCaller, run: RunKind): Promise<Run>;
  scenes(staff: StaffCaller, runId: string): Promise<RouteReply<'runScenes'>>;
  /** Throws `too_early`, `too_late`, `too_many_tries`, or `bad_request` for a place there is not. */
  flag(staff: StaffCaller, runId: string, body: RouteBody<'flagInRun'>): Promise<void>;
  /** Throws `too_early`. */
  questions(staff: StaffCaller, runId: string): Promise<RouteReply<'runQuestions'>>;
  /** Throws `too_early`, `too_late` or `step_done`. */
  end(staff: StaffCaller, runId: string, answers: RouteBody<'endRun'>['answers']): Promise<RouteReply<'endRun'>>;
}

interface Parts {
  store: Storage;
  clock: Clock;
  random: RandomSource;
  /** The questions on the room rules; they leave the server without what is right. */
  bank: readonly RuleQuestion[];
  changed: ChangedPasses;
}

const endOf = ({ run, startsAt }: Begun): number => startsAt + RUN_SHAPES[run].lengthMs;

const runOf = (begun: Begun): Run => ({
  ...{ runId: begun.runId, run: begun.run, places: RUN_SHAPES[begun.run].places },
  ...{ startsAt: begun.startsAt, endsAt: endOf(begun), answerUntil: endOf(begun) + ANSWER_WITHIN_MS },
});

/** Of a `begun` link also what it is called and when it happens; null where the run is not theirs. */
function beginningIn(links: readonly QualificationLink[], runId: string): Begun {
  for (const { step } of links) if (step.kind === 'begun' && step.runId === runId) return step;
  throw new Fault('not_found');
}

export function createTraining({ store, clock, random, bank, changed }: Parts): Training {
  const rulesNow = async (all: Queries): Promise<QualificationRules> =>
    rulesIn((await all.qualifyingSteps()).map(({ step }) => step));
  const beginningOf = async ({ staffId }: StaffCaller, runId: string): Promise<Begun> =>
    beginningIn(await store.qualificationsOf(staffId), runId);
  const reactMs = ({ rules }: Begun) => rules.reactSeconds * 1_000;
  const planOf = (begun: Begun) => planScenes(begun.seed, RUN_SHAPES[begun.run], reactMs(begun));
  const drawnIn = ({ seed, run }: Begun) => drawQuestions(bank, seed, RUN_SHAPES[run].questions);

  async function flagsOf(all: Queries, { runId, startsAt }: Begun): Promise<RunFlag[]> {
    const rows = await all.runFlags(runId);
    return rows.map(({ at, place, ground }) => ({ at: at - startsAt, place, ground }));
  }

  function resultOf(begun: Begun, ended: Extract<QualificationStep, { kind: 'ended' }>): RouteReply<'endRun'> {
    const { incidents, verdicts } = judgeWatch(planOf(begun), ended.flags, reactMs(begun));
    const questions = drawnIn(begun).map((drawn) => ({
      ...drawn,
      choice: ended.answers.find(({ questionId }) => questionId === drawn.id)?.choice ?? null,
      why: bank.find(({ id }) => id === drawn.id)?.why ?? { 'zh-CN': '', en: '' },
    }));
    return {
      ...{ run: begun.run, startsAt: begun.startsAt, rules: begun.rules, incidents, questions },
      ...{ score: ended.score, passed: ended.passed, until: ended.until },
      flags: ended.flags.map(({ place, at }, index) => ({ place, at, verdict: verdicts[index] ?? 'false' })),
    };
  }

  return {
    async room({ staffId }) {
      const now = clock.now();
      const { required, ...rules } = await rulesNow(store);
      const links = await store.qualificationsOf(staffId);
      const steps = links.map(({ step }) => step);
      const endedIn = (runId: string) => {
        for (const step of steps) if (step.kind === 'ended' && step.runId === runId) return step;
        return null;
      };
      const begun = links.flatMap(({ at, step }) => (step.kind === 'begun' ? [{ at, step }] : [])).reverse();
      const [latest] = begun;
      const going = latest && !endedIn(latest.step.runId) && now < runOf(latest.step).answerUntil;
      return {
        ...{ required, rules, standing: standingOf(steps, { now, until: now }) },
        going: going ? runOf(latest.step) : null,
        runs: begun.slice(0, SHOWN_RUNS).map(({ at, step: { runId, run } }) => {
          const ended = endedIn(runId);
          return { runId, run, at, ended: ended && { score: ended.score, passed: ended.passed } };
        }),
      };
    },

    begin: (staff, run) =>
      store.transaction(async (all) => {
        const { required: _required, ...rules } = await rulesNow(all);
        const at = clock.now();
        const step: Begun = {
          ...{ kind: 'begun', runId: newId(random), run, rules },
          ...{ seed: random.bytes(16).toString('hex'), startsAt: at + GET_READY_MS },
        };
        await appendStep(all, { at, by: staff.name, staffId: staff.staffId, step });
        return runOf(step);
      }),

    async scenes(staff, runId) {
      const begun = await beginningOf(staff, runId);
      const at = clock.now() - begun.startsAt;
      return {
        scenes: planOf(begun).flatMap(({ place, scene, from, until }) =>
          from <= at && at < until ? [{ place, scene, since: begun.startsAt + from }] : [],
        ),
      };
    },

    async flag(staff, runId, { place, ground, note }) {
      const begun = await beginningOf(staff, runId);
      const at = clock.now();
      if (at < begun.startsAt) throw new Fault('too_early', { at: begun.startsAt });
      if (at >= endOf(begun)) throw new Fault('too_late');
      if (place >= RUN_SHAPES[begun.run].places) throw new Fault('bad_request', { field: 'place' });
      await store.transaction(async (all) => {
        const number = (await all.runFlags(runId)).length + 1;
        if (number > MOST_FLAGS) throw new Fault('too_many_tries');
        await all.insertRunFlag({ run_id: runId, number, at, place, ground, note });
      });
    },

    async questions(staff, runId) {
      const begun = await beginningOf(staff, runId);
      if (clock.now() < endOf(begun)) throw new Fault('too_early', { at: endOf(begun) });
      return { questions: drawnIn(begun).map(({ id, text, options }) => ({ id, text, options })) };
    },

    async end(staff, runId, answers) {
      const result = await store.transaction(async (all) => {
        const links = await all.qualificationsOf(staff.staffId);
        const begun = beginningIn(links, runId);
        const at = clock.now();
        if (links.some(({ step }) => step.kind === 'ended' && step.runId === runId)) throw new Fault('step_done');
        if (at < endOf(begun)) throw new Fault('too_early', { at: endOf(begun) });
        if (at >= runOf(begun).answerUntil) throw new Fault('too_late');
        const flags = await flagsOf(all, begun);
        const judged = judgeAnswers(drawnIn(begun), answers);
        const score = {
          ...judgeWatch(planOf(begun), flags, reactMs(begun)).score,
          ...{ questions: judged.length, right: judged.filter(({ right }) => right).length },
        };
        const passed = isPassed(score, begun.rules);
        const ended = {
          ...{ kind: 'ended' as const, runId, run: begun.run, flags, answers: judged, score, passed },
          // Practice may be good: it is the test that gives a pass.
          until: passed && begun.run === 'test' ? at + begun.rules.validDays * DAY_MS : null,
        };
        await appendStep(all, { at, by: staff.name, staffId: staff.staffId, step: ended });
        return resultOf(begun, ended);
      });
      if (result.until !== null) await changed();
      return result;
    },
  };
}
