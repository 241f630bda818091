/** Whom to call, by region (notice section 4.5), and complaints that reach the organiser (HELP-1, HELP-2). */
import * as z from 'zod';
import { COUNTERS } from '../domain/proof-of-work.ts';
import { Id, Time } from './entries.ts';
import { nothing, type Route } from './route.ts';

const phones = { dutyPhone: z.string(), complaintPhone: z.string() };
const StepText = z.string().trim().min(1).max(1_000);

export const HelpLinesSchema = z.object({
  /** Of the provincial centre. */
  ...phones,
  regions: z.array(z.object({ regionId: Id, name: z.string(), ...phones })),
});
export type HelpLines = z.infer<typeof HelpLinesSchema>;

const ComplaintsSchema = z.object({
  /** The latest first. */
  complaints: z.array(
    z.object({
      ...{ complaintId: Id, number: z.string(), at: Time, text: z.string(), contact: z.string() },
      /** Null: of no region in particular. */
      region: z.string().nullable(),
      closed: z.boolean(),
      /** What was done about it, oldest first; the latest says whether it is closed. */
      steps: z.array(z.object({ at: Time, by: z.string(), text: z.string(), closed: z.boolean() })),
    }),
  ),
});
export type Complaint = z.infer<typeof ComplaintsSchema>['complaints'][number];

export const helpRoutes = {
  helpLines: { method: 'GET', path: '/api/help', body: nothing, reply: HelpLinesSchema },
  /** From anybody, who works for a challenge (RES-2). Refused with `challenge_expired` or `too_many_tries`. */
  fileComplaint: {
    method: 'POST',
    path: '/api/complaints',
    body: z.object({
      challenge: z.string().max(200),
      counter: z.number().int().nonnegative().lt(COUNTERS),
      regionId: Id.nullable(),
      text: z.string().trim().min(5).max(2_000),
      /** How to reach whoever writes, if they want to be reached. */
      contact: z.string().trim().max(100),
    }),
    /** `number`: what the writer may ask by. */
    reply: z.object({ number: z.string() }),
  },
  complaints: { method: 'GET', path: '/api/organiser/complaints', body: nothing, reply: ComplaintsSchema },
  /** Adds what was done, and says whether it is closed now. */
  addComplaintStep: {
    method: 'POST',
    path: '/api/organiser/complaints/:complaintId/steps',
    body: z.object({ text: StepText, closed: z.boolean() }),
    reply: ComplaintsSchema,
  },
} as const satisfies Record<string, Route>;
