import { groundText } from '../../shared/domain/case-grounds.ts';
import type { CaseMaterial } from './case-material.ts';
import { EXPORT_WORDS } from './export-words.ts';

/** Files of one case, as paths within the export. */
export interface CaseFiles {
  folder: string;
  pictures: readonly string[];
  clips: readonly string[];
  /** What each camera of the candidate recorded, from beginning to end. */
  recordings: readonly string[];
}

export interface CaseRow extends CaseFiles {
  number: number;
  admissionNo: string;
  name: string;
  examination: string;
  session: string;
  kind: string;
  from: string;
  until: string;
  standing: string;
  ground: string;
  report: string;
  reportedBy: string;
  decidedBy: string;
}

const moments = new Intl.DateTimeFormat('sv-SE', {
  dateStyle: 'short',
  timeStyle: 'medium',
  timeZone: 'Asia/Shanghai',
});
/** `2026-11-30 14:03:09`, the exam centre's time. */
export const momentText = (at: number): string => moments.format(at);

/** What the list says of a case. */
export function caseRow(number: number, each: CaseMaterial, files: CaseFiles): CaseRow {
  const { candidate, examination, session, report, standing, links } = each;
  const { verdict, ground, state } = standing;
  const decided = links.filter(({ step }) => step.kind === 'judged' || step.kind === 'decided').at(-1);
  return {
    ...{ number, admissionNo: candidate.admissionNo, name: candidate.name, examination, session, ...files },
    kind: EXPORT_WORDS.kind[report.kind],
    from: momentText(report.from),
    until: momentText(report.until),
    standing: state === 'closed' && verdict !== null ? EXPORT_WORDS[verdict] : EXPORT_WORDS.state[state],
    ground: verdict !== null && ground !== null ? groundText(verdict, ground, 'zh') : '',
    report: links[0]?.step.text ?? '',
    reportedBy: links[0]?.by.name ?? '',
    decidedBy: decided?.by.name ?? '',
  };
}
