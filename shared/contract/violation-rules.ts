/** What an examination says of its own rules about violations, and how an organiser changes it. */
import * as z from 'zod';
import type { RuleChanges } from '../domain/violations/rules.ts';
import { WATCHED_KINDS } from '../domain/violations/watched-kinds.ts';
import { Id, Time } from './entries.ts';
import { nothing, type Route } from './route.ts';

/** A violation that takes longer than an exam is none. */
const Span = z
  .number()
  .nonnegative()
  .max(4 * 3_600_000);

const RuleChangeSchema = z.object({
  onsetMs: Span.optional(),
  holdMs: Span.optional(),
  mergeMs: Span.optional(),
  cooldownMs: Span.optional(),
  severity: z.enum(['low', 'medium', 'high']).optional(),
});

export const RuleChangesSchema = z.partialRecord(
  z.enum(WATCHED_KINDS),
  z.union([RuleChangeSchema, z.literal('off')]),
) satisfies z.ZodType<RuleChanges>;

export const violationRuleRoutes = {
  /** Of every examination where its rules differ from the usual ones, and who changed them last. */
  violationRules: {
    method: 'GET',
    path: '/api/organiser/violation-rules',
    body: nothing,
    reply: z.object({
      examinations: z.array(
        z.object({
          examinationId: Id,
          rules: RuleChangesSchema,
          /** Null while they stand as they were loaded. */
          changed: z.object({ at: Time, by: z.string() }).nullable(),
        }),
      ),
    }),
  },
  /** Puts these in the place of the former ones: windows that sign in from now on have them. */
  putViolationRules: {
    method: 'POST',
    path: '/api/organiser/examinations/:examinationId/violation-rules',
    body: z.object({ rules: RuleChangesSchema }),
    reply: nothing,
  },
} as const satisfies Record<string, Route>;
