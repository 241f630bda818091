/** Programs that may not run beside the examination: the list, what organisers add to it, and what a computer runs of it. */
import * as z from 'zod';
import { EXTRA_PROGRAM_FAULTS, type ExtraProgram } from '../domain/extra-programs.ts';
import { PROGRAM_EVIDENCE, PROGRAM_KINDS, PROGRAM_POLICIES, WAYS_TO_QUIT } from '../domain/program-kinds.ts';
import type { ProhibitedList } from '../domain/prohibited-programs.ts';
import { Id } from './entries.ts';
import { nothing, type Route } from './route.ts';

const Marks = z.array(z.string().min(1).max(120));
const Ports = z.array(z.number().int().min(1).max(65_535));
const NameSchema = z.object({ zh: z.string().min(1), en: z.string().min(1) });

/** assets/prohibited-programs.json */
export const ProhibitedListSchema = z.object({
  version: z.string().min(1),
  programs: z.array(
    z.object({
      id: z.string().regex(/^[a-z0-9-]{1,40}$/),
      name: NameSchema,
      publisher: z.string().min(1),
      kind: z.enum(PROGRAM_KINDS),
      policy: z.enum(PROGRAM_POLICIES),
      quit: z.enum(WAYS_TO_QUIT),
      marks: z.object({
        images: z.object({ win32: Marks, darwin: Marks, linux: Marks }),
        originalNames: Marks,
        bundleIds: Marks,
        signers: Marks,
        ports: Ports,
      }),
    }),
  ),
}) satisfies z.ZodType<ProhibitedList>;

/** Its shape; what is wrong with the words in it says `extraProgramFaults`. */
export const ExtraProgramSchema = z.object({
  name: z.string().max(60),
  publisher: z.string().max(60),
  policy: z.enum(PROGRAM_POLICIES),
  images: z.array(z.string().max(120)).max(30),
  bundleIds: z.array(z.string().max(120)).max(30),
  ports: z.array(z.number()).max(30),
}) satisfies z.ZodType<ExtraProgram>;
export const ExtraProgramsSchema = z.array(ExtraProgramSchema).max(100);

/** A prohibited program that runs now, for its card in the device check. */
export const FoundProgramSchema = z.object({
  id: z.string().max(40),
  name: NameSchema,
  publisher: z.string(),
  kind: z.enum(PROGRAM_KINDS),
  policy: z.enum(PROGRAM_POLICIES),
  quit: z.enum(WAYS_TO_QUIT),
  /** Name of the file that runs; with `by` other than `image` it says nothing of the program. */
  image: z.string(),
  by: z.enum(PROGRAM_EVIDENCE),
  /** Whether it can be closed for the candidate (`closeProgram`). */
  closable: z.boolean(),
});
export type FoundProgram = z.infer<typeof FoundProgramSchema>;

/**
 * `closed` by itself when asked; `ended` after it did not; `comes_back`: something starts it again; `refused`: the system
 * does not let us; `gone`: it was not running any more.
 */
export const CLOSE_OUTCOMES = ['closed', 'ended', 'comes_back', 'refused', 'gone'] as const;
export type CloseOutcome = (typeof CLOSE_OUTCOMES)[number];

const ExtraProgramFaultSchema = z.object({
  row: z.number().int().nonnegative(),
  kind: z.enum(EXTRA_PROGRAM_FAULTS),
  value: z.string(),
  of: z.string(),
});
const ExaminationProgramsSchema = z.object({ examinationId: Id, programs: ExtraProgramsSchema });

export const prohibitedProgramRoutes = {
  /** Every examination with what was added for it, and the list that all of them have. */
  prohibitedPrograms: {
    method: 'GET',
    path: '/api/organiser/prohibited-programs',
    body: nothing,
    reply: z.object({ list: ProhibitedListSchema, examinations: z.array(ExaminationProgramsSchema) }),
  },
  /** Puts these in the place of what was added before, whole or, when something is wrong with them, not at all. */
  putProhibitedPrograms: {
    method: 'POST',
    path: '/api/organiser/examinations/:examinationId/prohibited-programs',
    body: z.object({ programs: ExtraProgramsSchema }),
    reply: z.object({ faults: z.array(ExtraProgramFaultSchema) }),
  },
} as const satisfies Record<string, Route>;
