import { defineWords } from '../../../ui/words.ts';

/** What is missing for a clause of annex 7, and how a record is told. */
export const eligibilityWords = defineWords(
  {
    clause: (number: number | null) => (number === null ? '唯一条件' : `第（${number}）条`),
    span: (months: number, days: number) =>
      `${months >= 12 ? `${Math.floor(months / 12)}年` : ''}${months % 12 > 0 ? `${months % 12}个月` : ''}${days > 0 || months === 0 ? `${days}天` : ''}`,
    work: (years: number, have: string) => `本职业或相关职业工作需满${years}年，现有${have}`,
    certificate: (grade: string) => `缺本职业或相关职业${grade}证书`,
    workAfterCertificate: (grade: string, years: number, have: string) =>
      `取得${grade}证书后需再工作满${years}年，现有${have}`,
    education: {
      school: (schools: string) => `缺${schools}学历`,
      standing: (schools: string) => `${schools}学历的在读或毕业状态不符`,
      assessment: () => '学校未注明经评估的培养目标',
      major: () => '专业不是本专业或相关专业',
    },
    apprenticeship: '没有学徒期满记录',
    notOffered: '附件7没有这个职业等级',
    and: '；',
    or: '、',
    school: {
      technical_school: '技工学校',
      secondary_vocational: '中等职业学校',
      advanced_technical_school: '高级技工学校',
      technician_college: '技师学院',
      higher_vocational: '高等职业学校',
      junior_college: '大学专科',
      bachelor: '大学本科',
      master: '硕士',
      doctor: '博士',
    },
    standing: { graduated: '毕业', final_year: '应届', enrolled: '在校' },
    assessment: { intermediate: '中级技能', advanced: '高级技能' },
    preTechnician: '预备技师',
    level: ['', '一级', '二级', '三级', '四级', '五级'],
    apprenticed: (occupation: string) => `${occupation}学徒期满`,
  },
  {
    clause: (number) => (number === null ? 'the condition' : `clause (${number})`),
    span: (months, days) =>
      [
        months >= 12 ? `${Math.floor(months / 12)} y` : '',
        months % 12 > 0 ? `${months % 12} m` : '',
        days > 0 || months === 0 ? `${days} d` : '',
      ]
        .filter(Boolean)
        .join(' '),
    work: (years, have) => `needs ${years} years in this or a related occupation, has ${have}`,
    certificate: (grade) => `no ${grade} certificate of this or a related occupation`,
    workAfterCertificate: (grade, years, have) => `needs ${years} years after the ${grade} certificate, has ${have}`,
    education: {
      school: (schools) => `no education at: ${schools}`,
      standing: (schools) => `not (yet) as asked at: ${schools}`,
      assessment: () => 'the school is not reported as assessed',
      major: () => 'the major is neither this nor a related one',
    },
    apprenticeship: 'no apprenticeship served to its end',
    notOffered: 'annex 7 does not have this occupation and level',
    and: '; ',
    or: ', ',
    school: {
      technical_school: 'technical school',
      secondary_vocational: 'secondary vocational school',
      advanced_technical_school: 'advanced technical school',
      technician_college: 'technician college',
      higher_vocational: 'higher vocational school',
      junior_college: 'junior college',
      bachelor: 'bachelor',
      master: 'master',
      doctor: 'doctor',
    },
    standing: { graduated: 'graduated', final_year: 'final year', enrolled: 'enrolled' },
    assessment: { intermediate: 'intermediate skills', advanced: 'advanced skills' },
    preTechnician: 'pre-technician',
    level: ['', 'level 1', 'level 2', 'level 3', 'level 4', 'level 5'],
    apprenticed: (occupation) => `apprenticeship in ${occupation}`,
  },
);
