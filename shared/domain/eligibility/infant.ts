import {
  all,
  any,
  certificate,
  education,
  GRADUATE_OR_FINAL_YEAR,
  HIGHER_EDUCATION,
  VOCATIONAL,
  work,
} from './condition.ts';
import type { OccupationConditions } from './occupation-conditions.ts';
import type { School } from './record.ts';

const RELATED_OCCUPATIONS = [
  '婴幼儿发展引导员',
  '幼儿教育教师',
  '儿科医师',
  '儿科护士',
  '孤残儿童护理员',
  '母婴保健技术服务人员',
  '保健调理师',
  '健康管理师',
  '保育员',
  '家政服务员',
];

/** Note ③ names the related majors by the kind of school. */
const SECONDARY = ['护理', '中医护理', '家政服务与管理', '营养与保健'];
const HIGHER_VOCATIONAL = [
  '护理',
  '预防医学',
  '公共卫生管理',
  '人口与家庭发展服务',
  '临床医学',
  '中医学',
  '食品营养与卫生',
  '健康管理',
  '医学营养',
  '心理咨询',
  '营养配餐',
  '特殊教育',
  '心理健康教育',
  '幼儿发展与健康管理',
  '中医康复技术',
];
const UNIVERSITY = ['护理学', '基础医学', '预防医学', '中医学', '妇幼保健医学', '针灸推拿', '教育学', '小学教育'];

/** 高级技工学校 and 技师学院, which note ③ does not name, train at both of the lower tiers. */
const RELATED_MAJORS: Record<School, readonly string[]> = {
  technical_school: SECONDARY,
  secondary_vocational: SECONDARY,
  advanced_technical_school: [...SECONDARY, ...HIGHER_VOCATIONAL],
  technician_college: [...SECONDARY, ...HIGHER_VOCATIONAL],
  higher_vocational: HIGHER_VOCATIONAL,
  junior_college: HIGHER_VOCATIONAL,
  bachelor: UNIVERSITY,
  master: UNIVERSITY,
  doctor: UNIVERSITY,
};

