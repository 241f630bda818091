/**
 * The narrow bridge between the exam window and its Electron shell: `window.shell` in the renderer, one ipc channel
 * a method in the main process. The shell checks the sender and parses every argument with these schemas.
 */
import * as z from 'zod';
import type { ViolationKind } from '../domain/violation.ts';
import { Hash, Id, Time } from './entries.ts';
import { CLOSE_OUTCOMES, ExtraProgramsSchema, FoundProgramSchema } from './prohibited-programs.ts';
import { SealedStatementSchema } from './shell-statement.ts';
import { CameraSchema } from './views.ts';

/** 32 bytes as base64. */
const AttemptKey = z.string().regex(/^[A-Za-z0-9+/]{43}=$/);

export const ShellInfoSchema = z.object({
  /** Origin of the pinned exam server, e.g. `https://192.168.1.5:8443`. */
  serverOrigin: z.string(),
  shellVersion: z.string(),
  platform: z.string(),
  /** Random, made at first start and kept: tells re-entry on this computer from another one. */
  computerId: Id,
});
export type ShellInfo = z.infer<typeof ShellInfoSchema>;

export const DeviceReportSchema = z.object({
  displays: z.number().int(),
  onBattery: z.boolean(),
  /** Prohibited programs that run now, each once. */
  prohibited: z.array(FoundProgramSchema),
  remoteSession: z.boolean(),
});
export type DeviceReport = z.infer<typeof DeviceReportSchema>;

/** What each lockdown step did. A failed step is reported, never fatal (LOCK-3). */
export const LockReportSchema = z.object({
  steps: z.array(z.object({ step: z.string(), ok: z.boolean(), note: z.string() })),
});
export type LockReport = z.infer<typeof LockReportSchema>;

export const SegmentMetaSchema = z.object({
  /** `[A-Za-z0-9_-]{1,64}`, unique: `<attemptId>-<camera>-<startedAt>` shortened by the recorder. */
  segmentId: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
  camera: CameraSchema,
  startedAt: Time,
  durationMs: z.number().nonnegative(),
  mime: z.string().max(100),
});
export type SegmentMeta = z.infer<typeof SegmentMetaSchema>;

export const EvidenceStatusSchema = z.object({
  /** Segments and bytes kept on this computer that the server has not acknowledged. */
  pending: z.number().int(),
  pendingBytes: z.number(),
  acknowledged: z.number().int(),
  state: z.enum(['idle', 'uploading', 'waiting_for_network', 'disk_full']),
});
export type EvidenceStatus = z.infer<typeof EvidenceStatusSchema>;

/** A newer version of this program, before a sign-in (UPD-1). `percent`: of the file that is here, 0 to 100. */
export const UpdateStateSchema = z.discriminatedUnion('step', [
  z.object({ step: z.literal('none') }),
  z.object({ step: z.literal('fetching'), version: z.string(), percent: z.number().min(0).max(100) }),
  z.object({ step: z.literal('ready'), version: z.string() }),
]);
export type UpdateState = z.infer<typeof UpdateStateSchema>;

const OfAttempt = z.object({ attemptId: Id });
/** `full`: no room there; `refused`: nothing may be written there; `gone`: the stick was pulled out; `failed`: the rest. */
export const AnswerFileSavedSchema = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('saved'), path: z.string() }),
  z.object({ outcome: z.enum(['cancelled', 'full', 'refused', 'gone', 'failed']) }),
]);
export type AnswerFileSaved = z.infer<typeof AnswerFileSavedSchema>;

