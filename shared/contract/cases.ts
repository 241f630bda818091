/** Adjudication (EVI-2): what was reported of a candidate, who judged it and how, and what may still be done. */
import * as z from 'zod';
import { CASE_STATES, type CaseReport } from '../domain/adjudication.ts';
import { VERDICTS } from '../domain/case-grounds.ts';
import { VIOLATION_KINDS } from '../domain/violation.ts';
import { Hash, Id, Time } from './entries.ts';
import { nothing, type Route, StaffRoleSchema } from './route.ts';

const Text = z.string().trim().min(1).max(1_000);
const VerdictSchema = z.enum(VERDICTS);
const Ground = z.string().max(60);

export const CaseReportSchema = z
  .object({
    sessionId: Id,
    kind: z.enum(VIOLATION_KINDS),
    /** On the server's clock. */
    from: Time,
    until: Time,
    findings: z.array(Id).max(200),
  })
  .refine(({ from, until }) => from <= until, { path: ['until'] }) satisfies z.ZodType<CaseReport>;

const verdict = { verdict: VerdictSchema, ground: Ground, text: z.string() };
export const CaseStepSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('reported'), report: CaseReportSchema, fourEyes: z.boolean(), text: z.string() }),
  z.object({ kind: z.literal('judged'), ...verdict }),
  z.object({ kind: z.literal('passed_on'), text: z.string() }),
  z.object({ kind: z.literal('decided'), ...verdict }),
  z.object({ kind: z.literal('appealed'), text: z.string() }),
]);

export const CaseSchema = z.object({
  caseId: Id,
  attemptId: Id,
  candidate: z.object({ name: z.string(), admissionNo: z.string() }),
  examinationId: Id,
  report: CaseReportSchema,
  standing: z.object({
    state: z.enum(CASE_STATES),
    verdict: VerdictSchema.nullable(),
    ground: z.string().nullable(),
    round: z.number().int().positive(),
  }),
  /** All that was ever done about it, oldest first. */
  steps: z.array(
    z.object({
      seq: z.number().int().positive(),
      at: Time,
      by: z.object({ id: Id, name: z.string(), role: StaffRoleSchema }),
      step: CaseStepSchema,
      hash: Hash,
    }),
  ),
  /** False: a step of this candidate's cases was changed, removed or put in. */
  intact: z.boolean(),
});
export type Case = z.infer<typeof CaseSchema>;

const judgement = z.object({ verdict: VerdictSchema, ground: Ground, text: Text });

export const caseRoutes = {
  /** Of everybody, the latest report first. */
  cases: {
    method: 'GET',
    path: '/api/staff/cases',
    body: nothing,
    reply: z.object({ cases: z.array(CaseSchema) }),
  },
  attemptCases: {
    method: 'GET',
    path: '/api/staff/attempts/:attemptId/cases',
    body: nothing,
    reply: z.object({ cases: z.array(CaseSchema) }),
  },
  reportCase: {
    method: 'POST',
    path: '/api/staff/attempts/:attemptId/cases',
    body: z.object({ report: CaseReportSchema, text: Text }),
    reply: CaseSchema,
  },
  /** A reviewer's verdict. Refused with `case_not_waiting` or `case_needs_another`. */
  judgeCase: { method: 'POST', path: '/api/staff/cases/:caseId/judgement', body: judgement, reply: CaseSchema },
  /** A reviewer asks for a second one; the second, for a chief. */
  passOnCase: {
    method: 'POST',
    path: '/api/staff/cases/:caseId/passing-on',
    body: z.object({ text: Text }),
    reply: CaseSchema,
  },
  /** A chief's last word. */
  decideCase: { method: 'POST', path: '/api/staff/cases/:caseId/decision', body: judgement, reply: CaseSchema },
  /** The candidate objects to a closed case: it is opened again with its history. */
  appealCase: {
    method: 'POST',
    path: '/api/staff/cases/:caseId/appeal',
    body: z.object({ text: Text }),
    reply: CaseSchema,
  },
} as const satisfies Record<string, Route>;
