/** What an examination says of its own rules about violations. */
import * as z from 'zod';
import type { RuleChanges } from '../domain/violations/rules.ts';
import { WATCHED_KINDS } from '../domain/violations/watched-kinds.ts';

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
