/** Publishing an examination's results (RES-1), and what a candidate is told who asks for them (RES-2). */
import * as z from 'zod';
import { COUNTERS } from '../domain/proof-of-work.ts';
import type { PublicationLink } from '../domain/publication.ts';
import { Hash, Id, Time } from './entries.ts';
import { nothing, type Route, StaffRoleSchema } from './route.ts';

const count = z.number().int().nonnegative();

/** `unmarked`: a marker still has something to read. `open_case`: nobody has closed a case about this session. */
export const LACKS = ['unmarked', 'open_case'] as const;

/** `under_review`: a case about it was open when it was published, so that nothing is told of its score yet. */
export const PUBLISHED_STATES = ['settled', 'absent', 'unmarked', 'under_review'] as const;
export type PublishedState = (typeof PUBLISHED_STATES)[number];

/** What a publication says of one candidate; never changed, a later publication may say otherwise. */
export const PublishedResultSchema = z.object({
  name: z.string(),
  occupation: z.string(),
  level: z.string(),
  sessions: z.array(
    z.object({
      sessionId: Id,
      title: z.string(),
      state: z.enum(PUBLISHED_STATES),
      /** Out of 100 by the weights of annex 2; null unless settled. */
      score: z.number().nullable(),
      /** Empty unless settled. */
      components: z.array(z.object({ title: z.string(), points: z.number(), weight: z.number(), earned: z.number() })),
      /** What adjudication wrote beside the score, oldest first; one that was taken back is followed by another (EVI-2). */
      annotations: z.array(z.object({ text: z.string(), at: Time })),
    }),
  ),
});
export type PublishedResult = z.infer<typeof PublishedResultSchema>;

const PublicationSchema = z.object({
  ...{ examinationId: Id, seq: z.number().int().positive(), at: Time, visibleFrom: Time, reason: z.string() },
  by: z.object({ id: Id, name: z.string(), role: StaffRoleSchema }),
  ...{ unmarked: count, openCases: count, candidates: count, resultsSha256: Hash, prev: Hash, hash: Hash },
}) satisfies z.ZodType<PublicationLink>;

export const PublicationsSchema = z.object({
  /** When its last session is over: nothing is published before. */
  endsAt: Time,
  /** What a publication would say nothing of now: how often, and the first of them by name. */
  lacks: z.object({
    ...{ unmarked: count, openCases: count },
    first: z.array(z.object({ kind: z.enum(LACKS), sessionId: Id, admissionNo: z.string(), name: z.string() })),
  }),
  /** The latest first. */
  publications: z.array(PublicationSchema),
  /** False: a publication was changed, removed or put in. */
  intact: z.boolean(),
  /** Which of them candidates are told of now; null: of none. */
  holding: z.number().int().positive().nullable(),
  /** How many candidates the latest publication says something else of than is known now. */
  changed: count,
});
export type PublicationsView = z.infer<typeof PublicationsSchema>;

export const publicationRoutes = {
  publications: {
    method: 'GET',
    path: '/api/organiser/examinations/:examinationId/publications',
    body: nothing,
    reply: PublicationsSchema,
  },
  /**
   * Publishes what is known now, from `visibleFrom` (or now, whichever is later) on. Refused with `too_early` and `at` before
   * the last session is over, and with `results_incomplete` where something is missing or it is a correction, and no reason is given.
   */
  publishResults: {
    method: 'POST',
    path: '/api/organiser/examinations/:examinationId/publications',
    body: z.object({ visibleFrom: Time, reason: z.string().trim().max(300) }),
    reply: PublicationsSchema,
  },
  /** What the next question of a page is to be worked for (`shared/domain/proof-of-work.ts`): once, within two minutes. */
  resultChallenge: {
    method: 'POST',
    path: '/api/results/challenge',
    body: nothing,
    reply: z.object({ challenge: z.string() }),
  },
  /**
   * A candidate's own results. Refused with `challenge_expired`, `too_many_tries`, or `numbers_wrong`, which tells not which of
   * the two.
   */
  queryResult: {
    method: 'POST',
    path: '/api/results/query',
    body: z.object({
      challenge: z.string().max(200),
      counter: z.number().int().nonnegative().lt(COUNTERS),
      admissionNo: z.string().min(1).max(40),
      identityNo: z.string().min(1).max(40),
    }),
    reply: z.object({
      dutyPhone: z.string(),
      complaintPhone: z.string(),
      /** When they are (or were) published; null while no date is set. */
      visibleFrom: Time.nullable(),
      /** Whether it corrects an earlier one. */
      corrected: z.boolean(),
      /** Null: not published yet. */
      result: PublishedResultSchema.nullable(),
    }),
  },
} as const satisfies Record<string, Route>;
