import * as z from 'zod';
import type { Entry, EntryBody } from '../domain/entry.ts';
import type { AnswerState } from '../domain/fold.ts';
import { DAMAGE_KINDS, type JournalDamage } from '../domain/journal-damage.ts';
import type { ResponseValue } from '../domain/paper.ts';
import { VIOLATION_KINDS } from '../domain/violation.ts';

export const Id = z.string().min(1).max(64);
export const Hash = z.string().regex(/^[0-9a-f]{64}$/);
/** Milliseconds since the Unix epoch on the server's clock; a client's estimate may carry fractions. */
export const Time = z.number().nonnegative();

export const ResponseValueSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('choice'), chosen: z.array(Id).max(20) }),
  z.object({ kind: z.literal('text'), text: z.string().max(20_000) }),
  z.object({ kind: z.literal('calculation'), steps: z.string().max(20_000), result: z.string().max(200) }),
  z.object({
    kind: z.literal('handling'),
    decision: z.string().max(64),
    action: z.string().max(20_000),
    reason: z.string().max(20_000),
  }),
]) satisfies z.ZodType<ResponseValue>;

const Detail = z.record(z.string().max(40), z.union([z.string().max(500), z.number(), z.boolean()]));

const Seq = z.number().int().positive();

/** How many stretches one entry names; a journal that is worse takes several. */
export const DAMAGES_AN_ENTRY = 50;
const JournalDamageSchema = z.object({
  epoch: Seq,
  kind: z.enum(DAMAGE_KINDS),
  fromSeq: Seq,
  toSeq: Seq,
  lost: z.number().int().nonnegative(),
}) satisfies z.ZodType<JournalDamage>;

export const EntryBodySchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('response'), sessionId: Id, itemId: Id, value: ResponseValueSchema.nullable() }),
  z.object({ type: z.literal('flag'), sessionId: Id, itemId: Id, flagged: z.boolean() }),
  z.object({
    type: z.literal('violation'),
    kind: z.enum(VIOLATION_KINDS),
    durationMs: z.number().nonnegative(),
    detail: Detail,
  }),
  z.object({
    type: z.literal('journal_damage'),
    damages: z.array(JournalDamageSchema).min(1).max(DAMAGES_AN_ENTRY),
  }),
]) satisfies z.ZodType<EntryBody>;

const PlaceSchema = z.object({ epoch: Seq, seq: Seq });
/** More re-entries than anybody makes in one examination. */
const MOST_COPIES = 500;
export const EntryOriginSchema = PlaceSchema.extend({ over: z.array(PlaceSchema).max(MOST_COPIES).optional() });

export const EntrySchema = z.object({
  attemptId: Id,
  epoch: Seq,
  seq: Seq,
  at: Time,
  body: EntryBodySchema,
  origin: EntryOriginSchema.optional(),
  prev: Hash,
  hash: Hash,
}) satisfies z.ZodType<Entry>;

/** What two clocks said at one moment: the server's as the client knew it, and the computer's own, right or wrong. */
export const TwoClocksSchema = z.object({ server: Time, computer: z.number() });
export type TwoClocks = z.infer<typeof TwoClocksSchema>;

/** Entries of one epoch, ascending, at most 200: what one `entries.append` carries, and both clocks as it was sent. */
export const EntryBatchSchema = z.object({
  epoch: Seq,
  entries: z.array(EntrySchema).min(1).max(200),
  sentAt: TwoClocksSchema.optional(),
});
export type EntryBatch = z.infer<typeof EntryBatchSchema>;

/** The highest seq of the epoch up to which the server holds every entry without a gap. */
export const CursorSchema = z.object({ epoch: Seq, cursor: z.number().int().nonnegative() });
export type Cursor = z.infer<typeof CursorSchema>;

export const AnswerStateSchema = z.object({
  responses: z.record(Id, ResponseValueSchema),
  flags: z.array(Id),
  lastItemId: Id.nullable(),
}) satisfies z.ZodType<AnswerState>;
