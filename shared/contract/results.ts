/** What a session came to: points by component, the weighted score, and what adjudication wrote beside it. */
import * as z from 'zod';
import type { WeightedScore } from '../domain/assessment.ts';
import { ROUNDS } from '../domain/marking.ts';
import { COMPONENTS, THESIS_FORMATS } from '../domain/paper.ts';
import type { ComponentScore, ObjectiveScore } from '../domain/scoring.ts';
import { Id, ResponseValueSchema, Time } from './entries.ts';
import { CriterionSchema, ItemSchema } from './paper.ts';
import { nothing, type Route } from './route.ts';
import { ReceiptSchema } from './views.ts';

export const ComponentScoreSchema = z.object({
  component: z.enum(COMPONENTS),
  earned: z.number(),
  possible: z.number(),
  pending: z.number(),
}) satisfies z.ZodType<ComponentScore>;

const WeightedScoreSchema = z.object({
  /** Out of 100; null while a marker still has something to read. */
  score: z.number().nullable(),
  components: z.array(ComponentScoreSchema),
}) satisfies z.ZodType<WeightedScore>;

/** What an adjudication wrote beside a session's score. */
export const AnnotationSchema = z.object({ text: z.string(), by: z.string(), at: Time });

/** One attempt's session as the proctor sees it. */
export const SessionResultSchema = z.object({
  sessionId: Id,
  /** False: the candidate does not sit it (REG-1). */
  registered: z.boolean(),
  receipt: ReceiptSchema.nullable(),
  /** Null until handed in. */
  score: z
    .object({
      earned: z.number(),
      possible: z.number(),
      pendingMarking: z.number(),
      answered: z.number().int(),
      items: z.number().int(),
    })
    .nullable() satisfies z.ZodType<ObjectiveScore | null>,
  /** By the weights of annex 2, with what markers have settled; null until handed in. */
  weighted: WeightedScoreSchema.nullable(),
  annotations: z.array(AnnotationSchema),
});
export type SessionResult = z.infer<typeof SessionResultSchema>;

/**
 * `ahead`: not over yet. `absent`: over, and nothing was handed in. `pending`: a marker still has something to read.
 * `not_registered`: never to be sat by this candidate (REG-1).
 */
export const RESULT_STATES = ['not_registered', 'ahead', 'absent', 'pending', 'settled'] as const;
export type ResultState = (typeof RESULT_STATES)[number];

/** One candidate's session as the organiser sees it. */
export const CandidateSessionSchema = z.object({
  sessionId: Id,
  state: z.enum(RESULT_STATES),
  receiptNo: z.string().nullable(),
  weighted: WeightedScoreSchema.nullable(),
  annotations: z.array(AnnotationSchema),
});
export type CandidateSession = z.infer<typeof CandidateSessionSchema>;

export const CandidateResultSchema = z.object({
  candidateId: Id,
  admissionNo: z.string(),
  name: z.string(),
  sessions: z.array(CandidateSessionSchema),
});
export type CandidateResult = z.infer<typeof CandidateResultSchema>;

/** A response as it is read afterwards: what was written in the window, or the file that was handed in. */
export const ReadResponseSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('written'), value: ResponseValueSchema }),
  /** `submissionId` for `rawPaths.thesisContent`; the name its candidate gave the file is not told. */
  z.object({
    kind: z.literal('file'),
    submissionId: Id,
    format: z.enum(THESIS_FORMATS),
    bytes: z.number().int().positive(),
    pages: z.number().int().positive().nullable(),
  }),
]);
export type ReadResponse = z.infer<typeof ReadResponseSchema>;

/** `objective`: scored at once. `blank`: worth nothing without a marker. `waiting`: for a marker. */
export const ITEM_STATES = ['objective', 'blank', 'waiting', 'settled'] as const;

export const ItemResultSchema = z.object({
  item: ItemSchema,
  number: z.number().int().positive(),
  section: z.string(),
  state: z.enum(ITEM_STATES),
  /** Null while it waits. */
  earned: z.number().nullable(),
  response: ReadResponseSchema.nullable(),
  /** Option ids; null for a written item. */
  correct: z.array(Id).nullable(),
  criteria: z.array(CriterionSchema),
  /** What markers call this response; null before the first of them read it. */
  code: z.string().nullable(),
  marks: z.array(
    z.object({
      round: z.literal(ROUNDS),
      marker: z.string(),
      points: z.number(),
      criteria: z.record(Id, z.number()),
      comment: z.string(),
      at: Time,
      /** False for one that its marker replaced, or that was given for an earlier text. */
      counts: z.boolean(),
    }),
  ),
});
export type ItemResult = z.infer<typeof ItemResultSchema>;

export const resultRoutes = {
  /** One attempt, for who proctors it. */
  results: {
    method: 'GET',
    path: '/api/staff/attempts/:attemptId/results',
    body: nothing,
    reply: z.object({ results: z.array(SessionResultSchema) }),
  },
  /** All candidates of an examination, in admission order. */
  examinationResults: {
    method: 'GET',
    path: '/api/organiser/examinations/:examinationId/results',
    body: nothing,
    reply: z.object({ candidates: z.array(CandidateResultSchema) }),
  },
  /** One candidate, item by item. */
  candidateResults: {
    method: 'GET',
    path: '/api/organiser/candidates/:candidateId/results',
    body: nothing,
    reply: CandidateResultSchema.extend({
      /** Null for who never signed in. */
      attemptId: Id.nullable(),
      items: z.array(z.object({ sessionId: Id, items: z.array(ItemResultSchema) })),
    }),
  },
} as const satisfies Record<string, Route>;
