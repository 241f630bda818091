import type { ApplicantRecord } from '../../shared/domain/eligibility/record.ts';
import { isIdentityNumber, normaliseIdentityNumber } from '../../shared/domain/identity-number.ts';
import { LEVEL_NAMES, levelNamed } from '../../shared/domain/occupation.ts';
import {
  type Applicant,
  inSessionOrder,
  type OfferedExamination,
  type RosterFault,
} from '../../shared/domain/roster.ts';
import type { SessionKind } from '../../shared/domain/timetable.ts';
import type { Sheet } from '../workbooks/cell.ts';
import { dateFrom } from './cell-value.ts';
import { openWorkbook } from './open-workbook.ts';
import {
  ASSESSMENT_CHOICE,
  type Choice,
  GRADE_CHOICE,
  SCHOOL_CHOICE,
  SESSION_CHOICE,
  STANDING_CHOICE,
  YES_CHOICE,
} from './roster-template.ts';
import { sheetTable, type TableCell } from './sheet-table.ts';

export interface RosterReading {
  applicants: Applicant[];
  /** While there is any, `applicants` is empty: nothing is imported by half. */
  faults: RosterFault[];
}

interface Context {
  /** What may be applied for. */
  offered: readonly OfferedExamination[];
  /** The last day that may stand in a record, `YYYY-MM-DD`. */
  today: string;
}

/** A number cell keeps 15 digits; an identity number has 18. */
const NUMBER_DIGITS = 15;

/** The value a word stands for; null, with a fault, for a word that is none of the choice. */
function chosen<Value>(cell: TableCell, choice: Choice<Value>): Value | null {
  const word = cell.text.toLowerCase();
  const found = choice.find(([, ...words]) => words.includes(word));
  if (found) return found[0];
  cell.reject('choice_unknown', `${cell.text}: ${choice.map(([, first]) => first).join('、')}`);
  return null;
}

/** Empty means no. */
const stated = (cell: TableCell): boolean => cell.text !== '' && chosen(cell, YES_CHOICE) === true;

function identityNumber(cell: TableCell): string | null {
  if (cell.typed === 'number') {
    const lost = Number(cell.text) >= 10 ** NUMBER_DIGITS;
    cell.reject(lost ? 'identity_lost_digits' : 'identity_malformed');
    return null;
  }
  const number = normaliseIdentityNumber(cell.text);
  // A number that was turned into text after Excel had taken its digits away, e.g. 2.10102E+17.
  if (/^\d(?:\.\d+)?E\+?\d+$/.test(number)) cell.reject('identity_lost_digits');
  else if (isIdentityNumber(number)) return number;
  else cell.reject('identity_malformed');
  return null;
}

function date(cell: TableCell, ofMonth: 'first' | 'last', today: string): string | null {
  const read = dateFrom(cell.text, ofMonth);
  if (read === null) cell.reject('date_unreadable');
  // This month, named without a day, is not in the future although its last day is.
  else if ((dateFrom(cell.text, 'first') ?? read) > today) cell.reject('date_in_future');
  else return read;
  return null;
}

function examination(occupation: TableCell, level: TableCell, offered: readonly OfferedExamination[]) {
  const named = levelNamed(level.text);
  const name = named === null ? level.text : LEVEL_NAMES[named].zh;
  const found = offered.find((each) => each.occupation === occupation.text && each.level === name);
  if (found) return found;
  if (offered.some((each) => each.occupation === occupation.text)) {
    const levels = offered.filter((each) => each.occupation === occupation.text).map((each) => each.level);
    level.reject('examination_not_offered', `${level.text}: ${levels.join('、')}`);
  } else {
    const names = [...new Set(offered.map((each) => each.occupation))];
    occupation.reject('examination_not_offered', `${occupation.text}: ${names.join('、')}`);
  }
  return null;
}

/** Empty: all sessions of the examination. */
function sessions(cell: TableCell, { sessions: offered }: OfferedExamination): SessionKind[] | null {
  if (cell.text === '') return offered.map(({ kind }) => kind);
  const kinds = cell.text.split(/[、,;/\s]+/).map((word) => chosen({ ...cell, text: word }, SESSION_CHOICE));
  if (kinds.includes(null)) return null;
  const known = kinds.filter((kind) => kind !== null);
  if (known.every((kind) => offered.some((each) => each.kind === kind))) return inSessionOrder(known);
  cell.reject('session_not_offered', `${cell.text}: ${offered.map(({ title }) => title).join('、')}`);
  return null;
}

