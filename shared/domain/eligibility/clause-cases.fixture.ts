/** For every clause of annex 7: a record that meets it exactly, and what is missing when it is just missed. */
import type { Level, Occupation } from '../occupation.ts';
import type { Shortfall } from './eligibility.ts';
import type { ApplicantRecord, Education, Grade } from './record.ts';

/** Time is counted up to here: the report deadline of annex 3. */
export const ON = '2020-09-10';
/** The first day from which so many years are full on `ON`, and the day after, which leaves one day too few. */
const since = (years: number) => `${2020 - years}-09-11`;
const tooLate = (years: number) => `${2020 - years}-09-12`;

export interface ClauseCase {
  occupation: Occupation;
  level: Level;
  clause: number | null;
  title: string;
  record: ApplicantRecord;
  /** What the clause lacks, by kind; empty: it is met. */
  missing: Shortfall['kind'][];
}

/** Names that count for an occupation, and names that do not. */
const NAMES = {
  hrm: { work: '管理咨询', held: '劳动关系协调员', major: '工商企业管理', stranger: '厨师' },
  infant: { work: '保育员', held: '保育员', major: '学前教育', stranger: '厨师' },
  labour: { work: '社会工作', held: '劳动保障协理员', major: '法学', stranger: '厨师' },
} as const;

export const record = (parts: Partial<ApplicantRecord>): ApplicantRecord => ({
  work: [],
  certificates: [],
  education: [],
  apprenticeships: [],
  ...parts,
});
export const job = (occupation: string, from: string) => ({ occupation, from, to: null, statedRelated: false });
export const holds = (occupation: string, grade: Grade, issuedOn = '2010-01-01') => ({
  occupation,
  grade,
  issuedOn,
  statedRelated: false,
});
export const studied = (
  school: Education['school'],
  major: string,
  standing: Education['standing'] = 'graduated',
  assessedFor: Education['assessedFor'] = null,
): Education => ({ school, major, standing, assessedFor, statedRelated: false });

type Row = readonly [
  clause: number | null,
  title: string,
  parts: Partial<ApplicantRecord>,
  ...missing: Shortfall['kind'][],
];
const cases = (occupation: Occupation, level: Level, rows: readonly Row[]): ClauseCase[] =>
  rows.map(([clause, title, parts, ...missing]) => ({
    occupation,
    level,
    clause,
    title,
    record: record(parts),
    missing,
  }));

/** (1) of several levels: a certificate, then years. */
function afterCertificate(occupation: Occupation, clause: number | null, grade: Grade, years: number): Row[] {
  const { work, held, stranger } = NAMES[occupation];
  const long = job(work, '2000-01-01');
  return [
    [
      clause,
      `${years} years since the certificate`,
      { work: [long], certificates: [holds(held, grade, since(years))] },
    ],
    [
      clause,
      `a day less than ${years} years since the certificate`,
      { work: [long], certificates: [holds(held, grade, tooLate(years))] },
      'work_after_certificate',
    ],
    [
      clause,
      `${years} years, but in another occupation`,
      { work: [job(stranger, '2000-01-01')], certificates: [holds(held, grade)] },
      'work_after_certificate',
    ],
    [
      clause,
      'a certificate of another occupation',
      { work: [long], certificates: [holds(stranger, grade)] },
      'certificate',
    ],
    [
      clause,
      'a certificate not issued yet',
      { work: [long], certificates: [holds(held, grade, '2020-09-11')] },
      'certificate',
    ],
  ];
}

