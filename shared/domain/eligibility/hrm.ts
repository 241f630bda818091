import {
  all,
  any,
  certificate,
  education,
  GRADUATE_OR_FINAL_YEAR,
  HIGHER_EDUCATION,
  JUNIOR_COLLEGE,
  VOCATIONAL,
  work,
} from './condition.ts';
import type { OccupationConditions } from './occupation-conditions.ts';

/** 企业人力资源管理师. */
export const HRM: OccupationConditions = {
  lists: {
    own: '企业人力资源管理师',
    work: { names: ['企业管理', '行政管理', '管理咨询', '管理研究'], open: true },
    certificates: { names: ['劳动关系协调员'], open: true },
    ownMajors: ['人力资源管理'],
    relatedMajors: () => ({
      names: ['工商企业管理', '行政管理', '管理科学', '劳动与社会保障', '劳动经济', '劳动关系'],
      open: true,
    }),
  },
  levels: {
    4: [
      {
        number: 1,
        zh: '累计从事本职业或相关职业①工作4年(含)以上。',
        en: 'Has worked in this or a related occupation ① for 4 years or more in all.',
        condition: work(4),
      },
      {
        number: 2,
        zh: '取得技工学校本专业或相关专业②毕业证书(含尚未取得毕业证书的在校应届毕业生)；或取得经评估论证、以中级技能为培养目标的中等及以上职业学校本专业或相关专业毕业证书(含尚未取得毕业证书的在校应届毕业生)。',
        en: 'Has graduated in this or a related major ② from a technical school (final-year students included); or in this or a related major from a vocational school of secondary or higher level that was assessed as training intermediate skills (final-year students included).',
        condition: any(
          education(['technical_school'], { standings: GRADUATE_OR_FINAL_YEAR }),
          education(VOCATIONAL, { standings: GRADUATE_OR_FINAL_YEAR, assessedFor: 'intermediate' }),
        ),
      },
      {
        number: 3,
        zh: '高等院校本专业或相关专业在校生。',
        en: 'Is a student of this or a related major in higher education.',
        condition: education(HIGHER_EDUCATION, { standings: ['enrolled', 'final_year'] }),
      },
    ],
    3: [
      {
        number: 1,
        zh: '取得本职业或相关职业四级/中级工职业资格证书(技能等级证书)③后，累计从事本职业或相关职业工作5年(含)以上。',
        en: 'Has worked in this or a related occupation for 5 years or more in all after obtaining a level 4 certificate ③ of this or a related occupation.',
        condition: certificate(4, 5),
      },
      {
        number: 2,
        zh: '取得本职业或相关职业四级/中级工职业资格证书(技能等级证书)，并具有高级技工学校、技师学院毕业证书(含尚未取得毕业证书的在校应届毕业生)；或取得本职业或相关职业四级/中级工职业资格证书(技能等级证书)，并具有经评估论证、以高级技能为培养目标的高等职业学校本专业或相关专业毕业证书(含尚未取得毕业证书的在校应届毕业生)。',
        en: 'Holds a level 4 certificate of this or a related occupation and has graduated from an advanced technical school or technician college (final-year students included); or holds such a certificate and has graduated in this or a related major from a higher vocational school that was assessed as training advanced skills (final-year students included).',
        condition: all(
          certificate(4),
          any(
            education(['advanced_technical_school', 'technician_college'], {
              standings: GRADUATE_OR_FINAL_YEAR,
              major: 'any',
            }),
            education(['higher_vocational'], { standings: GRADUATE_OR_FINAL_YEAR, assessedFor: 'advanced' }),
          ),
        ),
      },
      {
        number: 3,
        zh: '具有大学专科本专业或相关专业毕业证书，并取得本职业或相关职业四级/中级工职业资格证书(技能等级证书)后，累计从事本职业或相关职业工作2年(含)以上。',
        en: 'Has a junior college diploma in this or a related major, and has worked in this or a related occupation for 2 years or more in all after obtaining a level 4 certificate of this or a related occupation.',
        condition: all(education(JUNIOR_COLLEGE), certificate(4, 2)),
      },
      {
        number: 4,
        zh: '具有大学本科本专业或相关专业学历证书，并取得本职业或相关职业四级/中级工职业资格证书(技能等级证书)后，累计从事本职业或相关职业工作1年(含)以上。',
        en: 'Has a bachelor’s diploma in this or a related major, and has worked in this or a related occupation for 1 year or more in all after obtaining a level 4 certificate of this or a related occupation.',
        condition: all(education(['bachelor']), certificate(4, 1)),
      },
      {
        number: 5,
        zh: '具有硕士及以上本专业或相关专业学历证书(含尚未取得毕业证书的在校应届毕业生)。',
        en: 'Has a master’s or higher diploma in this or a related major (final-year students included).',
        condition: education(['master', 'doctor'], { standings: GRADUATE_OR_FINAL_YEAR }),
      },
    ],
    2: [
      {
        number: 1,
        zh: '取得本职业或相关职业三级/高级工职业资格证书(技能等级证书)后，累计从事本职业或相关职业工作4年(含)以上。',
        en: 'Has worked in this or a related occupation for 4 years or more in all after obtaining a level 3 certificate of this or a related occupation.',
        condition: certificate(3, 4),
      },
      {
        number: 2,
        zh: '取得本职业或相关职业三级/高级工职业资格证书(技能等级证书)的高级技工学校、技师学院毕业生，累计从事本职业或相关职业工作3年(含)以上；或取得本职业或相关职业预备技师证书的技师学院毕业生，累计从事本职业或相关职业工作2年(含)以上。',
        en: 'Is a graduate of an advanced technical school or technician college who holds a level 3 certificate of this or a related occupation, and has worked in this or a related occupation for 3 years or more in all; or is a graduate of a technician college who holds a pre-technician certificate of this or a related occupation, and has worked so for 2 years or more in all.',
        condition: any(
          all(
            certificate(3),
            education(['advanced_technical_school', 'technician_college'], { major: 'any' }),
            work(3),
          ),
          all(certificate('pre_technician'), education(['technician_college'], { major: 'any' }), work(2)),
        ),
      },
      {
        number: 3,
        zh: '具有大学本科本专业或相关专业学历证书，并取得本职业或相关职业三级/高级工职业资格证书(技能等级证书)后，累计从事本职业或相关职业工作2年(含)以上。',
        en: 'Has a bachelor’s diploma in this or a related major, and has worked in this or a related occupation for 2 years or more in all after obtaining a level 3 certificate of this or a related occupation.',
        condition: all(education(['bachelor']), certificate(3, 2)),
      },
      {
        number: 4,
        zh: '具有硕士本专业或相关专业学历证书，并取得本职业或相关职业三级/高级工职业资格证书(技能等级证书)后，累计从事本职业或相关职业工作1年(含)以上。',
        en: 'Has a master’s diploma in this or a related major, and has worked in this or a related occupation for 1 year or more in all after obtaining a level 3 certificate of this or a related occupation.',
        condition: all(education(['master']), certificate(3, 1)),
      },
      {
        number: 5,
        zh: '具有博士本专业或相关专业学历证书，累计从事本职业或相关职业工作2年(含)以上。',
        en: 'Has a doctor’s diploma in this or a related major, and has worked in this or a related occupation for 2 years or more in all.',
        condition: all(education(['doctor']), work(2)),
      },
    ],
    1: [
      {
        number: null,
        zh: '取得本职业或相关职业二级/技师职业资格证书(技能等级证书)后，累计从事本职业或相关职业工作4年(含)以上。',
        en: 'Has worked in this or a related occupation for 4 years or more in all after obtaining a level 2 certificate of this or a related occupation.',
        condition: certificate(2, 4),
      },
    ],
  },
  notes: [
    {
      zh: '①相关职业是指企业管理、行政管理、管理咨询、管理研究等职业。',
      en: '① Related occupations are enterprise management, administration, management consulting, management research and the like.',
    },
    {
      zh: '②相关专业是指工商企业管理、行政管理、管理科学、劳动与社会保障、劳动经济、劳动关系等。',
      en: '② Related majors are business administration, public administration, management science, labour and social security, labour economics, labour relations and the like.',
    },
    {
      zh: '③相关职业资格证书(技能等级证书)是指劳动关系协调员等与企业人力资源管理职业功能具有关联性的职业资格证书。',
      en: '③ Related certificates are those whose occupation is connected in function with enterprise human resources management, such as labour relations coordinator.',
    },
  ],
};
