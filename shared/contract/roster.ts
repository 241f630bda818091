/** Batches of applicants on their way through annex 3: what an organiser and the server say to each other. */
import * as z from 'zod';
import { BATCH_STATES, type BatchDates, CHANGE_STATES, CHANGEABLE, TEXT_CHANGES } from '../domain/batch.ts';
import { type ApplicantRecord, ASSESSMENTS, type Grade, SCHOOLS, STANDINGS } from '../domain/eligibility/record.ts';
import { PHOTO_VERDICTS, ROSTER_FAULTS, type RosterFault } from '../domain/roster.ts';
import { SESSION_KINDS } from '../domain/timetable.ts';
import { Id, Time } from './entries.ts';
import { nothing, type Route } from './route.ts';

const Name = z.string().trim().min(1).max(200);
const CalendarDate = z.iso.date();
/** A JPEG as base64 without a data-URL prefix. */
const Jpeg = z.string().max(1_500_000);
const GradeSchema = z.union([
  z.literal(5),
  z.literal(4),
  z.literal(3),
  z.literal(2),
  z.literal(1),
  z.literal('pre_technician'),
]) satisfies z.ZodType<Grade>;

export const ApplicantRecordSchema = z.object({
  work: z.array(
    z.object({ occupation: z.string(), from: CalendarDate, to: CalendarDate.nullable(), statedRelated: z.boolean() }),
  ),
  certificates: z.array(
    z.object({ occupation: z.string(), grade: GradeSchema, issuedOn: CalendarDate, statedRelated: z.boolean() }),
  ),
  education: z.array(
    z.object({
      school: z.enum(SCHOOLS),
      major: z.string(),
      standing: z.enum(STANDINGS),
      assessedFor: z.enum(ASSESSMENTS).nullable(),
      statedRelated: z.boolean(),
    }),
  ),
  apprenticeships: z.array(z.string()),
}) satisfies z.ZodType<ApplicantRecord>;

export const BatchDatesSchema = z.object({
  reportUntil: CalendarDate,
  payUntil: CalendarDate,
  changeUntil: CalendarDate,
}) satisfies z.ZodType<BatchDates>;

export const RosterFaultSchema = z.object({
  kind: z.enum(ROSTER_FAULTS),
  sheet: z.string(),
  row: z.number().int().nullable(),
  cell: z.string(),
  detail: z.string(),
}) satisfies z.ZodType<RosterFault>;

/** Who did something, and when. */
const DoneSchema = z.object({ at: Time, by: z.string() });

export const BatchSummarySchema = z.object({
  id: Id,
  institution: z.string(),
  /** Whose telephone numbers its applicants are shown (HELP-1); null: the provincial centre's. */
  region: z.string().nullable(),
  state: z.enum(BATCH_STATES),
  dates: BatchDatesSchema,
  applicants: z.number().int(),
  /** Requests for change that nobody has decided yet. */
  pendingChanges: z.number().int(),
});
export type BatchSummary = z.infer<typeof BatchSummarySchema>;

export const ApplicantSchema = z.object({
  id: Id,
  name: z.string(),
  identityNo: z.string(),
  examinationId: Id,
  sessions: z.array(z.enum(SESSION_KINDS)),
  record: ApplicantRecordSchema,
  photoId: Id.nullable(),
  /** Null until a browser has looked at the photo. */
  photoVerdict: z.enum(PHOTO_VERDICTS).nullable(),
  /** Given at the lock. */
  admissionNo: z.string().nullable(),
});
export type ApplicantView = z.infer<typeof ApplicantSchema>;

export const ChangeSchema = z.object({
  id: Id,
  applicantId: Id,
  field: z.enum(CHANGEABLE),
  /** Of a photo: the picture's id, empty where there is none. */
  from: z.string(),
  to: z.string(),
  why: z.string(),
  asked: DoneSchema,
  state: z.enum(CHANGE_STATES),
  decided: DoneSchema.nullable(),
  note: z.string(),
});
export type ChangeView = z.infer<typeof ChangeSchema>;

export const BatchSchema = BatchSummarySchema.extend({
  /** Raised whenever the roster changes: the declaration that is signed must be of this one. */
  revision: z.number().int(),
  declared: DoneSchema.nullable(),
  paid: DoneSchema.extend({ on: CalendarDate }).nullable(),
  locked: DoneSchema.nullable(),
  roster: z.array(ApplicantSchema),
  changes: z.array(ChangeSchema),
});
export type BatchView = z.infer<typeof BatchSchema>;

