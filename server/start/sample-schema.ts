import * as z from 'zod';
import { PaperFileSchema as PaperShape } from '../../shared/contract/paper.ts';
import { StaffRoleSchema } from '../../shared/contract/route.ts';
import { AssessmentComponentSchema } from '../../shared/contract/views.ts';
import { RuleChangesSchema } from '../../shared/contract/violation-rules.ts';
import { isIdentityNumber, normaliseIdentityNumber } from '../../shared/domain/identity-number.ts';
import { paperFaults } from '../../shared/domain/paper-faults.ts';
import { SESSION_KINDS } from '../../shared/domain/timetable.ts';
import { BETWEEN_SESSIONS } from '../../shared/domain/timetable-change.ts';

const FileName = z.string().regex(/^[a-z0-9-]{1,40}$/);
const CalendarDate = z.iso.date();
const TimeOfDay = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/);
const Minutes = z.number().int().nonnegative();

/** `plan.json`: annexes 1 and 2 of a notice: the examinations, their sessions and what is assessed in each. */
export const PlanFileSchema = z.object({
  dutyPhone: z.string(),
  complaintPhone: z.string(),
  /** Numbers of the regions beside the provincial centre's; `region` of a candidate names one (HELP-1). */
  regions: z
    .array(z.object({ id: FileName, name: z.string().min(1), dutyPhone: z.string(), complaintPhone: z.string() }))
    .default([]),
  rules: z.object({ entryBefore: Minutes, entryAfter: Minutes, minimumStay: Minutes }),
  betweenSessions: z.enum(BETWEEN_SESSIONS),
  /** Where the rules about violations differ from the usual ones (`shared/domain/violations/rules.ts`). */
  violationRules: RuleChangesSchema.default({}),
  /** A chief must confirm what a reviewer decides about a candidate (EVI-2). */
  fourEyes: z.boolean().default(true),
  /** The staff sign in with an authenticator besides the password, set up at their first sign-in (SEC-5). */
  staffSecondFactor: z.boolean().default(false),
  /** Only proctors with a valid pass are given candidates (QUA-1); an organiser changes it later. */
  proctorsQualify: z.boolean().default(true),
  /** So many days after its last session an examination's recordings and pictures are deleted (RET-1). */
  retentionDays: z.number().int().positive().max(3_650).default(180),
  /**
   * Whoever is without a network is offered an answer file this many minutes after the end, and has so many hours from
   * the end on to hand it over (ANS-6).
   */
  answerFile: z
    .object({ offerAfter: z.number().nonnegative(), bringWithin: z.number().positive() })
    .default({ offerAfter: 10, bringWithin: 24 }),
  examinations: z
    .array(
      z.object({
        id: FileName,
        title: z.string().min(1),
        occupation: z.string().min(1),
        level: z.string().min(1),
        sessions: z
          .array(
            z.object({
              id: FileName,
              kind: z.enum(SESSION_KINDS),
              mode: z.enum(['live', 'submission']),
              title: z.string().min(1),
              date: CalendarDate,
              start: TimeOfDay,
              endDate: CalendarDate,
              end: TimeOfDay,
            }),
          )
          .min(1),
        components: z.array(AssessmentComponentSchema),
      }),
    )
    .min(1),
});
export type PlanFile = z.output<typeof PlanFileSchema>;

/** `papers/<session>.json`: a paper with the key to every one of its items, and how it is marked. */
export const PaperFileSchema = PaperShape.superRefine((file, check) => {
  for (const { kind, where, detail } of paperFaults(file)) {
    check.addIssue({ code: 'custom', message: `${kind} at ${where} ${detail}`.trim() });
  }
});

const IdentityNo = z
  .string()
  .transform(normaliseIdentityNumber)
  .refine(isIdentityNumber, 'the check digit of this identity number is wrong');

/** `roster.json`: who sits which examination and who works there. `photo` names a JPEG under `photos/`. */
export const RosterFileSchema = z.object({
  candidates: z.array(
    z.object({
      examination: FileName,
      admissionNo: z.string().min(1).max(40),
      identityNo: IdentityNo,
      name: z.string().min(1),
      region: FileName.nullable().default(null),
      photo: z
        .string()
        .regex(/^[\w.-]+$/)
        .nullable(),
    }),
  ),
  staff: z.array(
    z.object({
      login: z.string().min(1),
      name: z.string().min(1),
      role: StaffRoleSchema,
      password: z.string().min(1),
      /** What a marker is assigned to: examinations, or single sessions. */
      marks: z.union([z.literal('all'), z.array(FileName)]).default([]),
      /** Who was trained and examined before: for so many days from loading on, and where (QUA-1). */
      qualified: z
        .object({ days: z.number().int().positive(), reason: z.string().min(1) })
        .nullable()
        .default(null),
    }),
  ),
});
