/** What the parties are shown of an attempt: the nouns that several messages share. */
import * as z from 'zod';
import type { AssessmentComponent } from '../domain/assessment.ts';
import { COMPONENTS, ITEM_TYPES } from '../domain/paper.ts';
import { PHONE_CAUSES } from '../domain/phone-watch.ts';
import { SESSION_KINDS, type Session } from '../domain/timetable.ts';
import { BETWEEN_SESSIONS, type Replanned } from '../domain/timetable-change.ts';
import { VIOLATION_KINDS } from '../domain/violation.ts';
import { Id, Time } from './entries.ts';

export const CameraSchema = z.enum(['front', 'rear']);
/** `front`: the computer's camera and microphone. `rear`: the phone's second view. */
export type Camera = z.infer<typeof CameraSchema>;

/** A JPEG as base64 without a data-URL prefix, at most 1.5 MB of text. */
export const Jpeg = z.string().max(1_500_000);

/** How a viewer wants a picture: `away` while nobody can see it, `wall` as a tile, `raised` as the one looked at. */
export const ViewGradeSchema = z.enum(['away', 'wall', 'raised']);
export type ViewGrade = z.infer<typeof ViewGradeSchema>;

export const SessionSchema = z.object({
  id: Id,
  kind: z.enum(SESSION_KINDS),
  mode: z.enum(['live', 'submission']),
  title: z.string(),
  entryFrom: Time,
  entryUntil: Time,
  startsAt: Time,
  handInFrom: Time,
  endsAt: Time,
}) satisfies z.ZodType<Session>;

/** One row of annex 2 with its points and weight. */
export const AssessmentComponentSchema = z.object({
  component: z.enum(COMPONENTS),
  title: z.string().min(1),
  session: z.enum(SESSION_KINDS),
  itemTypes: z.array(z.enum(ITEM_TYPES)).min(1),
  itemCount: z.number().int().positive().nullable(),
  points: z.number().positive(),
  weight: z.number().positive().max(100),
}) satisfies z.ZodType<AssessmentComponent>;

/** One occupation and level on its exam day. */
export const ExaminationSchema = z.object({
  id: Id,
  title: z.string(),
  occupation: z.string(),
  level: z.string(),
  sessions: z.array(SessionSchema),
  components: z.array(AssessmentComponentSchema),
  /** Between two sessions of the day the exam window stays locked, or lets go of the computer. */
  betweenSessions: z.enum(BETWEEN_SESSIONS),
  /** Sessions that are not when they were announced (TIME-5): as they were then, and why they were changed last. */
  replanned: z.array(
    z.object({ sessionId: Id, startsAt: Time, endsAt: Time, why: z.string() }) satisfies z.ZodType<Replanned>,
  ),
  /** For whoever is without a network at the end (ANS-6). */
  answerFile: z.object({ offerAfterMs: z.number().nonnegative(), bringWithinMs: z.number().positive() }),
  /** So many days after the last session recordings and pictures are deleted (RET-1). */
  retentionDays: z.number().int().positive(),
  /** Telephone numbers a candidate may call: duty desk and complaints (notice section 4.5). */
  dutyPhone: z.string(),
  complaintPhone: z.string(),
});
export type Examination = z.infer<typeof ExaminationSchema>;

/**
 * `unchecked` nothing yet; `enrolment_pending` a first photo waits for a proctor; `manual_pending` the automatic
 * tries are used up and a proctor decides; `refused` a proctor refused (the candidate may ask again).
 */
export const IdentityStateSchema = z.enum(['unchecked', 'enrolment_pending', 'manual_pending', 'verified', 'refused']);

export const ReceiptSchema = z.object({
  sessionId: Id,
  /** What the candidate writes down, e.g. `YK-20261123-7F3K2Q`. */
  receiptNo: z.string(),
  handedInAt: Time,
  handedInBy: z.enum(['candidate', 'deadline', 'proctor']),
  responsesHash: z.string(),
  answered: z.number().int(),
});
export type Receipt = z.infer<typeof ReceiptSchema>;

/** The attempt as its own candidate may see it. */
export const AttemptSchema = z.object({
  id: Id,
  epoch: z.number().int(),
  /** Orders this candidate's items and options (`shuffledPaper`); recorded, the same for the whole attempt. */
  seed: z.string().min(1).max(64),
  consentAt: Time.nullable(),
  identity: IdentityStateSchema,
  /** Automatic identity tries left before a proctor decides. */
  triesLeft: z.number().int(),
  phone: z.enum(['none', 'live', 'lost']),
  /** Why it is lost, or may soon be; null otherwise. */
  phoneCause: z.enum(PHONE_CAUSES).nullable(),
  /** Since when the candidate asks for the proctor (HAND-1); null: not now. */
  handRaisedAt: Time.nullable(),
  /** Sessions whose paper was opened: only they may be entered again after the latest entry. */
  opened: z.array(Id),
  receipts: z.array(ReceiptSchema),
});
export type Attempt = z.infer<typeof AttemptSchema>;

