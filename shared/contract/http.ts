/**
 * Every HTTP exchange, as data: method, path, what goes in and what comes out. The server registers
 * its handlers from this table and the clients call through it, so that neither can drift. A refusal is
 * `{ reason, params }` (RefusalSchema) with a 4xx or 5xx status. `:name` in a path is filled from `params`.
 */

import * as z from 'zod';
import { ACTIONS_ASKED, LIVENESS_ACTIONS } from '../domain/identity.ts';
import { REASONS } from '../support/fault.ts';
import { assignmentRoutes } from './assignment.ts';
import { cameraLedgerRoutes } from './camera-ledger.ts';
import { caseRoutes } from './cases.ts';
import { clearanceRoutes } from './clearance.ts';
import { AnswerStateSchema, CursorSchema, EntryOriginSchema, Hash, Id, Time } from './entries.ts';
import { evidenceManifestRoutes } from './evidence-manifest.ts';
import { helpRoutes } from './help.ts';
import { lateEntryRoutes } from './late-entries.ts';
import { markingRoutes } from './marking.ts';
import { paperRoutes } from './paper-import.ts';
import { proctoringRoutes } from './proctoring.ts';
import { ExtraProgramsSchema, prohibitedProgramRoutes } from './prohibited-programs.ts';
import { publicationRoutes } from './publication.ts';
import { qualificationRoutes } from './qualification.ts';
import { resultRoutes } from './results.ts';
import { retentionRoutes } from './retention.ts';
import { reviewRoutes } from './review.ts';
import { rosterRoutes } from './roster.ts';
import { nothing, type Route } from './route.ts';
import { shellStatementRoutes } from './shell-statement.ts';
import { staffAccountRoutes } from './staff-accounts.ts';
import { rearViewRoutes } from './still.ts';
import { thesisRoutes } from './thesis.ts';
import { timetableRoutes } from './timetable.ts';
import { trainingRoutes } from './training.ts';
import {
  AttemptEventSchema,
  AttemptSchema,
  CameraSchema,
  DeviceCheckRowSchema,
  ExaminationSchema,
  IceServerSchema,
  IdentityCheckSchema,
  Jpeg,
  PaperKeySchema,
  ReceiptSchema,
  SegmentSchema,
} from './views.ts';
import { RuleChangesSchema, violationRuleRoutes } from './violation-rules.ts';

