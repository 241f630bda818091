/** Which proctor watches which candidate (ASG-1). */
import * as z from 'zod';
import { Id, Time } from './entries.ts';
import { nothing, type Route } from './route.ts';
import { StandingSchema } from './training.ts';

const count = z.number().int().nonnegative();

export const AssignmentsSchema = z.object({
  /** Only the qualified are given candidates (QUA-1). */
  qualifiedOnly: z.boolean(),
  proctors: z.array(
    z.object({
      ...{ staffId: Id, name: z.string() },
      /** Of this examination. */
      candidates: count,
      /** Of all examinations that run at the same time. */
      load: count,
      /** Whether they are qualified to the end of this examination. */
      standing: StandingSchema,
    }),
  ),
  /** In admission order; `staffId` null: nobody's. */
  candidates: z.array(z.object({ candidateId: Id, admissionNo: z.string(), name: z.string(), staffId: Id.nullable() })),
  /** The latest changes, newest first: so many candidates were given to this proctor (null: to nobody) at once. */
  changes: z.array(z.object({ at: Time, by: z.string(), proctor: z.string().nullable(), candidates: count })),
});
export type AssignmentsView = z.infer<typeof AssignmentsSchema>;

export const assignmentRoutes = {
  assignments: {
    method: 'GET',
    path: '/api/staff/examinations/:examinationId/assignments',
    body: nothing,
    reply: AssignmentsSchema,
  },
  /**
   * Gives these candidates to one proctor, or takes them from whoever has them. At once, also while they sit. `not_qualified`
   * for a proctor who must be and is not.
   */
  assign: {
    method: 'POST',
    path: '/api/staff/examinations/:examinationId/assignments',
    body: z.object({ candidateIds: z.array(Id).min(1).max(20_000), staffId: Id.nullable() }),
    reply: AssignmentsSchema,
  },
  /** Shares out whoever is nobody's among those who may be given candidates, evenly, at most fifty a proctor. */
  assignAutomatically: {
    method: 'POST',
    path: '/api/staff/examinations/:examinationId/assignments/automatic',
    body: nothing,
    reply: AssignmentsSchema,
  },
} as const satisfies Record<string, Route>;