export const MessageSchema = z.object({
  id: Id,
  at: Time,
  from: z.string(),
  text: z.string().min(1).max(500),
  toAll: z.boolean(),
});
export type Message = z.infer<typeof MessageSchema>;

/** Where the candidate is in the flow, as the exam window reports it. */
export const StageSchema = z.enum(['consent', 'identity', 'device_check', 'waiting', 'answering', 'handed_in']);
export type Stage = z.infer<typeof StageSchema>;

export const DEVICE_CHECKS = [
  'camera',
  'microphone',
  'speaker',
  'download',
  'upload',
  'hotspot',
  'power',
  'displays',
  'programs',
  'phone',
] as const;

/** One row of the device check. `value` is the measured figure in the row's unit (Mbps, MB/s, seconds, count, 0..1). */
export const DeviceCheckRowSchema = z.object({
  check: z.enum(DEVICE_CHECKS),
  result: z.enum(['passed', 'warning', 'failed']),
  value: z.number().nullable(),
  note: z.string().max(300),
});
export type DeviceCheckRow = z.infer<typeof DeviceCheckRowSchema>;

export const EVENT_KINDS = [
  'signed_in',
  'shell_stated',
  'epoch_fenced',
  'consented',
  'identity_tried',
  'identity_decided',
  'device_checked',
  'online',
  'offline',
  'phone_paired',
  'phone_lost',
  'phone_back',
  'phone_battery_low',
  'rear_view_confirmed',
  'paper_opened',
  'entries_late',
  'entries_fenced',
  'answer_file_imported',
  'late_answers_admitted',
  'divergence',
  'divergence_repaired',
  'divergence_unresolved',
  'journal_damaged',
  'handed_in',
  'thesis_received',
  'thesis_refused',
  'left_shell',
  'recording_gap',
  'clock_drift',
  'computer_slept',
  'watch_changed',
  'message',
  'snapshot',
  'hand_raised',
  'hand_lowered',
  'looked_at',
  'finding_cleared',
  'finding_restored',
  ...VIOLATION_KINDS,
] as const;

/** A line of the proctor's event list. `detail` fills the words shown for the kind. */
export const AttemptEventSchema = z.object({
  id: Id,
  attemptId: Id,
  at: Time,
  kind: z.enum(EVENT_KINDS),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});
export type AttemptEvent = z.infer<typeof AttemptEventSchema>;
export type EventKind = (typeof EVENT_KINDS)[number];

/** What opens a session's paper package: 32 bytes as base64. */
export const PaperKeySchema = z.object({ sessionId: Id, key: z.string().min(1) });
export type PaperKey = z.infer<typeof PaperKeySchema>;

/** One place on the proctor's wall. A candidate who never signed in has a place too. */
export const WallPlaceSchema = z.object({
  candidateId: Id,
  examinationId: Id,
  attemptId: Id.nullable(),
  name: z.string(),
  admissionNo: z.string(),
  stage: StageSchema.nullable(),
  identity: IdentityStateSchema,
  online: z.boolean(),
  offlineSince: Time.nullable(),
  phone: z.enum(['none', 'live', 'lost']),
  phoneLostSince: Time.nullable(),
  phoneCause: z.enum(PHONE_CAUSES).nullable(),
  handRaisedAt: Time.nullable(),
  /** Items with an answer in the session now open, and how many that paper has. */
  answered: z.number().int(),
  items: z.number().int(),
  /** Those the candidate is registered for (REG-1). */
  sessions: z.array(Id),
  handedIn: z.array(Id),
  violations: z.number().int(),
  /** When a proctor last looked closely at the candidate. */
  lookedAt: Time.nullable(),
  /** Others of the examination are given to proctors, and this candidate to none (ASG-1). */
  unwatched: z.boolean(),
});
export type WallPlace = z.infer<typeof WallPlaceSchema>;

export const IdentityCheckSchema = z.object({
  id: Id,
  at: Time,
  kind: z.enum(['verification', 'enrolment']),
  /** Cosine similarity -1..1; null for an enrolment. */
  similarity: z.number().nullable(),
  livenessPassed: z.boolean(),
  verdict: z.enum(['verified', 'retry', 'manual', 'enrolment']),
  /** Ids for `picture`: the picture taken now, and the registered photo where there is one. */
  livePictureId: Id,
  registeredPictureId: Id.nullable(),
  decision: z.enum(['confirmed', 'refused']).nullable(),
  decidedBy: z.string().nullable(),
});
export type IdentityCheck = z.infer<typeof IdentityCheckSchema>;

/** A stored stretch of recording that plays by itself. */
export const SegmentSchema = z.object({
  id: Id,
  camera: CameraSchema,
  startedAt: Time,
  durationMs: z.number().nonnegative(),
  bytes: z.number().int(),
  mime: z.string(),
  sha256: z.string(),
});
export type Segment = z.infer<typeof SegmentSchema>;

/** RTCIceServer, as far as we use it. */
export const IceServerSchema = z.object({
  urls: z.union([z.string(), z.array(z.string())]),
  username: z.string().optional(),
  credential: z.string().optional(),
});
export type IceServer = z.infer<typeof IceServerSchema>;
