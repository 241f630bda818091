/** The answer file on its way from a candidate's computer to the organiser: its readable header, and what came of it. */
import * as z from 'zod';
import { ANSWER_FILE_FAULTS } from '../domain/answer-file.ts';
import { Id, Time } from './entries.ts';

/** What stands in clear at the head of an answer file. */
export const AnswerFileHeaderSchema = z.object({
  admissionNo: z.string().min(1).max(40),
  examinationId: Id,
  attemptId: Id,
  /** SHA-256 of the public key it is sealed for. */
  centreKeyId: z.string().max(64),
  /** When it was made by the server's clock as the window knew it; null when it had not met the server since its start. */
  madeAt: Time.nullable(),
  /** What the computer's own clock said then. */
  computerClock: z.number(),
  entries: z.number().int().nonnegative(),
  /** Entries on that computer that could not be read any more. */
  damaged: z.number().int().nonnegative(),
});
export type AnswerFileHeader = z.infer<typeof AnswerFileHeaderSchema>;

const Count = z.number().int().nonnegative();

/** What becomes of the entries of a file: `known` the server had before; of the new ones each is counted once. */
export const AnswerFileCountsSchema = z.object({
  entries: Count,
  known: Count,
  /** Count as if they had come over the network. */
  accepted: Count,
  /** Made before the end: count, and are marked. */
  lateSynced: Count,
  /** Made before the end, in a file that was brought too late: evidence only, unless they come over the network, too. */
  broughtLate: Count,
  /** Made after the end or after the hand-in, or for no item of this examination: evidence only. */
  refused: Count,
  /** Of an earlier sign-in that another one ended: evidence only (ANS-5). */
  fenced: Count,
});
export type AnswerFileCounts = z.infer<typeof AnswerFileCountsSchema>;

/** What a session's receipt says before and after. */
export const RevisedReceiptSchema = z.object({
  sessionTitle: z.string(),
  receiptNo: z.string(),
  answeredBefore: Count,
  answeredAfter: Count,
});
export type RevisedReceipt = z.infer<typeof RevisedReceiptSchema>;

export const AnswerFileReportSchema = z.object({
  /** Why it is refused; null when it may be imported. */
  fault: z.enum(ANSWER_FILE_FAULTS).nullable(),
  /** As the file says; null when not even that can be read. */
  header: AnswerFileHeaderSchema.nullable(),
  /** Whose it is by the roster; null unless the file has proved to be of that attempt. */
  candidate: z.object({ name: z.string(), admissionNo: z.string(), examinationTitle: z.string() }).nullable(),
  counts: AnswerFileCountsSchema.nullable(),
  /** Until when it had to be brought, where that time is over. */
  lateSince: Time.nullable(),
  /** Only those that change. */
  receipts: z.array(RevisedReceiptSchema),
  /** True once it was imported by this request. */
  taken: z.boolean(),
});
export type AnswerFileReport = z.infer<typeof AnswerFileReportSchema>;

export const ANSWER_FILE_LIMIT = 64 * 1024 * 1024;
