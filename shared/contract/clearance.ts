/** A proctor's word about a finding: that it is no violation, or that it counts after all (LOCK-4); and what came of such words. */
import * as z from 'zod';
import { VIOLATION_KINDS } from '../domain/violation.ts';
import { nothing, type Route } from './route.ts';

export const clearanceRoutes = {
  clearFinding: {
    method: 'POST',
    path: '/api/staff/attempts/:attemptId/findings/:eventId/clearance',
    body: z.object({ cleared: z.boolean(), reason: z.string().trim().min(1).max(300) }),
    reply: nothing,
  },
  /** Of each kind that was found in any attempt, how often people confirmed and cleared it. */
  findingDecisions: {
    method: 'GET',
    path: '/api/staff/finding-decisions',
    body: nothing,
    reply: z.object({
      kinds: z.array(
        z.object({
          kind: z.enum(VIOLATION_KINDS),
          confirmed: z.number().int().nonnegative(),
          cleared: z.number().int().nonnegative(),
        }),
      ),
    }),
  },
} as const satisfies Record<string, Route>;
