/** Who may invigilate (QUA-1): passes, the rules for them, and the log of both. */
import * as z from 'zod';
import type { QualificationRules } from '../domain/qualification.ts';
import { Hash, Id, Time } from './entries.ts';
import { nothing, type Route, StaffRoleSchema } from './route.ts';
import { passRules, RunKindSchema, RunScoreSchema, StandingSchema } from './training.ts';

const count = z.number().int().nonnegative();
const Reason = z.string().trim().min(1).max(300);

export const QualificationRulesSchema = z.object({
  required: z.boolean(),
  ...passRules,
}) satisfies z.ZodType<QualificationRules>;

/** A step as it is read in the log; what a run came from is for whoever computes it again. */
const ShownStepSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('rules'), rules: QualificationRulesSchema, reason: z.string() }),
  z.object({ kind: z.literal('granted'), until: Time, reason: z.string() }),
  z.object({ kind: z.literal('withdrawn'), reason: z.string() }),
  z.object({ kind: z.literal('begun'), run: RunKindSchema }),
  z.object({
    ...{ kind: z.literal('ended'), run: RunKindSchema, score: RunScoreSchema, passed: z.boolean() },
    until: Time.nullable(),
  }),
]);

const QualificationsSchema = z.object({
  rules: QualificationRulesSchema,
  people: z.array(
    z.object({
      ...{ staffId: Id, login: z.string(), name: z.string(), role: StaffRoleSchema, standing: StandingSchema },
      /** Tests that were begun, and practice. */
      ...{ tests: count, practices: count },
      /** The latest test that was ended. */
      last: z.object({ at: Time, score: RunScoreSchema, passed: z.boolean() }).nullable(),
    }),
  ),
  log: z.object({
    links: count,
    /** False: a line was changed, removed or put in. */
    intact: z.boolean(),
    /** Hash of the latest line; 64 zeros while there is none. */
    head: Hash,
    /** The latest of them, newest first. `name`: about whom. */
    latest: z.array(
      z.object({ seq: count, at: Time, by: z.string(), name: z.string().nullable(), step: ShownStepSchema }),
    ),
  }),
});
export type QualificationsView = z.infer<typeof QualificationsSchema>;

export const qualificationRoutes = {
  qualifications: {
    method: 'GET',
    path: '/api/staff/qualifications',
    body: nothing,
    reply: QualificationsSchema,
  },
  /** From now on, for whoever begins a test; passes that there are stay as they are. */
  putQualificationRules: {
    method: 'POST',
    path: '/api/organiser/qualification-rules',
    body: z.object({ rules: QualificationRulesSchema, reason: Reason }),
    reply: QualificationsSchema,
  },
  /** Somebody was trained and examined elsewhere. `bad_request` for a time that is past. */
  grantPass: {
    method: 'POST',
    path: '/api/organiser/staff/:staffId/pass',
    body: z.object({ until: Time, reason: Reason }),
    reply: QualificationsSchema,
  },
  withdrawPass: {
    method: 'POST',
    path: '/api/organiser/staff/:staffId/pass/withdraw',
    body: z.object({ reason: Reason }),
    reply: QualificationsSchema,
  },
} as const satisfies Record<string, Route>;
