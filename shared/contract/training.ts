/** The training room (QUA-2): a run on the wall with simulated candidates, then questions on the room rules. */
import * as z from 'zod';
import { QUALIFICATION_STATES } from '../domain/qualification.ts';
import type { Bilingual } from '../domain/training/question.ts';
import { GROUNDS, INCIDENTS, SCENES } from '../domain/training/scene.ts';
import { RUN_KINDS } from '../domain/training/schedule.ts';
import type { PassRules, RunScore } from '../domain/training/score.ts';
import { Id, Time } from './entries.ts';
import { nothing, type Route } from './route.ts';

const count = z.number().int().nonnegative();
const percent = z.number().int().min(0).max(100);

export const passRules = {
  reactSeconds: z.number().int().min(15).max(60),
  foundPercent: percent,
  mostFalse: z.number().int().min(0).max(20),
  rulesPercent: percent,
  validDays: z.number().int().min(1).max(3_650),
};
export const PassRulesSchema = z.object(passRules) satisfies z.ZodType<PassRules>;

export const RunKindSchema = z.enum(RUN_KINDS);
const BilingualSchema = z.object({ 'zh-CN': z.string(), en: z.string() }) satisfies z.ZodType<Bilingual>;

export const RunScoreSchema = z.object({
  ...{ found: count, missed: count, falseAlarms: count, misnamed: count, reactionMs: z.number().nullable() },
  ...{ questions: count, right: count },
}) satisfies z.ZodType<RunScore>;

/** A run that is on: nothing in it tells what will happen. */
const RunSchema = z.object({
  ...{ runId: Id, run: RunKindSchema, places: count },
  ...{ startsAt: Time, endsAt: Time },
  /** Until when its questions are answered. */
  answerUntil: Time,
});
export type Run = z.infer<typeof RunSchema>;

const AskedQuestionSchema = z.object({
  ...{ id: Id, text: BilingualSchema },
  options: z.array(BilingualSchema),
});

/** What the run was and what was made of it: told when it is over. */
const RunResultSchema = z.object({
  ...{ run: RunKindSchema, startsAt: Time, rules: PassRulesSchema, score: RunScoreSchema, passed: z.boolean() },
  /** Of the pass that this test gives; null: none. */
  until: Time.nullable(),
  incidents: z.array(
    z.object({ place: count, scene: z.enum(INCIDENTS), from: count, reactionMs: z.number().nullable() }),
  ),
  flags: z.array(
    z.object({
      ...{ place: count, at: z.number() },
      verdict: z.enum(['found', 'misnamed', 'late', 'repeated', 'false']),
    }),
  ),
  questions: z.array(
    /** `choice` and `right`: which of the options, from 0. */
    z.object({ ...AskedQuestionSchema.shape, choice: count.nullable(), right: count, why: BilingualSchema }),
  ),
});
export type RunResult = z.infer<typeof RunResultSchema>;

export const StandingSchema = z.object({ state: z.enum(QUALIFICATION_STATES), until: Time.nullable() });

export const trainingRoutes = {
  /** Where the caller stands, and what they did before, the latest first. */
  trainingRoom: {
    method: 'GET',
    path: '/api/staff/training',
    body: nothing,
    reply: z.object({
      required: z.boolean(),
      rules: PassRulesSchema,
      standing: StandingSchema,
      /** Not ended, and its questions may still be answered. */
      going: RunSchema.nullable(),
      runs: z.array(
        z.object({
          ...{ runId: Id, run: RunKindSchema, at: Time },
          /** Null: it was broken off, or goes on. */
          ended: z.object({ score: RunScoreSchema, passed: z.boolean() }).nullable(),
        }),
      ),
    }),
  },
  /** A run of the caller that was not ended is broken off by another. */
  beginRun: {
    method: 'POST',
    path: '/api/staff/training/runs',
    body: z.object({ run: RunKindSchema }),
    reply: RunSchema,
  },
  /** What happens now, and since when; asked for again and again, since nothing of later is told. */
  runScenes: {
    method: 'GET',
    path: '/api/staff/training/runs/:runId/scenes',
    body: nothing,
    reply: z.object({ scenes: z.array(z.object({ place: count, scene: z.enum(SCENES), since: Time })) }),
  },
  /** Refused with `too_early` and `too_late` outside of the run, and `too_many_tries` after very many. */
  flagInRun: {
    method: 'POST',
    path: '/api/staff/training/runs/:runId/flags',
    body: z.object({
      place: count,
      /** Which of the wall's ready reasons; null: in words of one's own. */
      ground: z.enum(GROUNDS).nullable(),
      note: z.string().trim().min(1).max(300),
    }),
    reply: nothing,
  },
  /** Refused with `too_early` before the run is over. */
  runQuestions: {
    method: 'GET',
    path: '/api/staff/training/runs/:runId/questions',
    body: nothing,
    reply: z.object({ questions: z.array(AskedQuestionSchema) }),
  },
  /** Ends the run: judged here, and kept. Once; then `step_done`. Refused with `too_late` half an hour after the run. */
  endRun: {
    method: 'POST',
    path: '/api/staff/training/runs/:runId/answers',
    body: z.object({ answers: z.array(z.object({ questionId: Id, choice: count.nullable() })).max(100) }),
    reply: RunResultSchema,
  },
} as const satisfies Record<string, Route>;