export const AUDIT_ACTIONS = [
  'batch_made',
  'roster_imported',
  'applicant_added',
  'applicant_replaced',
  'applicant_removed',
  'photo_added',
  'photo_judged',
  'corrected',
  'declared',
  'payment_confirmed',
  'locked',
  'seated',
  'change_requested',
  'change_approved',
  'change_refused',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** One line of the trail. Lines are added and never changed. */
export const AuditLineSchema = z.object({
  at: Time,
  by: z.string(),
  action: z.enum(AUDIT_ACTIONS),
  detail: z.record(z.string(), z.unknown()),
});
export type AuditLine = z.infer<typeof AuditLineSchema>;

/** What came of a file: its faults, and whether it was taken, which it never is by half. */
export const FileAnswerSchema = z.object({
  faults: z.array(RosterFaultSchema),
  /** Applicants or photos the file holds. */
  found: z.number().int(),
  taken: z.boolean(),
});
export type FileAnswer = z.infer<typeof FileAnswerSchema>;

const Why = z.string().trim().min(1).max(500);
const change = z.object({ field: z.enum(TEXT_CHANGES), to: Name, why: Why });

export const rosterRoutes = {
  batches: {
    method: 'GET',
    path: '/api/staff/batches',
    body: nothing,
    reply: z.object({ batches: z.array(BatchSummarySchema) }),
  },
  makeBatch: {
    method: 'POST',
    path: '/api/staff/batches',
    body: z.object({ institution: Name, regionId: Id.nullable(), dates: BatchDatesSchema }),
    reply: BatchSchema,
  },
  batch: {
    method: 'GET',
    path: '/api/staff/batches/:batchId',
    body: nothing,
    reply: BatchSchema,
  },
  confirmPayment: {
    method: 'POST',
    path: '/api/staff/batches/:batchId/payment',
    body: z.object({ paidOn: CalendarDate }),
    reply: BatchSchema,
  },
  lockBatch: {
    method: 'POST',
    path: '/api/staff/batches/:batchId/lock',
    body: nothing,
    reply: BatchSchema,
  },
  photoVerdict: {
    method: 'POST',
    path: '/api/staff/applicants/:applicantId/photo-verdict',
    /** `jpeg`: the same picture as JPEG where the file is a PNG, since everything later reads JPEG. */
    body: z.object({ photoId: Id, verdict: z.enum(PHOTO_VERDICTS), jpeg: Jpeg.nullable() }),
    reply: nothing,
  },
  /** While the batch may still be edited. */
  correctApplicant: {
    method: 'POST',
    path: '/api/staff/applicants/:applicantId/correction',
    body: change,
    reply: nothing,
  },
  /** Afterwards (annex 3's 修改申请). For `level`, `to` is an examination's id. */
  requestChange: {
    method: 'POST',
    path: '/api/staff/applicants/:applicantId/changes',
    body: change,
    reply: nothing,
  },
  /** The same for a photo. `verdict`: what a browser saw in this JPEG; only a usable one is taken (`photos_not_usable`). */
  requestPhotoChange: {
    method: 'POST',
    path: '/api/staff/applicants/:applicantId/photo-changes',
    body: z.object({ jpeg: Jpeg, verdict: z.enum(PHOTO_VERDICTS), why: Why }),
    reply: nothing,
  },
  /** By another person than who asked, else `change_needs_another`. */
  decideChange: {
    method: 'POST',
    path: '/api/staff/changes/:changeId/decision',
    body: z.object({ decision: z.enum(['approved', 'refused']), note: z.string().max(500) }),
    reply: nothing,
  },
  /** What was done to one applicant and, where it concerns all, to the batch; oldest first. */
  audit: {
    method: 'GET',
    path: '/api/staff/applicants/:applicantId/audit',
    body: nothing,
    reply: z.object({ lines: z.array(AuditLineSchema) }),
  },
} as const satisfies Record<string, Route>;

/** Paths that carry files, for an organiser. A POST is answered with FileAnswerSchema, or for the scan BatchSchema. */
export const rosterFilePaths = {
  /** GET ?language=zh|en: an empty workbook. */
  template: '/api/staff/roster-template',
  /** POST an XLSX; `?take=yes` imports it if it has no fault, without it is only checked. */
  roster: '/api/staff/batches/:batchId/roster',
  /** POST a ZIP of photos. */
  photos: '/api/staff/batches/:batchId/photos',
  /** GET the photo of an applicant. */
  photo: '/api/staff/applicants/:applicantId/photo',
  /** GET the photo that a request asks for. */
  changePhoto: '/api/staff/changes/:changeId/photo',
  /** POST the signed scan (PDF, JPEG, PNG) with `?revision=`; GET it back. */
  declaration: '/api/staff/batches/:batchId/declaration',
} as const;
