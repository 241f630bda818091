import type { ApplicantRecord } from './eligibility/record.ts';
import { SESSION_KINDS, type SessionKind } from './timetable.ts';

/** One applicant of a batch, as the roster says. */
export interface Applicant {
  name: string;
  identityNo: string;
  /** The occupation and level applied for. */
  examinationId: string;
  /** What will be sat: all sessions, or those to be repeated. */
  sessions: SessionKind[];
  record: ApplicantRecord;
}

/** An examination that may be applied for. */
export interface OfferedExamination {
  id: string;
  occupation: string;
  level: string;
  sessions: { kind: SessionKind; title: string }[];
}

/** What can be wrong with a roster file or its photos. The organiser reads words made from it. */
export const ROSTER_FAULTS = [
  'file_unreadable',
  'file_too_large',
  'sheet_missing',
  'heading_missing',
  'heading_unknown',
  'heading_twice',
  'too_many_rows',
  'no_applicants',
  'merged_cells',
  'formula',
  'cell_unreadable',
  'value_missing',
  'value_too_long',
  'choice_unknown',
  'date_unreadable',
  'date_in_future',
  'dates_reversed',
  'identity_lost_digits',
  'identity_malformed',
  'identity_twice',
  'identity_in_other_batch',
  'applicant_unknown',
  'examination_not_offered',
  'session_not_offered',
  'photo_name',
  'photo_kind',
  'photo_twice',
  'photo_too_large',
] as const;
export type RosterFaultKind = (typeof ROSTER_FAULTS)[number];

/** Where a fault stands. `row` 1 is the headings; empty texts and null: the whole sheet or file. */
export interface RosterFault {
  kind: RosterFaultKind;
  sheet: string;
  row: number | null;
  /** As the spreadsheet names it, e.g. `B7`; for a photo its file name. */
  cell: string;
  /** What stands there, or what was expected. */
  detail: string;
}

export const inSessionOrder = (kinds: readonly SessionKind[]): SessionKind[] =>
  SESSION_KINDS.filter((kind) => kinds.includes(kind));

/** What a photo shows, as the organiser's browser saw it. Only `usable` is one: exactly one face, large enough. */
export const PHOTO_VERDICTS = ['usable', 'no_face', 'several_faces', 'too_small', 'unreadable'] as const;
export type PhotoVerdict = (typeof PHOTO_VERDICTS)[number];

/** How many apply for each examination: what annex 6 declares. */
export function countsOf(applicants: readonly { examinationId: string }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { examinationId } of applicants) counts[examinationId] = (counts[examinationId] ?? 0) + 1;
  return counts;
}
