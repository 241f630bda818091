import type { Assessment, Grade, School, Standing } from '../../shared/domain/eligibility/record.ts';
import { LEVEL_NAMES, LEVELS } from '../../shared/domain/occupation.ts';
import type { SessionKind } from '../../shared/domain/timetable.ts';

/** A column by the headings it may have, the Chinese one first. `required`: the column, and a value in every row. */
export interface Column {
  headings: readonly [zh: string, en: string];
  required: boolean;
}
const column = (zh: string, en: string, required = true): Column => ({ headings: [zh, en], required });

/** The four sheets of a roster; docs/roster-import.md describes them to those who fill them in. */
export const ROSTER_SHEETS = {
  applicants: {
    names: ['考生', 'Candidates'],
    required: true,
    columns: {
      name: column('姓名', 'Name'),
      identityNo: column('身份证号码', 'Identity number'),
      occupation: column('职业', 'Occupation'),
      level: column('等级', 'Level'),
      sessions: column('场次', 'Sessions', false),
      apprenticeship: column('学徒期满职业', 'Apprenticeship served in', false),
    },
  },
  work: {
    names: ['工作经历', 'Work'],
    required: false,
    columns: {
      identityNo: column('身份证号码', 'Identity number'),
      occupation: column('从事职业', 'Occupation'),
      from: column('开始日期', 'From'),
      to: column('结束日期', 'To', false),
      related: column('属相关职业', 'Stated related', false),
    },
  },
  certificates: {
    names: ['职业资格证书', 'Certificates'],
    required: false,
    columns: {
      identityNo: column('身份证号码', 'Identity number'),
      occupation: column('证书职业', 'Occupation'),
      grade: column('证书等级', 'Level'),
      issuedOn: column('发证日期', 'Issued on'),
      related: column('属相关证书', 'Stated related', false),
    },
  },
  education: {
    names: ['学历', 'Education'],
    required: false,
    columns: {
      identityNo: column('身份证号码', 'Identity number'),
      school: column('学校类别', 'School'),
      major: column('专业', 'Major'),
      standing: column('状态', 'Standing'),
      assessedFor: column('经评估培养目标', 'Assessed for', false),
      related: column('属相关专业', 'Stated related', false),
    },
  },
} as const satisfies Record<
  string,
  { names: readonly [string, string]; required: boolean; columns: Record<string, Column> }
>;

export type SheetName = keyof typeof ROSTER_SHEETS;
export type ColumnName<Sheet extends SheetName> = keyof (typeof ROSTER_SHEETS)[Sheet]['columns'] & string;

/** A cell that takes one of a few words, in either language. */
export type Choice<Value> = readonly (readonly [Value, ...string[]])[];

export const SCHOOL_CHOICE: Choice<School> = [
  ['technical_school', '技工学校', 'technical school'],
  ['secondary_vocational', '中等职业学校', '中职', '中专', 'secondary vocational school'],
  ['advanced_technical_school', '高级技工学校', 'advanced technical school'],
  ['technician_college', '技师学院', 'technician college'],
  ['higher_vocational', '高等职业学校', '高职', 'higher vocational school'],
  ['junior_college', '大学专科', '专科', '大专', 'junior college'],
  ['bachelor', '大学本科', '本科', 'bachelor'],
  ['master', '硕士', '硕士研究生', 'master'],
  ['doctor', '博士', '博士研究生', 'doctor'],
];
export const STANDING_CHOICE: Choice<Standing> = [
  ['graduated', '毕业', 'graduated'],
  ['final_year', '应届', '应届毕业生', 'final year'],
  ['enrolled', '在校', '在校生', 'enrolled'],
];
export const ASSESSMENT_CHOICE: Choice<Assessment> = [
  ['intermediate', '中级技能', '中级', 'intermediate'],
  ['advanced', '高级技能', '高级', 'advanced'],
];
export const GRADE_CHOICE: Choice<Grade> = [
  ...LEVELS.map((level) => {
    const { zh, trade, en } = LEVEL_NAMES[level];
    return [level, zh, trade, `${zh}/${trade}`, `${level}级`, `${level}`, en] as const;
  }),
  ['pre_technician', '预备技师', 'pre-technician'],
];
export const YES_CHOICE: Choice<boolean> = [
  [true, '是', 'yes'],
  [false, '否', 'no'],
];
export const SESSION_CHOICE: Choice<SessionKind> = [
  ['theory', '理论', '理论知识', '理论知识考试', 'theory'],
  ['skills', '技能', '专业能力', '专业能力考核', '操作技能', '操作技能考核', '技能操作', 'skills'],
  ['review', '综评', '综合评审', 'review'],
];
