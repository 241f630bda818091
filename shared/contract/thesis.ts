/** The thesis: a file that is handed in before a date, with no live session (SUB-1). */
import * as z from 'zod';
import { THESIS_FORMATS } from '../domain/paper.ts';
import { Hash, Id, Time } from './entries.ts';
import { BlockSchema, PictureSchema, ThesisLimitsSchema } from './paper.ts';
import type { Route } from './route.ts';
import { nothing } from './route.ts';

/**
 * `clean`: the centre's scanner found nothing. `not_scanned`: the centre has no scanner. `pending`: it has one that could
 * not look yet; the file counts once it has. `infected`: found later; the file is gone and does not count.
 */
export const SCAN_STATES = ['clean', 'not_scanned', 'pending', 'infected'] as const;
export const ScanStateSchema = z.enum(SCAN_STATES);
export type ScanState = z.infer<typeof ScanStateSchema>;

/** One file that arrived whole and in time. */
export const ThesisSubmissionSchema = z.object({
  id: Id,
  fileName: z.string(),
  format: z.enum(THESIS_FORMATS),
  bytes: z.number().int().positive(),
  sha256: Hash,
  /** Null when the file does not say: a DOCX written without its page count. */
  pages: z.number().int().positive().nullable(),
  scan: ScanStateSchema,
  receivedAt: Time,
  receiptNo: z.string(),
  /** The latest acceptable one: what is marked. */
  counts: z.boolean(),
});
export type ThesisSubmission = z.infer<typeof ThesisSubmissionSchema>;

export const thesisRoutes = {
  /** What is asked, by when, and what has arrived. Waits for a file of this attempt that is being checked. */
  thesis: {
    method: 'GET',
    path: '/api/candidate/theses/:sessionId',
    body: nothing,
    reply: z.object({
      serverTime: Time,
      title: z.string(),
      instructions: z.string(),
      points: z.number().positive(),
      requirements: z.array(BlockSchema),
      pictures: z.array(PictureSchema),
      limits: ThesisLimitsSchema,
      /** Newest first. */
      submissions: z.array(ThesisSubmissionSchema),
    }),
  },
  /** Every file of a session, for the organiser only: names are told here and nowhere else. */
  sessionTheses: {
    method: 'GET',
    path: '/api/staff/sessions/:sessionId/theses',
    body: nothing,
    reply: z.object({
      theses: z.array(
        ThesisSubmissionSchema.extend({ attemptId: Id, candidateName: z.string(), admissionNo: z.string() }),
      ),
    }),
  },
} as const satisfies Record<string, Route>;

/** tus Upload-Metadata of one thesis. */
export const ThesisMetadataSchema = z.object({
  /** Made by the exam window; the same when the same file is sent again after a loss. */
  submissionId: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
  sessionId: Id,
  fileName: z.string().min(1).max(200),
  sha256: Hash,
});
export type ThesisMetadata = z.infer<typeof ThesisMetadataSchema>;
