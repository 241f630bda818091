/** What is wrong with a paper that arrives as a file, and where: the organiser's console has the words. */
import * as z from 'zod';
import { COMPONENTS } from '../domain/paper.ts';
import { PAPER_FAULTS } from '../domain/paper-faults.ts';
import { Id, Time } from './entries.ts';
import { nothing, type Route } from './route.ts';

/** What can be wrong before there is a paper: with the archive, its XML, a workbook's cells, a QTI package. */
export const PAPER_FILE_FAULTS = [
  // The file as a whole; `found` says what it looks like.
  'file_kind',
  'archive_damaged',
  'archive_encrypted',
  'archive_unsafe_name',
  'archive_too_many_entries',
  'archive_too_large',
  'xml_malformed',
  'xml_doctype',
  'xml_encoding',
  'xml_too_deep',
  // Workbooks.
  'part_missing',
  'sheet_missing',
  'sheet_unknown',
  'sheet_too_large',
  'heading_missing',
  'heading_unknown',
  'heading_twice',
  'rows_more_than_one',
  'formula',
  'merged_cells',
  'cell_error',
  'option_gap',
  'table_unknown',
  'table_unused',
  'marker_unknown',
  'picture_missing',
  'picture_twice',
  'picture_not_in_row',
  'picture_elsewhere',
  // Values, wherever they stand.
  'value_missing',
  'value_unknown',
  'value_not_number',
  'value_out_of_range',
  'value_too_long',
  'id_twice',
  'section_unknown',
  'item_unknown',
  'session_other',
  'component_other',
  'component_points',
  'id_in_other_session',
  'form_ambiguous',
  'value_not_of_form',
  'picture_kind',
  'picture_text_missing',
  'picture_damaged',
  'shape',
  // QTI packages.
  'qti_version',
  'test_missing',
  'file_missing',
  'element_missing',
  'element_unknown',
  'element_twice',
  'interaction_unknown',
] as const;

export const PAPER_IMPORT_FAULTS = [...PAPER_FILE_FAULTS, ...PAPER_FAULTS] as const;
export type PaperImportFaultKind = (typeof PAPER_IMPORT_FAULTS)[number];

/** A workbook's fault has sheet, row and cell; a package's has file, element and line. */
export const PaperImportPlaceSchema = z.object({
  sheet: z.string().optional(),
  row: z.number().int().optional(),
  /** As the spreadsheet names it, e.g. `B7`. */
  cell: z.string().optional(),
  /** Path inside the archive. */
  file: z.string().optional(),
  element: z.string().optional(),
  line: z.number().int().optional(),
  /** Id of the item, section, stimulus or picture. */
  item: z.string().optional(),
});
export type PaperImportPlace = z.infer<typeof PaperImportPlaceSchema>;

export const PaperImportFaultSchema = z.object({
  kind: z.enum(PAPER_IMPORT_FAULTS),
  place: PaperImportPlaceSchema,
  /** What stands there, what was expected; the words name them. */
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type PaperImportFault = z.infer<typeof PaperImportFaultSchema>;

/** One row of annex 2 and what a paper has of it. */
const ComponentShareSchema = z.object({
  component: z.enum(COMPONENTS),
  title: z.string(),
  /** As planned. */
  points: z.number(),
  paperPoints: z.number(),
});

export const PaperSummarySchema = z.object({
  title: z.string(),
  items: z.number().int(),
  /** Planned for the session (题量); null where annex 2 names none. Another number is no fault. */
  plannedItems: z.number().int().nullable(),
  pictures: z.number().int(),
  components: z.array(ComponentShareSchema),
});
export type PaperSummary = z.infer<typeof PaperSummarySchema>;

export const SessionPaperSchema = z.object({
  examinationId: Id,
  examinationTitle: z.string(),
  sessionId: Id,
  sessionTitle: z.string(),
  /** From then on the paper cannot be replaced any more. */
  closesAt: Time,
  replaceable: z.boolean(),
  paper: PaperSummarySchema.nullable(),
});
export type SessionPaper = z.infer<typeof SessionPaperSchema>;

/** What came of a file: a summary, or its faults; it is never taken by half. */
export const PaperAnswerSchema = z.object({
  faults: z.array(PaperImportFaultSchema),
  paper: PaperSummarySchema.nullable(),
  taken: z.boolean(),
});
export type PaperAnswer = z.infer<typeof PaperAnswerSchema>;

export const paperRoutes = {
  /** Every session with its paper, in the order of the plan. */
  sessionPapers: {
    method: 'GET',
    path: '/api/organiser/papers',
    body: nothing,
    reply: z.object({ sessions: z.array(SessionPaperSchema) }),
  },
} as const satisfies Record<string, Route>;

/** Paths that carry paper files, for an organiser. */
export const paperFilePaths = {
  /** POST a workbook or a package, answered with PaperAnswerSchema; `?take=yes` imports it if it has no fault. */
  file: '/api/organiser/papers/:sessionId/file',
  /** GET `?format=xlsx|qti&language=zh|en`: the session's paper with its key. */
  export: '/api/organiser/papers/:sessionId/export',
  /** GET `?language=zh|en`: a workbook with an example of every item type. */
  template: '/api/organiser/papers/:sessionId/template',
} as const;
