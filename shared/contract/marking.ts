/**
 * The marking of written answers. It is blind: a marker is told neither whose response it is, nor which reading this is,
 * nor what another marker gave.
 */
import * as z from 'zod';
import { Hash, Id, Time } from './entries.ts';
import { CriterionSchema, ItemSchema, PictureSchema, StimulusSchema } from './paper.ts';
import { ReadResponseSchema } from './results.ts';
import { nothing, type Route } from './route.ts';

/** One written item, and how far its marking is. */
export const MarkingItemSchema = z.object({
  sessionId: Id,
  itemId: Id,
  /** Its place in the paper as it was written; candidates may have had it in another. */
  number: z.number().int().positive(),
  section: z.string(),
  points: z.number().positive(),
  /** How the question begins. */
  opening: z.string(),
  /** Handed in and not blank. */
  responses: z.number().int(),
  /** That this marker may read now. */
  forMe: z.number().int(),
  /** That this marker has marked. */
  byMe: z.number().int(),
  settled: z.number().int(),
  /** Where two markers differed too much. */
  third: z.number().int(),
});
export type MarkingItem = z.infer<typeof MarkingItemSchema>;

const GivenPointsSchema = z.object({
  /** Halves, from nothing to what the item is worth. */
  points: z.number(),
  /** Criterion id -> points that add up to `points`; empty where the rubric names none. */
  criteria: z.record(Id, z.number()),
  comment: z.string().max(1_000),
});
export type GivenPoints = z.infer<typeof GivenPointsSchema>;

/** One response to be marked. */
export const MarkingTaskSchema = z.object({
  /** What markers call it among themselves and to the organiser, e.g. `7F3K2Q`. */
  code: z.string(),
  responseHash: Hash,
  response: ReadResponseSchema,
  /** Until then nobody else is given it in this reading. */
  until: Time,
  /** What this marker gave it before; null the first time. */
  mine: GivenPointsSchema.nullable(),
});
export type MarkingTask = z.infer<typeof MarkingTaskSchema>;

const ItemPlaceSchema = z.object({ sessionId: Id, itemId: Id });

export const markingRoutes = {
  markingOverview: {
    method: 'GET',
    path: '/api/marker/overview',
    body: nothing,
    reply: z.object({
      sessions: z.array(
        z.object({ sessionId: Id, examination: z.string(), title: z.string(), items: z.array(MarkingItemSchema) }),
      ),
    }),
  },
  /** What all responses of an item are marked by. */
  markingMaterial: {
    method: 'POST',
    path: '/api/marker/material',
    body: ItemPlaceSchema,
    reply: z.object({
      item: ItemSchema,
      number: z.number().int().positive(),
      stimulus: StimulusSchema.nullable(),
      pictures: z.array(PictureSchema),
      rubric: z.string(),
      criteria: z.array(CriterionSchema),
    }),
  },
  /** Gives the marker a response that nobody else reads in the same round; the one not finished, if there is one. */
  nextResponse: {
    method: 'POST',
    path: '/api/marker/next',
    body: ItemPlaceSchema,
    reply: z.object({ task: MarkingTaskSchema.nullable() }),
  },
  /** A response of this marker's again, to correct its mark. */
  markedResponse: {
    method: 'GET',
    path: '/api/marker/responses/:code',
    body: nothing,
    reply: MarkingTaskSchema,
  },
  /**
   * Adds a mark; an earlier one of the same marker no longer counts. Refused with `mark_invalid`, `response_settled`,
   * `response_changed` or `response_not_claimed`.
   */
  giveMark: {
    method: 'POST',
    path: '/api/marker/responses/:code',
    body: GivenPointsSchema.extend({ responseHash: Hash }),
    reply: nothing,
  },
} as const satisfies Record<string, Route>;
