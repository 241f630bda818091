/** What is wrong with a paper that arrives as a file, and where: the organiser's console has the words. */
import { z } from 'zod';
import { PAPER_FAULTS } from '../domain/paper-faults.ts';

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
  'form_ambiguous',
  'value_not_of_form',
  'picture_kind',
  'picture_text_missing',
  'picture_damaged',
  'shape',
  // QTI packages.
  'manifest_missing',
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
