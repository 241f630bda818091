import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** SOI, a marker, EOI: what tells a JPEG from other files. */
export const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0x00, 0x04, 0x4a, 0x46, 0xff, 0xd9]);

export const CANDIDATES = {
  wang: { admissionNo: 'T1', identityNo: '210102199001010007', name: '王一' },
  li: { admissionNo: 'T2', identityNo: '210102199102020001', name: '李二' },
  /** Has no photo. */
  zhang: { admissionNo: 'T3', identityNo: '210102199203030006', name: '张三' },
} as const;
export const PROCTOR = { login: 'p1', password: 'a good password' };
export const SECOND_PROCTOR = { login: 'p2', password: 'a good password of p2' };
/** A proctor who was never examined. */
export const UNQUALIFIED = { login: 'p3', password: 'a good password of p3' };
export const ORGANISER = { login: 'o1', password: 'a good password too' };
export const CHIEF = { login: 'c1', password: 'a good password of c1' };
export const OBSERVER = { login: 'b1', password: 'a good password of b1' };
export const REVIEWERS = ['r1', 'r2', 'r3'].map((login) => ({ login, password: `a good password of ${login}` }));
export const MARKERS = ['m1', 'm2', 'm3'].map((login) => ({ login, password: `a good password of ${login}` }));

const stem = [{ kind: 'text', text: '?' }];
const options = ['a', 'b', 'c'].map((id) => ({ id, text: id }));
const choice = (correct: string[]) => ({ kind: 'choice', correct });
const section = (itemType: string, items: object[]) => ({
  ...{ id: `of-${itemType}`, title: itemType, instructions: '', itemType, items },
  component: itemType === 'short_answer' ? 'skills' : itemType === 'thesis' ? 'review' : 'theory',
});

/** Of the thesis. */
export const LIMITS = { formats: ['pdf', 'docx'], maxBytes: 1_000_000, minPages: 5, maxPages: 30 };

/** Two theory items that score themselves, worth 3, one skills item for a marker, and a thesis. */
const PAPERS = {
  theory: {
    sections: [
      section('single_choice', [{ id: 't1', kind: 'single_choice', points: 1, stem, options, fixedOrder: false }]),
      section('multiple_choice', [{ id: 't2', kind: 'multiple_choice', points: 2, stem, options, fixedOrder: false }]),
    ],
    key: { t1: choice(['a']), t2: choice(['a', 'b']) },
  },
  skills: {
    sections: [section('short_answer', [{ id: 's1', kind: 'text', points: 5, stem, maxLength: 500 }])],
    key: { s1: { kind: 'rubric', rubric: '!', criteria: [] } },
  },
  review: {
    sections: [section('thesis', [{ id: 'r1', kind: 'thesis', points: 100, stem, limits: LIMITS }])],
    key: { r1: { kind: 'rubric', rubric: '!', criteria: [] } },
  },
};

/** As a notice has it: 27 September 2020, theory and skills; a thesis from the 4th to the 29th. */
const session = (id: string, title: string, start: string, end: string) => ({
  ...{ id, kind: id, mode: 'live', title, start, end },
  ...{ date: '2020-09-27', endDate: '2020-09-27' },
});
const component = (name: string, points: number) => ({
  ...{ component: name, title: name, session: name, points, itemCount: null, weight: 100 },
  itemTypes: name === 'theory' ? ['single_choice', 'multiple_choice'] : ['short_answer'],
});

/** Writes a small examination directory, as the organiser would. */
export async function writeSample(directory: string): Promise<void> {
  await mkdir(join(directory, 'papers'), { recursive: true });
  await mkdir(join(directory, 'photos'));
  const put = (name: string, value: unknown) => writeFile(join(directory, name), JSON.stringify(value));
  await put('plan.json', {
    dutyPhone: '1',
    complaintPhone: '2',
    regions: [{ id: 'dalian', name: '大连市', dutyPhone: '3', complaintPhone: '4' }],
    rules: { entryBefore: 30, entryAfter: 30, minimumStay: 15 },
    betweenSessions: 'locked',
    fourEyes: true,
    examinations: [
      {
        ...{ id: 'test', title: '测试', occupation: '测试', level: '三级' },
        sessions: [
          session('theory', '理论', '08:30', '10:00'),
          session('skills', '技能', '10:30', '12:30'),
          {
            ...session('review', '论文', '00:00', '24:00'),
            ...{ mode: 'submission', date: '2020-09-04', endDate: '2020-09-29' },
          },
        ],
        components: [component('theory', 3), component('skills', 5)],
      },
    ],
  });
  for (const [sessionId, { sections, key }] of Object.entries(PAPERS)) {
    const shuffle = { items: false, options: false };
    await put(`papers/${sessionId}.json`, {
      paper: {
        ...{ id: sessionId, sessionId, title: '卷', multipleChoiceRule: 'exact', shuffle },
        ...{ sections, stimuli: [], pictures: [] },
      },
      key,
      marking: { differenceLimit: 0.2 },
    });
  }
  const qualified = { days: 400, reason: '省里统一培训' };
  const photo = (admissionNo: string) => (admissionNo === 'T3' ? null : `${admissionNo}.jpg`);
  await put('roster.json', {
    candidates: Object.values(CANDIDATES).map((candidate) => ({
      ...candidate,
      examination: 'test',
      region: candidate.admissionNo === 'T2' ? 'dalian' : null,
      photo: photo(candidate.admissionNo),
    })),
    staff: [
      { ...PROCTOR, name: '监考', role: 'proctor', qualified },
      { ...SECOND_PROCTOR, name: '监考2', role: 'proctor', qualified },
      { ...UNQUALIFIED, name: '监考3', role: 'proctor' },
      { ...ORGANISER, name: '考务', role: 'organiser' },
      { ...CHIEF, name: '主考', role: 'chief' },
      { ...OBSERVER, name: '巡考', role: 'observer' },
      ...REVIEWERS.map((reviewer, at) => ({ ...reviewer, name: `审核${at + 1}`, role: 'reviewer' })),
      ...MARKERS.map((marker, at) => ({ ...marker, name: `阅卷${at + 1}`, role: 'marker', marks: ['test'] })),
    ],
  });
  for (const admissionNo of ['T1', 'T2']) await writeFile(join(directory, 'photos', `${admissionNo}.jpg`), JPEG);
}