/** Calls from the exam window: body in, reply out, both parsed. */
export const shellRequests = {
  info: { body: z.undefined(), reply: ShellInfoSchema },
  deviceReport: { body: z.undefined(), reply: DeviceReportSchema },
  /** What the organiser added to the list for this examination, in place of what was given before. */
  prohibitPrograms: { body: z.object({ programs: ExtraProgramsSchema }), reply: z.undefined() },
  /** Closes a prohibited program, by the id in the report, because the candidate asks for it. Takes up to ten seconds. */
  closeProgram: {
    body: z.object({ id: z.string().max(40) }),
    reply: z.object({ outcome: z.enum(CLOSE_OUTCOMES) }),
  },
  /** A clock that goes on in sleep and that nobody can set; it can be behind by `precisionMs` (TIME-3). */
  sinceBoot: {
    body: z.undefined(),
    reply: z.object({ ms: z.number().nonnegative(), precisionMs: z.number().nonnegative() }),
  },
  lock: { body: z.undefined(), reply: LockReportSchema },
  unlock: { body: z.undefined(), reply: LockReportSchema },
  /**
   * Opens the system's network settings and lifts the lock for them, for two minutes at most; the absence is told as a
   * finding. `opened` false: this system has none that could be opened, and stays locked.
   */
  openNetworkSettings: { body: z.undefined(), reply: z.object({ opened: z.boolean() }) },
  /** Hands the attempt's token and key to the recording spool, which then also uploads what an earlier run left. */
  evidenceOpen: { body: z.object({ attemptId: Id, token: z.string(), attemptKey: z.string() }), reply: z.undefined() },
  /** Resolves once the segment is encrypted and synced to disk. Rejects with reason `storage_full` when it cannot be. */
  evidencePut: {
    body: z.object({ meta: SegmentMetaSchema, bytes: z.instanceof(ArrayBuffer) }),
    reply: z.object({ sha256: Hash }),
  },
  /** Answers wait for the line: recordings leave it to them until `on` is false (NET-1). */
  evidenceGiveWay: { body: z.object({ on: z.boolean() }), reply: z.undefined() },
  evidenceStatus: { body: z.undefined(), reply: EvidenceStatusSchema },
  /**
   * Keeps the attempt's key sealed by the system, so that after a crash without network the journal can still be read
   * (ANS-6). Not `kept` where the system has no safe place for it.
   */
  keepAttemptKey: { body: OfAttempt.extend({ attemptKey: AttemptKey }), reply: z.object({ kept: z.boolean() }) },
  /** What this program says about itself, sealed for one sign-in (SEC-3). */
  statement: {
    body: OfAttempt.extend({ epoch: z.number().int(), attemptKey: AttemptKey }),
    reply: SealedStatementSchema,
  },
  /** Null: none is kept here, or the system cannot open it any more. */
  attemptKey: { body: OfAttempt, reply: z.object({ attemptKey: AttemptKey.nullable() }) },
  /** How far the journal reaches, sealed by the page, on the disk outside of IndexedDB: what tells a lost tail. */
  keepJournalReach: { body: OfAttempt.extend({ reach: z.string().max(20_000) }), reply: z.undefined() },
  journalReach: { body: OfAttempt, reply: z.object({ reach: z.string().nullable() }) },
  /** The attempt is over and everything received: its key and its journal's reach are removed. */
  forgetAttempt: { body: OfAttempt, reply: z.undefined() },
  /** Lets the candidate choose a place and puts the answer file there, durably (ANS-6). */
  answerFileSave: {
    body: z.object({
      fileName: z.string().regex(/^[\p{L}\p{N}_-]{1,100}[.]yunkao$/u),
      /** Of the dialog, in the candidate's language. */
      title: z.string().max(100),
      bytes: z.instanceof(ArrayBuffer),
    }),
    reply: AnswerFileSavedSchema,
  },
  /** Finds a newer version and fetches it; what becomes of it is told by `update`. Nothing once somebody has signed in. */
  lookForUpdate: { body: z.undefined(), reply: z.undefined() },
  /** Ends the program, puts in the version that is ready and opens it. */
  installUpdate: { body: z.undefined(), reply: z.undefined() },
  log: {
    body: z.object({ level: z.enum(['info', 'warn', 'error']), text: z.string().max(4000) }),
    reply: z.undefined(),
  },
  /** Undoes every lockdown step and ends the program. */
  quit: { body: z.undefined(), reply: z.undefined() },
} as const;

/** The violations that the shell itself sees (LOCK-2). */
const SHELL_FINDINGS = [
  ...(['app_switch', 'popup', 'lock_lost', 'screenshot', 'copy_attempt', 'extra_display'] as const),
  ...(['prohibited_app', 'remote_session', 'virtual_machine'] as const),
] satisfies readonly ViolationKind[];

/** What the shell tells the exam window unasked. */
export const shellEvents = {
  /** What a lockdown measure noticed (LOCK-2), that one is not in force (LOCK-3), or a prohibited program (LOCK-5). */
  finding: z.object({
    kind: z.enum(SHELL_FINDINGS),
    durationMs: z.number(),
    detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  }),
  evidenceStatus: EvidenceStatusSchema,
  update: UpdateStateSchema,
  /** The computer woke up. */
  resumed: z.object({}),
} as const;

export type ShellRequests = typeof shellRequests;
export type ShellRequestName = keyof ShellRequests;
export type ShellEvents = typeof shellEvents;
export type ShellEventName = keyof ShellEvents;
export type Finding = z.infer<ShellEvents['finding']>;

/** `window.shell`, as preload exposes it. */
export type ShellBridge = {
  [Name in ShellRequestName]: (
    ...args: z.input<ShellRequests[Name]['body']> extends undefined ? [] : [z.input<ShellRequests[Name]['body']>]
  ) => Promise<z.output<ShellRequests[Name]['reply']>>;
} & {
  /** Returns the function that ends the subscription. */
  on<Name extends ShellEventName>(name: Name, listener: (payload: z.output<ShellEvents[Name]>) => void): () => void;
};