/** A roster while it is read. */
interface Roster {
  sheets: readonly Sheet[];
  faults: RosterFault[];
  today: string;
  applicants: Map<string, Applicant>;
  /** Whether every applicant could be read: only then is a number that nobody has a fault of its own. */
  complete: boolean;
}

function readApplicants(roster: Roster, offered: readonly OfferedExamination[]): void {
  const { sheets, faults, applicants } = roster;
  const seen = new Map<string, number>();
  for (const { row, cells } of sheetTable(sheets, 'applicants', faults)) {
    const identityNo = identityNumber(cells.identityNo);
    const applied = examination(cells.occupation, cells.level, offered);
    const sat = applied && sessions(cells.sessions, applied);
    if (identityNo === null) continue;
    const before = seen.get(identityNo);
    if (before !== undefined) cells.identityNo.reject('identity_twice', `${identityNo}: ${before}`);
    else seen.set(identityNo, row);
    const apprenticeships = cells.apprenticeship.text === '' ? [] : [cells.apprenticeship.text];
    applicants.set(identityNo, {
      name: cells.name.text,
      identityNo,
      examinationId: applied?.id ?? '',
      sessions: sat ?? [],
      record: { work: [], certificates: [], education: [], apprenticeships },
    });
  }
  roster.complete = faults.length === 0;
}

/** Gives the applicant whose number stands in the cell more of a record. */
function addTo({ applicants, complete }: Roster, cell: TableCell, more: (record: ApplicantRecord) => ApplicantRecord) {
  const identityNo = identityNumber(cell);
  const applicant = identityNo === null ? undefined : applicants.get(identityNo);
  if (applicant) applicant.record = more(applicant.record);
  else if (identityNo !== null && complete) cell.reject('applicant_unknown');
}

function readWork(roster: Roster): void {
  for (const { cells } of sheetTable(roster.sheets, 'work', roster.faults)) {
    const from = date(cells.from, 'first', roster.today);
    const open = ['', '至今', 'now'].includes(cells.to.text.toLowerCase());
    const to = open ? null : date(cells.to, 'last', roster.today);
    if (from !== null && to !== null && to < from) cells.to.reject('dates_reversed', `${from} – ${to}`);
    const period = { occupation: cells.occupation.text, from: from ?? '', to, statedRelated: stated(cells.related) };
    addTo(roster, cells.identityNo, (record) => ({ ...record, work: [...record.work, period] }));
  }
}

function readCertificates(roster: Roster): void {
  for (const { cells } of sheetTable(roster.sheets, 'certificates', roster.faults)) {
    const grade = chosen(cells.grade, GRADE_CHOICE);
    const issuedOn = date(cells.issuedOn, 'last', roster.today);
    const statedRelated = stated(cells.related);
    addTo(roster, cells.identityNo, (record) => {
      if (grade === null || issuedOn === null) return record;
      const held = { occupation: cells.occupation.text, grade, issuedOn, statedRelated };
      return { ...record, certificates: [...record.certificates, held] };
    });
  }
}

function readEducation(roster: Roster): void {
  for (const { cells } of sheetTable(roster.sheets, 'education', roster.faults)) {
    const school = chosen(cells.school, SCHOOL_CHOICE);
    const standing = chosen(cells.standing, STANDING_CHOICE);
    const assessedFor = cells.assessedFor.text === '' ? null : chosen(cells.assessedFor, ASSESSMENT_CHOICE);
    const statedRelated = stated(cells.related);
    addTo(roster, cells.identityNo, (record) => {
      if (school === null || standing === null) return record;
      const studied = { school, major: cells.major.text, standing, assessedFor, statedRelated };
      return { ...record, education: [...record.education, studied] };
    });
  }
}

/** Reads a roster by the template of docs/roster-import.md and lists everything that is wrong with it. */
export async function readRoster(bytes: Buffer, context: Context): Promise<RosterReading> {
  const opened = await openWorkbook(bytes);
  if ('fault' in opened) return { applicants: [], faults: [opened.fault] };
  const { sheets } = opened;
  const faults: RosterFault[] = [];
  const roster: Roster = { sheets, faults, today: context.today, applicants: new Map(), complete: false };
  readApplicants(roster, context.offered);
  readWork(roster);
  readCertificates(roster);
  readEducation(roster);
  if (roster.applicants.size === 0 && faults.length === 0) {
    faults.push({ kind: 'no_applicants', sheet: sheets[0]?.name ?? '', row: null, cell: '', detail: '' });
  }
  // A record with a hole in it is no record: nothing is handed on that is not whole.
  return { applicants: faults.length === 0 ? [...roster.applicants.values()] : [], faults };
}