/** A diploma and a certificate with years after it. */
function diplomaAndYears(
  occupation: Occupation,
  clause: number,
  school: Education['school'],
  grade: Grade,
  years: number,
): Row[] {
  const { work, held, major } = NAMES[occupation];
  const rest = { work: [job(work, '2000-01-01')], certificates: [holds(held, grade, since(years))] };
  return [
    [clause, `${school}, ${years} years`, { ...rest, education: [studied(school, major)] }],
    [
      clause,
      `${school}, a day less than ${years} years`,
      { ...rest, certificates: [holds(held, grade, tooLate(years))], education: [studied(school, major)] },
      'work_after_certificate',
    ],
    [clause, `${school} of another major`, { ...rest, education: [studied(school, '烹饪')] }, 'education'],
    [clause, `${school} not finished`, { ...rest, education: [studied(school, major, 'final_year')] }, 'education'],
    [clause, 'no diploma', rest, 'education'],
    [clause, 'no certificate', { ...rest, certificates: [], education: [studied(school, major)] }, 'certificate'],
  ];
}

function intermediateSchool(occupation: Occupation, clause: number): Row[] {
  const { major } = NAMES[occupation];
  const education = (...all: Education[]) => ({ education: all });
  return [
    [clause, 'technical school, graduated', education(studied('technical_school', major))],
    [clause, 'technical school, final year', education(studied('technical_school', major, 'final_year'))],
    [
      clause,
      'technical school, not yet final year',
      education(studied('technical_school', major, 'enrolled')),
      'education',
    ],
    [clause, 'technical school, another major', education(studied('technical_school', '烹饪')), 'education'],
    [
      clause,
      'assessed vocational school',
      education(studied('secondary_vocational', major, 'final_year', 'intermediate')),
    ],
    [clause, 'vocational school not assessed', education(studied('secondary_vocational', major)), 'education'],
    [
      clause,
      'vocational school assessed for advanced skills',
      education(studied('secondary_vocational', major, 'graduated', 'advanced')),
      'education',
    ],
  ];
}

function advancedSchool(occupation: Occupation, clause: number, anyMajor: boolean): Row[] {
  const { held, major } = NAMES[occupation];
  const certificates = [holds(held, 4)];
  const collegeMajor = anyMajor ? '烹饪' : major;
  const higher = studied('higher_vocational', major, 'final_year', 'advanced');
  return [
    [clause, 'technician college', { certificates, education: [studied('technician_college', collegeMajor)] }],
    [
      clause,
      'advanced technical school, final year',
      { certificates, education: [studied('advanced_technical_school', collegeMajor, 'final_year')] },
    ],
    [
      clause,
      'technician college, not yet final year',
      { certificates, education: [studied('technician_college', collegeMajor, 'enrolled')] },
      'education',
    ],
    [clause, 'assessed higher vocational school', { certificates, education: [higher] }],
    [
      clause,
      'higher vocational school not assessed',
      { certificates, education: [{ ...higher, assessedFor: null }] },
      'education',
    ],
    [
      clause,
      'higher vocational school, another major',
      { certificates, education: [{ ...higher, major: '烹饪' }] },
      'education',
    ],
    [clause, 'no certificate', { education: [higher] }, 'certificate'],
  ];
}

