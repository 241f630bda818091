/** The timetable as an organiser changes it (TIME-5), and the log of what was changed. */
import * as z from 'zod';
import { BETWEEN_SESSIONS, PLAN_FAULTS, type PlanFault, type SessionPlan } from '../domain/timetable-change.ts';
import { Hash, Id, Time } from './entries.ts';
import { nothing, type Route } from './route.ts';

const SessionPlanSchema = z.object({
  ...{ entryFrom: Time, startsAt: Time, entryUntil: Time, handInFrom: Time, endsAt: Time },
  betweenSessions: z.enum(BETWEEN_SESSIONS),
}) satisfies z.ZodType<SessionPlan>;

const PlanFaultSchema = z.object({
  kind: z.enum(PLAN_FAULTS),
  sessionId: Id.nullable(),
}) satisfies z.ZodType<PlanFault>;

export const timetableRoutes = {
  /**
   * Plans one session anew, for a reason, whole or, when something is wrong with the plan, not at all. `from`: as the organiser
   * saw it; refused with `change_outdated` when that is not how it is.
   */
  replanSession: {
    method: 'POST',
    path: '/api/organiser/sessions/:sessionId/plan',
    body: z.object({ from: SessionPlanSchema, to: SessionPlanSchema, why: z.string().trim().min(1).max(300) }),
    reply: z.object({ faults: z.array(PlanFaultSchema) }),
  },
  /** What was changed, when, by whom and why. */
  timetableLog: {
    method: 'GET',
    path: '/api/organiser/timetable-log',
    body: nothing,
    reply: z.object({
      /** False: a line was changed, removed or put in. */
      intact: z.boolean(),
      /** Hash of the latest line; 64 zeros while there is none. */
      head: Hash,
      /** Newest first. */
      links: z.array(
        z.object({
          ...{ seq: z.number().int().positive(), at: Time, by: z.string(), sessionId: Id },
          ...{ from: SessionPlanSchema, to: SessionPlanSchema, why: z.string() },
        }),
      ),
    }),
  },
} as const satisfies Record<string, Route>;
