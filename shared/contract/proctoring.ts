/** What a proctor does about one candidate beside writing to them. */
import * as z from 'zod';
import { HUMAN_KINDS } from '../domain/violation.ts';
import { nothing, type Route } from './route.ts';
import { Jpeg, ReceiptSchema } from './views.ts';

const Reason = z.string().trim().min(1).max(300);

export const proctoringRoutes = {
  /** Both pictures were looked at closely; kept once a minute at most. */
  look: {
    method: 'POST',
    path: '/api/staff/attempts/:attemptId/looks',
    body: nothing,
    reply: nothing,
  },
  /** A violation that the proctor has seen (annex 5, rule 10): of a kind that no machine tells, or any other. */
  flag: {
    method: 'POST',
    path: '/api/staff/attempts/:attemptId/flags',
    body: z.object({ kind: z.enum(HUMAN_KINDS), note: Reason }),
    reply: nothing,
  },
  /** What the proctor sees now, kept as evidence; null for a camera that shows nothing. Refused with `bad_request` without any. */
  snapshot: {
    method: 'POST',
    path: '/api/staff/attempts/:attemptId/snapshots',
    body: z.object({ front: Jpeg.nullable(), rear: Jpeg.nullable() }),
    reply: nothing,
  },
  /** Lowers a raised hand; the answer, if there is one, goes to the candidate as a message (HAND-1). */
  lowerHand: {
    method: 'POST',
    path: '/api/staff/attempts/:attemptId/hand',
    body: z.object({ answer: z.string().trim().min(1).max(500).nullable() }),
    reply: nothing,
  },
  /** Hands in for the candidate before the time is up. Refused with `too_early` before the start. */
  collect: {
    method: 'POST',
    path: '/api/staff/attempts/:attemptId/sessions/:sessionId/hand-in',
    body: z.object({ reason: Reason }),
    reply: ReceiptSchema,
  },
} as const satisfies Record<string, Route>;
