/** How long an examination's recordings and pictures are kept, and what was deleted of them (RET-1, RET-2). */
import * as z from 'zod';
import type { DeletionStep } from '../domain/retention.ts';
import { Hash, Id, Time } from './entries.ts';
import { nothing, type Route } from './route.ts';

const count = z.number().int().nonnegative();
/** `admissionNo` is null for an applicant who was never seated. */
const person = { name: z.string(), admissionNo: z.string().nullable() };

const DeletionStepSchema = z.discriminatedUnion('kind', [
  z.object({
    ...{ kind: z.literal('begun'), recordings: count, stills: count, pictures: count, bytes: count },
    listSha256: Hash,
  }),
  z.object({ kind: z.literal('done') }),
]) satisfies z.ZodType<DeletionStep>;

export const retentionRoutes = {
  retention: {
    method: 'GET',
    path: '/api/organiser/retention',
    body: nothing,
    reply: z.object({
      examinations: z.array(
        z.object({
          examinationId: Id,
          title: z.string(),
          retentionDays: z.number().int().positive(),
          keptUntil: Time,
          /** How many people there is a recording or a picture of. */
          kept: count,
          /** Whose would be deleted by now, were it not for a case that is open. */
          held: z.array(z.object(person)),
          deleted: count,
        }),
      ),
      log: z.object({
        links: count,
        /** False: a line was changed, removed or put in. */
        intact: z.boolean(),
        /** Hash of the latest line; 64 zeros while there is none. */
        head: Hash,
        /** The latest of them, newest first. */
        latest: z.array(
          z.object({
            ...{ seq: z.number().int().positive(), at: Time, step: DeletionStepSchema, examinationId: Id },
            ...{ name: z.string().nullable(), admissionNo: z.string().nullable() },
          }),
        ),
      }),
    }),
  },
} as const satisfies Record<string, Route>;
