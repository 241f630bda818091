/**
 * The marking of written answers. It is blind: a marker is told neither whose response it is, nor which reading this is,
 * nor what another marker gave.
 */
import * as z from 'zod';
import type { Reading } from '../domain/marking.ts';
import { Hash, Id, Time } from './entries.ts';
import { CriterionSchema, ItemSchema, PictureSchema, StimulusSchema } from './paper.ts';
import { ReadResponseSchema } from './results.ts';
import { nothing, type Route } from './route.ts';

const readingCounts = {
  unread: z.number().int(),
  once: z.number().int(),
  /** Two agreed. */
  twice: z.number().int(),
  /** Two differed too much, and a third has not read it. */
  third: z.number().int(),
  /** Settled by a third. */
  thrice: z.number().int(),
} satisfies Record<Reading, z.ZodType>;

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

/** How far a session's written answers are; every count is of answers, those of a blank sheet left out. */
export const MarkingProgressSchema = z.object({
  responses: z.number().int(),
  ...readingCounts,
  /** Of them all: that fewer of the assigned markers may still read than it takes. */
  stuck: z.number().int(),
});
export type MarkingProgress = z.infer<typeof MarkingProgressSchema>;

/** One session with something for markers. */
export const MarkedSessionSchema = z.object({
  sessionId: Id,
  title: z.string(),
  /** Written items of its paper. */
  items: z.number().int().positive(),
  progress: MarkingProgressSchema,
  /** Whoever is assigned to it, or was and has marked. `read`: answers with a mark of theirs that counts. */
  markers: z.array(
    z.object({ markerId: Id, assigned: z.boolean(), read: z.number().int(), forThem: z.number().int() }),
  ),
});
export type MarkedSession = z.infer<typeof MarkedSessionSchema>;

const ItemPlaceSchema = z.object({ sessionId: Id, itemId: Id });

export const markingRoutes = {
  /** Who marks what, and how far it is. */
  markingAssignments: {
    method: 'GET',
    path: '/api/organiser/marking',
    body: nothing,
    reply: z.object({
      markers: z.array(z.object({ id: Id, login: z.string(), name: z.string() })),
      examinations: z.array(z.object({ id: Id, title: z.string(), sessions: z.array(MarkedSessionSchema) })),
    }),
  },
  /** Assigns a marker to sessions, or takes them away: what was being read goes back, marks that were given stay. */
  assignMarker: {
    method: 'POST',
    path: '/api/organiser/marking',
    body: z.object({ markerId: Id, sessionIds: z.array(Id).min(1).max(100), assigned: z.boolean() }),
    reply: nothing,
  },
  /** The sessions assigned to this marker, and nothing of any other (MARK-3). */
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
  /** What all responses of an item are marked by. This and all below are refused with `not_assigned` (MARK-3). */
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
    /** `left`: how many this marker may read of the item now, this one among them. */
    reply: z.object({ task: MarkingTaskSchema.nullable(), left: z.number().int() }),
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
