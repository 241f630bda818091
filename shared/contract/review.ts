/** What a reviewer opens an attempt with, beside its recordings, events and ledger. */
import * as z from 'zod';
import { Id, Time } from './entries.ts';
import { nothing, type Route } from './route.ts';

export const reviewRoutes = {
  /** Everybody who signed in, in the order of the wall. */
  attempts: {
    method: 'GET',
    path: '/api/staff/attempts',
    body: nothing,
    reply: z.object({
      attempts: z.array(
        z.object({
          attemptId: Id,
          name: z.string(),
          admissionNo: z.string(),
          examinationId: Id,
          violations: z.number().int(),
        }),
      ),
    }),
  },
  /** Who it is, and when answers were written, by the exam centre's clock: not what was written. */
  attemptActivity: {
    method: 'GET',
    path: '/api/staff/attempts/:attemptId/activity',
    body: nothing,
    reply: z.object({
      candidate: z.object({ name: z.string(), admissionNo: z.string() }),
      examinationId: Id,
      answeredAt: z.array(Time),
      /** When what was recorded of it was deleted on its last day (RET-1); null while it is kept. */
      deletedAt: Time.nullable(),
    }),
  },
} as const satisfies Record<string, Route>;
