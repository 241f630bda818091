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

const options = ['a', 'b', 'c'].map((id) => ({ id, text: id }));
const choice = (correct: string[]) => ({ kind: 'choice', correct });

/** Two theory items that score themselves, worth 3, and one skills item for a marker. */
const PAPERS = {
  theory: {
    items: [
      { id: 't1', kind: 'single_choice', points: 1, stem: '?', options },
      { id: 't2', kind: 'multiple_choice', points: 2, stem: '?', options },
    ],
    key: { t1: choice(['a']), t2: choice(['a', 'b']) },
  },
  skills: {
    items: [{ id: 's1', kind: 'short_answer', points: 5, stem: '?', maxLength: 500 }],
    key: { s1: { kind: 'rubric', rubric: '!' } },
  },
};

/** Writes a small examination directory, as the organiser would. */
export async function writeSample(directory: string): Promise<void> {
  await mkdir(join(directory, 'papers'), { recursive: true });
  await mkdir(join(directory, 'photos'));
  const put = (name: string, value: unknown) => writeFile(join(directory, name), JSON.stringify(value));
  await put('examination.json', {
    title: '测试',
    occupation: '测试',
    level: '三级',
    dutyPhone: '1',
    complaintPhone: '2',
    sessions: [
      { id: 'theory', kind: 'theory', title: '理论' },
      { id: 'skills', kind: 'skills', title: '技能' },
    ],
  });
  for (const [sessionId, { items, key }] of Object.entries(PAPERS)) {
    const sections = [{ id: 'x', title: '一', instructions: '', items }];
    await put(`papers/${sessionId}.json`, {
      paper: { id: sessionId, sessionId, title: '卷', sections, stimuli: [] },
      key,
    });
  }
  const photo = (admissionNo: string) => (admissionNo === 'T3' ? null : `${admissionNo}.jpg`);
  await put('roster.json', {
    candidates: Object.values(CANDIDATES).map((candidate) => ({ ...candidate, photo: photo(candidate.admissionNo) })),
    staff: [{ ...PROCTOR, name: '监考', role: 'proctor' }],
  });
  for (const admissionNo of ['T1', 'T2']) await writeFile(join(directory, 'photos', `${admissionNo}.jpg`), JPEG);
}
