/** A proctor's word about a finding: that it is no violation, or that it counts after all (LOCK-4). */
import * as z from 'zod';
import { nothing, type Route } from './route.ts';

export const clearanceRoutes = {
  clearFinding: {
    method: 'POST',
    path: '/api/staff/attempts/:attemptId/findings/:eventId/clearance',
    body: z.object({ cleared: z.boolean(), reason: z.string().trim().min(1).max(300) }),
    reply: nothing,
  },
} as const satisfies Record<string, Route>;
