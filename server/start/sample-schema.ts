import { z } from 'zod';
import { AnswerKeySchema, PaperSchema } from '../../shared/contract/views.ts';
import { isIdentityNumber, normaliseIdentityNumber } from '../../shared/domain/identity-number.ts';
import { itemsOf } from '../../shared/domain/paper.ts';

/** `examination.json`: the examination without its times. */
export const ExaminationFileSchema = z.object({
  title: z.string().min(1),
  occupation: z.string(),
  level: z.string(),
  dutyPhone: z.string(),
  complaintPhone: z.string(),
  sessions: z
    .array(
      z.object({ id: z.string().regex(/^[a-z0-9-]{1,40}$/), kind: z.enum(['theory', 'skills']), title: z.string() }),
    )
    .min(1),
});

/** `papers/<session>.json`: a paper and the key to every one of its items. */
export const PaperFileSchema = z
  .object({ paper: PaperSchema, key: AnswerKeySchema })
  .superRefine(({ paper, key }, check) => {
    for (const { id } of itemsOf(paper)) {
      if (!key[id]) check.addIssue({ code: 'custom', message: `item ${id} has no key` });
    }
  });

const IdentityNo = z
  .string()
  .transform(normaliseIdentityNumber)
  .refine(isIdentityNumber, 'the check digit of this identity number is wrong');

/** `roster.json`: who sits the examination and who watches. `photo` names a JPEG under `photos/`. */
export const RosterFileSchema = z.object({
  candidates: z.array(
    z.object({
      admissionNo: z.string().min(1).max(40),
      identityNo: IdentityNo,
      name: z.string().min(1),
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
      role: z.enum(['proctor']),
      password: z.string().min(1),
    }),
  ),
});