/** 育婴员. Its lists are closed, and a related certificate is one of a related occupation. */
export const INFANT: OccupationConditions = {
  lists: {
    own: '育婴员',
    work: { names: RELATED_OCCUPATIONS, open: false },
    certificates: { names: RELATED_OCCUPATIONS, open: false },
    ownMajors: ['学前教育', '早期教育'],
    relatedMajors: (school) => ({ names: RELATED_MAJORS[school], open: false }),
  },
  levels: {
    5: [
      {
        number: 1,
        zh: '累计从事本职业或相关职业①工作1年（含）以上。',
        en: 'Has worked in this or a related occupation ① for 1 year or more in all.',
        condition: work(1),
      },
      {
        number: 2,
        zh: '本职业或相关职业学徒期满。',
        en: 'Has served an apprenticeship in this or a related occupation to its end.',
        condition: { kind: 'apprenticeship' },
      },
    ],
    4: [
      {
        number: 1,
        zh: '取得本职业或相关职业五级/初级工职业资格证书（技能等级证书）后，累计从事本职业或相关职业工作4年（含）以上。',
        en: 'Has worked in this or a related occupation for 4 years or more in all after obtaining a level 5 certificate of this or a related occupation.',
        condition: certificate(5, 4),
      },
      {
        number: 2,
        zh: '累计从事本职业或相关职业工作6年（含）以上。',
        en: 'Has worked in this or a related occupation for 6 years or more in all.',
        condition: work(6),
      },
      {
        number: 3,
        zh: '取得技工学校本专业②或相关专业③毕业证书（含尚未取得毕业证书的在校应届毕业生）；或取得经评估论证、以中级技能为培养目标的中等及以上职业学校本专业或相关专业毕业证书（含尚未取得毕业证书的在校应届毕业生）。',
        en: 'Has graduated in this ② or a related major ③ from a technical school (final-year students included); or in this or a related major from a vocational school of secondary or higher level that was assessed as training intermediate skills (final-year students included).',
        condition: any(
          education(['technical_school'], { standings: GRADUATE_OR_FINAL_YEAR }),
          education(VOCATIONAL, { standings: GRADUATE_OR_FINAL_YEAR, assessedFor: 'intermediate' }),
        ),
      },
    ],
    3: [
      {
        number: 1,
        zh: '取得本职业或相关职业四级/中级工职业资格证书（技能等级证书）后，累计从事本职业或相关职业工作5年（含）以上。',
        en: 'Has worked in this or a related occupation for 5 years or more in all after obtaining a level 4 certificate of this or a related occupation.',
        condition: certificate(4, 5),
      },
      {
        number: 2,
        zh: '取得本职业或相关职业四级/中级工职业资格证书（技能等级证书），并具有高级技工学校、技师学院本专业或相关专业毕业证书（含尚未取得毕业证书的在校应届毕业生）；或取得本职业或相关职业四级/中级工职业资格证书（技能等级证书），并具有经评估论证、以高级技能为培养目标的高等职业学校本专业或相关专业毕业证书（含尚未取得毕业证书的在校应届毕业生）。',
        en: 'Holds a level 4 certificate of this or a related occupation and has graduated in this or a related major from an advanced technical school or technician college (final-year students included); or holds such a certificate and has graduated in this or a related major from a higher vocational school that was assessed as training advanced skills (final-year students included).',
        condition: all(
          certificate(4),
          any(
            education(['advanced_technical_school', 'technician_college'], { standings: GRADUATE_OR_FINAL_YEAR }),
            education(['higher_vocational'], { standings: GRADUATE_OR_FINAL_YEAR, assessedFor: 'advanced' }),
          ),
        ),
      },
      {
        number: 3,
        zh: '具有大专及以上本专业或相关专业毕业证书，并取得本职业或相关职业四级/中级工职业资格证书（技能等级证书）后，累计从事本职业或相关职业工作2年（含）以上。',
        en: 'Has a diploma of junior college or higher in this or a related major, and has worked in this or a related occupation for 2 years or more in all after obtaining a level 4 certificate of this or a related occupation.',
        condition: all(education(HIGHER_EDUCATION), certificate(4, 2)),
      },
    ],
  },
  notes: [
    {
      zh: '①相关职业：婴幼儿发展引导员、幼儿教育教师、儿科医师、儿科护士、孤残儿童护理员、母婴保健技术服务人员、保健调理师、健康管理师、保育员、家政服务员。',
      en: '① Related occupations: infant development guide, preschool teacher, paediatrician, paediatric nurse, carer of orphaned or disabled children, maternal and infant health technician, health therapist, health manager, nursery worker, domestic worker.',
    },
    { zh: '②本专业：学前教育、早期教育。', en: '② This major: preschool education, early education.' },
    {
      zh: '③相关专业：中职：护理、中医护理、家政服务与管理、营养与保健；高职高专：护理、预防医学、公共卫生管理、人口与家庭发展服务、临床医学、中医学、食品营养与卫生、健康管理、医学营养、心理咨询、营养配餐、特殊教育、心理健康教育、幼儿发展与健康管理、中医康复技术；普通高校：护理学、基础医学、预防医学、中医学、妇幼保健医学、针灸推拿、教育学、小学教育。',
      en: '③ Related majors. Secondary vocational: nursing, Chinese medicine nursing, home economics and management, nutrition and health. Higher vocational and junior college: nursing, preventive medicine, public health management, population and family services, clinical medicine, Chinese medicine, food nutrition and hygiene, health management, medical nutrition, psychological counselling, dietetics, special education, mental health education, child development and health management, Chinese medicine rehabilitation. University: nursing science, basic medicine, preventive medicine, Chinese medicine, maternal and child health, acupuncture and massage, education, primary education.',
    },
  ],
};