export const RefusalSchema = z.object({
  reason: z.enum(REASONS),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type Refusal = z.infer<typeof RefusalSchema>;

/** A MobileFaceNet template: 192 numbers, unit length. Used once for the comparison and not stored. */
const Template = z.array(z.number()).length(192);

/** That somebody alive was there, as the exam window saw it. */
const LivenessSeen = {
  livenessPassed: z.boolean(),
  /** What was asked for, in this order. */
  actions: z.array(z.enum(LIVENESS_ACTIONS)).length(ACTIONS_ASKED),
  /** Largest head turn seen to an asked side, degrees; 0 where none was asked. */
  turnDegrees: z.number(),
};

const routes = {
  examinations: {
    method: 'GET',
    path: '/api/examinations',
    body: nothing,
    reply: z.object({ protocol: z.number().int(), serverTime: Time, examinations: z.array(ExaminationSchema).min(1) }),
  },
  candidateSignIn: {
    method: 'POST',
    path: '/api/candidate/sign-in',
    body: z.object({
      protocol: z.number().int(),
      admissionNo: z.string().min(1).max(40),
      identityNo: z.string().min(1).max(40),
      computerId: Id,
      platform: z.string().max(200),
      /** Close the attempt on another computer that is online now; else `already_signed_in`. */
      takeOver: z.boolean(),
    }),
    reply: z.object({
      token: z.string(),
      serverTime: Time,
      candidate: z.object({ id: Id, name: z.string(), admissionNo: z.string(), hasPhoto: z.boolean() }),
      examination: ExaminationSchema,
      /** What the organiser added to the list of prohibited programs for it. */
      prohibitedPrograms: ExtraProgramsSchema,
      violationRules: RuleChangesSchema,
      attempt: AttemptSchema,
      /** 32 random bytes of this attempt, base64: encrypts the journal and the recordings on this computer. */
      attemptKey: z.string(),
      /** The exam centre's public key: answer files are sealed for it (ANS-6). */
      answerFileKey: z.string(),
      reentry: z.boolean(),
    }),
  },
  consent: { method: 'POST', path: '/api/candidate/consent', body: nothing, reply: AttemptSchema },
  registeredPhoto: {
    method: 'GET',
    path: '/api/candidate/photo',
    body: nothing,
    reply: z.object({ jpeg: Jpeg }),
  },
  identityCheck: {
    method: 'POST',
    path: '/api/candidate/identity-check',
    body: z.object({
      picture: Jpeg,
      liveTemplate: Template,
      /** Null when no face could be found in the registered photo: the proctor decides. */
      registeredTemplate: Template.nullable(),
      ...LivenessSeen,
    }),
    reply: z.object({
      verdict: z.enum(['verified', 'retry', 'manual']),
      similarity: z.number(),
      attempt: AttemptSchema,
    }),
  },
  enrol: {
    method: 'POST',
    path: '/api/candidate/enrol',
    body: z.object({ picture: Jpeg, ...LivenessSeen }),
    reply: AttemptSchema,
  },
  /** Camera refused, missing or without a usable face: asks a proctor to decide, with a picture where there is one. */
  askProctor: {
    method: 'POST',
    path: '/api/candidate/ask-proctor',
    body: z.object({ picture: Jpeg.nullable(), note: z.string().max(300) }),
    reply: AttemptSchema,
  },
  deviceCheck: {
    method: 'POST',
    path: '/api/candidate/device-check',
    body: z.object({ rows: z.array(DeviceCheckRowSchema).max(20) }),
    reply: nothing,
  },
  phoneToken: {
    method: 'POST',
    path: '/api/candidate/phone-token',
    body: nothing,
    /** `url` carries the token in its fragment and is what the QR code shows. */
    reply: z.object({ url: z.string(), expiresAt: Time }),
  },
  /**
   * What opens the session's paper package, from its start on. Whoever waits is sent it by `paper.key` at the start;
   * this is for everybody else.
   */
  paperKey: {
    method: 'GET',
    path: '/api/candidate/papers/:sessionId/key',
    body: nothing,
    reply: PaperKeySchema,
  },
  /** What the server holds for this attempt: for re-entry (ANS-4). */
  answers: {
    method: 'GET',
    path: '/api/candidate/answers',
    body: nothing,
    reply: z.object({
      state: AnswerStateSchema,
      /** When each item was last answered and last flagged, by item id. */
      touchedAt: z.object({ response: z.record(Id, Time), flag: z.record(Id, Time) }),
      /** One cursor an epoch, so that a computer knows which of its old entries are unsent. */
      cursors: z.array(CursorSchema),
      /** Entries that a later one carries, also where this computer has forgotten that it did. */
      carried: z.array(EntryOriginSchema),
    }),
  },
  handIn: {
    method: 'POST',
    path: '/api/candidate/hand-in',
    body: z.object({
      sessionId: Id,
      epoch: z.number().int(),
      lastSeq: z.number().int().nonnegative(),
      responsesHash: Hash,
    }),
    reply: ReceiptSchema,
  },
  /** Acknowledges a segment's hash: only then may the local copy go (EVI-1). 404 `not_found` until it is stored. */
  segmentAcknowledgement: {
    method: 'GET',
    path: '/api/evidence/segments/:segmentId',
    body: nothing,
    reply: z.object({ sha256: Hash }),
  },
  phoneRedeem: {
    method: 'POST',
    path: '/api/phone/redeem',
    body: z.object({ token: z.string().max(100), device: z.string().max(300) }),
    reply: z.object({ phoneToken: z.string(), serverTime: Time, candidateName: z.string(), examTitle: z.string() }),
  },
  attemptEvents: {
    method: 'GET',
    path: '/api/staff/attempts/:attemptId/events',
    body: nothing,
    reply: z.object({ events: z.array(AttemptEventSchema) }),
  },
  identityChecks: {
    method: 'GET',
    path: '/api/staff/attempts/:attemptId/identity-checks',
    body: nothing,
    reply: z.object({ checks: z.array(IdentityCheckSchema) }),
  },
  identityDecision: {
    method: 'POST',
    path: '/api/staff/attempts/:attemptId/identity-decision',
    body: z.object({ decision: z.enum(['confirmed', 'refused']), reason: z.string().max(300) }),
    reply: nothing,
  },
  segments: {
    method: 'GET',
    path: '/api/staff/attempts/:attemptId/segments',
    body: nothing,
    reply: z.object({ segments: z.array(SegmentSchema) }),
  },
  iceServers: {
    method: 'GET',
    path: '/api/staff/ice-servers',
    body: nothing,
    reply: z.object({ iceServers: z.array(IceServerSchema) }),
  },
  ...staffAccountRoutes,
  ...shellStatementRoutes,
  ...cameraLedgerRoutes,
  ...evidenceManifestRoutes,
  ...rearViewRoutes,
  ...clearanceRoutes,
  ...proctoringRoutes,
  ...lateEntryRoutes,
  ...rosterRoutes,
  ...paperRoutes,
  ...thesisRoutes,
  ...resultRoutes,
  ...publicationRoutes,
  ...helpRoutes,
  ...assignmentRoutes,
  ...qualificationRoutes,
  ...trainingRoutes,
  ...markingRoutes,
  ...caseRoutes,
  ...reviewRoutes,
  ...prohibitedProgramRoutes,
  ...violationRuleRoutes,
  ...retentionRoutes,
  ...timetableRoutes,
} as const satisfies Record<string, Route>;

export { routes };
export type RouteName = keyof typeof routes;
export type RouteBody<Name extends RouteName> = z.input<(typeof routes)[Name]['body']>;
export type RouteReply<Name extends RouteName> = z.output<(typeof routes)[Name]['reply']>;

/** Paths that carry bytes, not JSON. All but the first two want `Authorization: Bearer`. */
export const rawPaths = {
  /** `{ ok: true }` once the server can serve; no token. */
  health: '/api/health',
  /** `{ ok: true }` while the database answers, else `server_error`; no token. */
  ready: '/api/ready',
  /** tus 1.0 endpoint; POST and PATCH by a candidate or a phone. Metadata: TusMetadataSchema. */
  evidence: '/api/evidence/upload',
  /** tus 1.0 endpoint; POST and PATCH by a candidate. Metadata: ThesisMetadataSchema. */
  thesis: '/api/thesis/upload',
  /** GET ?bytes=N: that many random bytes (at most 16 MB). Candidate. */
  speedDownload: '/api/speed/download',
  /** POST any bytes, answered with 204 after the last one (at most 16 MB). Candidate. */
  speedUpload: '/api/speed/upload',
  /** GET + session id, candidate: the paper sealed under the key of `paperKey`, from entry on. */
  paperPackage: '/api/candidate/paper-packages/',
  /** GET + segment id, proctor: the recording itself, with ranges. */
  segmentContent: '/api/staff/segments/',
  /** GET + submission id, organiser or a marker assigned to its session: the file, under a name that tells no candidate. */
  thesisContent: '/api/staff/theses/',
  /** POST an answer file, organiser: answered with AnswerFileReportSchema; `?take=yes` imports it. */
  answerFile: '/api/organiser/answer-files',
  /** GET ?language=zh-CN|en, organiser: the results of every examination as XLSX. */
  resultsWorkbook: '/api/organiser/results.xlsx',
  /** GET + attempt id, ?format=json|csv, proctor: the ledger of its cameras as a file, JSON with the whole chains. */
  cameraLedger: '/api/staff/camera-ledgers/',
  /** GET + picture id, proctor: JPEG. */
  picture: '/api/staff/pictures/',
} as const;

/** tus Upload-Metadata of one segment (all values are strings there). */
export const TusMetadataSchema = z.object({
  segmentId: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
  camera: CameraSchema,
  startedAt: z.coerce.number().nonnegative(),
  durationMs: z.coerce.number().nonnegative(),
  mime: z.string().max(100),
  sha256: Hash,
});
export type TusMetadata = z.infer<typeof TusMetadataSchema>;