/** Levels 3 to 1 of 企业人力资源管理师 and 劳动关系协调员 ask for the same. */
function management(occupation: 'hrm' | 'labour'): ClauseCase[] {
  const { work, held, major } = NAMES[occupation];
  const master = (standing: Education['standing']) => ({ education: [studied('master', major, standing)] });
  const technician = (school: Education['school'], grade: Grade, from: string) => ({
    work: [job(work, from)],
    certificates: [holds(held, grade, '2020-09-01')],
    education: [studied(school, '烹饪')],
  });
  const doctor = (from: string, studiedMajor: string) => ({
    work: [job(work, from)],
    education: [studied('doctor', studiedMajor)],
  });
  return [
    ...cases(occupation, 3, [
      ...afterCertificate(occupation, 1, 4, 5),
      ...advancedSchool(occupation, 2, true),
      ...diplomaAndYears(occupation, 3, 'junior_college', 4, 2),
      ...diplomaAndYears(occupation, 4, 'bachelor', 4, 1),
      [5, 'master', master('graduated')],
      [5, 'master, final year', master('final_year')],
      [5, 'master, not yet final year', master('enrolled'), 'education'],
      [5, 'doctor', { education: [studied('doctor', major)] }],
      [5, 'bachelor only', { education: [studied('bachelor', major)] }, 'education'],
      [5, 'master of another major', { education: [studied('master', '烹饪')] }, 'education'],
    ]),
    ...cases(occupation, 2, [
      ...afterCertificate(occupation, 1, 3, 4),
      [2, 'technician college and level 3, 3 years', technician('technician_college', 3, since(3))],
      [2, 'advanced technical school and level 3, 3 years', technician('advanced_technical_school', 3, since(3))],
      [2, 'level 3, a day less than 3 years', technician('advanced_technical_school', 3, tooLate(3)), 'work'],
      [2, 'pre-technician, 2 years', technician('technician_college', 'pre_technician', since(2))],
      [
        2,
        'pre-technician, a day less than 2 years',
        technician('technician_college', 'pre_technician', tooLate(2)),
        'work',
      ],
      [
        2,
        'pre-technician of an advanced technical school',
        technician('advanced_technical_school', 'pre_technician', since(2)),
        'education',
      ],
      ...diplomaAndYears(occupation, 3, 'bachelor', 3, 2),
      ...diplomaAndYears(occupation, 4, 'master', 3, 1),
      [5, 'doctor, 2 years', doctor(since(2), major)],
      [5, 'doctor, a day less than 2 years', doctor(tooLate(2), major), 'work'],
      [5, 'doctor of another major', doctor(since(2), '烹饪'), 'education'],
    ]),
    ...cases(occupation, 1, afterCertificate(occupation, null, 2, 4)),
  ];
}

const student = (school: Education['school'], standing: Education['standing']) => ({
  education: [studied(school, NAMES.hrm.major, standing)],
});

export const CLAUSE_CASES: readonly ClauseCase[] = [
  ...management('hrm'),
  ...management('labour'),
  ...cases('hrm', 4, [
    [1, '4 years', { work: [job('行政管理', since(4))] }],
    [1, 'a day less than 4 years', { work: [job('行政管理', tooLate(4))] }, 'work'],
    [1, '4 years in another occupation', { work: [job('厨师', since(4))] }, 'work'],
    ...intermediateSchool('hrm', 2),
    [3, 'student of a university', student('bachelor', 'enrolled')],
    [3, 'student of a junior college, final year', student('junior_college', 'final_year')],
    [3, 'no student any more', student('bachelor', 'graduated'), 'education'],
    [3, 'student, but not in higher education', student('technical_school', 'enrolled'), 'education'],
    [3, 'student of another major', { education: [studied('bachelor', '烹饪', 'enrolled')] }, 'education'],
  ]),
  ...cases('infant', 5, [
    [1, '1 year', { work: [job('家政服务员', since(1))] }],
    [1, 'a day less than 1 year', { work: [job('家政服务员', tooLate(1))] }, 'work'],
    [2, 'apprenticeship served', { apprenticeships: ['育婴员'] }],
    [2, 'apprenticeship in a related occupation', { apprenticeships: ['保育员'] }],
    [2, 'apprenticeship in another occupation', { apprenticeships: ['厨师'] }, 'apprenticeship'],
  ]),
  ...cases('infant', 4, [
    ...afterCertificate('infant', 1, 5, 4),
    [2, '6 years', { work: [job('育婴员', since(6))] }],
    [2, 'a day less than 6 years', { work: [job('育婴员', tooLate(6))] }, 'work'],
    ...intermediateSchool('infant', 3),
  ]),
  ...cases('infant', 3, [
    ...afterCertificate('infant', 1, 4, 5),
    ...advancedSchool('infant', 2, false),
    [
      2,
      'technician college, another major',
      { certificates: [holds('育婴员', 4)], education: [studied('technician_college', '烹饪')] },
      'education',
    ],
    ...diplomaAndYears('infant', 3, 'junior_college', 4, 2),
    ...diplomaAndYears('infant', 3, 'doctor', 4, 2),
  ]),
];
