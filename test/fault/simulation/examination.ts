import type { NewExaminations } from '../../../server/sql/examination.ts';
import type { AnswerKey, Item, Paper } from '../../../shared/domain/paper.ts';

/** The examination that every schedule sits: one session of twelve items that begins with the simulated world. */

export const STARTS_AT = Date.UTC(2026, 8, 26, 1);
export const ENDS_AT = STARTS_AT + 30 * 60_000;
export const SESSION = 'simulated';
export const CANDIDATE = { admissionNo: 'S1', identityNo: '210102199001010007' };

const stem: Item['stem'] = [{ kind: 'text', text: '?' }];
const options = ['a', 'b', 'c'].map((id) => ({ id, text: id }));
const items: Item[] = Array.from({ length: 12 }, (_, index) =>
  index < 6
    ? { id: `i${index}`, kind: 'single_choice', points: 1, stem, options, fixedOrder: false }
    : { id: `i${index}`, kind: 'text', points: 5, stem, maxLength: 500 },
);

export const ITEM_IDS = items.map(({ id }) => id);
export const isChoice = (itemId: string): boolean => ITEM_IDS.indexOf(itemId) < 6;

const section = (
  id: string,
  itemType: 'single_choice' | 'short_answer',
  members: Item[],
): Paper['sections'][number] => ({
  ...{ id, title: id, instructions: '', itemType, items: members, component: 'theory' },
});
const paper: Paper = {
  ...{ id: SESSION, sessionId: SESSION, title: '卷', multipleChoiceRule: 'exact' },
  sections: [section('choices', 'single_choice', items.slice(0, 6)), section('texts', 'short_answer', items.slice(6))],
  shuffle: { items: false, options: false },
  stimuli: [],
  pictures: [],
};
const key: AnswerKey = Object.fromEntries(
  ITEM_IDS.map((id) => [
    id,
    isChoice(id) ? { kind: 'choice', correct: ['a'] } : { kind: 'rubric', rubric: '评分', criteria: [] },
  ]),
);

export const simulatedExamination = (): NewExaminations => ({
  examinations: [
    {
      ...{ id: 'exam', position: 0, title: '测试', occupation: '测试', level: '三级' },
      ...{ answer_file_after_ms: 600_000, answer_file_within_ms: 86_400_000 },
      ...{ duty_phone: '1', complaint_phone: '2', between_sessions: 'locked', components_json: '[]' },
    },
  ],
  sessions: [
    {
      ...{ id: SESSION, examination_id: 'exam', position: 0, kind: 'theory', mode: 'live', title: '理论' },
      ...{ entry_from: STARTS_AT - 600_000, entry_until: ENDS_AT, starts_at: STARTS_AT },
      ...{ hand_in_from: STARTS_AT, ends_at: ENDS_AT },
    },
  ],
  papers: [
    {
      session_id: SESSION,
      paper_json: JSON.stringify(paper),
      key_json: JSON.stringify(key),
      marking_json: JSON.stringify({ differenceLimit: 0.2 }),
      release_key_base64: Buffer.alloc(32, 7).toString('base64'),
    },
  ],
  pictures: [],
  candidates: [
    {
      ...{ id: 'candidate', examination_id: 'exam', admission_no: CANDIDATE.admissionNo },
      ...{ identity_no: CANDIDATE.identityNo, name: '考生', registered_picture_id: null },
    },
  ],
  staff: [],
  regions: [],
  markingAssignments: [],
  qualifications: [],
});
