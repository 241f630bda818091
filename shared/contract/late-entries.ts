/** Entries that came late: those that count after all, and those that are kept as evidence only (ANS-5, TIME-2). */
import * as z from 'zod';
import { ENTRY_VERDICTS } from '../domain/timetable.ts';
import { EntryBodySchema, Time } from './entries.ts';
import { ItemSchema } from './paper.ts';
import { nothing, type Route } from './route.ts';

export const LateEntrySchema = z.object({
  epoch: z.number().int().positive(),
  seq: z.number().int().positive(),
  /** When it was made by the candidate's estimate of the server's clock, and when the server had it. */
  at: Time,
  receivedAt: Time,
  verdict: z.enum(ENTRY_VERDICTS).exclude(['accepted']),
  body: EntryBodySchema,
  /** The item it is about and its number in the paper as it was written; null for a violation or an unknown item. */
  item: z.object({ number: z.number().int().positive(), item: ItemSchema }).nullable(),
});
export type LateEntry = z.infer<typeof LateEntrySchema>;

/** An organiser's decision that answers of a file which was brought too late count after all (ANS-6). */
export const LateAdmissionSchema = z.object({
  at: Time,
  by: z.string(),
  reason: z.string(),
  /** How many entries it was about. */
  entries: z.number().int().nonnegative(),
});
export type LateAdmission = z.infer<typeof LateAdmissionSchema>;

const lateEntriesReply = z.object({
  count: z.number().int(),
  /** The newest first, at most 500 of `count`. */
  entries: z.array(LateEntrySchema),
  /** Of a file that was brought too late, under the present sign-in: an organiser may decide that these count. */
  undecided: z.number().int().nonnegative(),
  /** The first one first. */
  admissions: z.array(LateAdmissionSchema),
});

export const lateEntryRoutes = {
  /** For who watches this attempt. */
  lateEntries: {
    method: 'GET',
    path: '/api/staff/attempts/:attemptId/late-entries',
    body: nothing,
    reply: lateEntriesReply,
  },
  /** For who imports answer files and answers for the results. */
  lateEntriesForOrganiser: {
    method: 'GET',
    path: '/api/organiser/attempts/:attemptId/late-entries',
    body: nothing,
    reply: lateEntriesReply,
  },
  /** What is undecided counts, for a reason; said twice it is said once. */
  admitLateAnswers: {
    method: 'POST',
    path: '/api/organiser/attempts/:attemptId/late-entries/admission',
    body: z.object({ reason: z.string().trim().min(1).max(300) }),
    reply: lateEntriesReply,
  },
} as const satisfies Record<string, Route>;
