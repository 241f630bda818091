import { all, any, certificate, education, GRADUATE_OR_FINAL_YEAR, JUNIOR_COLLEGE, work } from './condition.ts';
import type { OccupationConditions } from './occupation-conditions.ts';

/** 劳动关系协调员. The notice begins at level 3. */
export const LABOUR: OccupationConditions = {
  lists: {
    own: '劳动关系协调员',
    work: { names: ['人力资源管理', '劳动保障事务处理', '社会工作'], open: true },
    certificates: {
      names: ['企业人力资源管理师', '劳动保障协理员', '劳动保障专理员', '社会工作者'],
      open: true,
    },
    ownMajors: ['劳动关系'],
    relatedMajors: () => ({
      names: ['劳动与社会保障', '劳动经济学', '人力资源管理', '工商企业管理', '法学', '社会学'],
      open: true,
    }),
  },
  levels: {
    3: [
      {
        number: 1,
        zh: '取得本职业①或相关职业四级/中级工职业资格证书(技能等级证书)②后，累计从事本职业或相关职业工作5年(含)以上。',
        en: 'Has worked in this or a related occupation for 5 years or more in all after obtaining a level 4 certificate ② of this or a related ① occupation.',
        condition: certificate(4, 5),
      },
      {
        number: 2,
        zh: '取得本职业或相关职业四级/中级工职业资格证书(技能等级证书)，并具有高级技工学校、技师学院毕业证书(含尚未取得毕业证书的在校应届毕业生)；或取得本职业或相关职业四级/中级工职业资格证书(技能等级证书)，并具有经评估论证、以高级技能为培养目标的高等职业学校本专业或相关专业③毕业证书(含尚未取得毕业证书的在校应届毕业生)。',
        en: 'Holds a level 4 certificate of this or a related occupation and has graduated from an advanced technical school or technician college (final-year students included); or holds such a certificate and has graduated in this or a related major ③ from a higher vocational school that was assessed as training advanced skills (final-year students included).',
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
        zh: '具有硕士研究生及以上本专业或相关专业学历证书(含尚未取得毕业证书的在校应届研究生毕业生)。',
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
        zh: '具有硕士研究生本专业或相关专业学历证书，并取得本职业或相关职业三级/高级工职业资格证书(技能等级证书)后，累计从事本职业或相关职业工作1年(含)以上。',
        en: 'Has a master’s diploma in this or a related major, and has worked in this or a related occupation for 1 year or more in all after obtaining a level 3 certificate of this or a related occupation.',
        condition: all(education(['master']), certificate(3, 1)),
      },
      {
        number: 5,
        zh: '具有博士研究生本专业或相关专业学历证书，累计从事本职业或相关职业工作2年(含)以上。',
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
      zh: '①相关职业是指人力资源管理、劳动保障事务处理、社会工作等职业。',
      en: '① Related occupations are human resources management, labour and social security services, social work and the like.',
    },
    {
      zh: '②相关职业资格证书(技能等级证书)是指企业人力资源管理师、劳动保障协理员、劳动保障专理员、社会工作者等与劳动关系协调员职业功能具有关联性的职业资格证书。',
      en: '② Related certificates are those whose occupation is connected in function with labour relations coordination, such as enterprise human resources manager, labour security assistant, labour security specialist, social worker.',
    },
    {
      zh: '③相关专业是指劳动与社会保障、劳动经济学、人力资源管理、工商企业管理、法学、社会学等专业。',
      en: '③ Related majors are labour and social security, labour economics, human resources management, business administration, law, sociology and the like.',
    },
  ],
};
