import { expect, test } from 'vitest';
import type { CandidateResult } from '../../../shared/contract/results.ts';
import type { Examination } from '../../../shared/contract/views.ts';
import { liveSession } from '../../../shared/domain/session.fixture.ts';
import { publishedResult } from './published-result.ts';

const examination = {
  ...{ occupation: '育婴员', level: '四级', components: [] },
  sessions: ['a', 'b', 'c', 'd', 'e'].map((id) => liveSession(id, 0, 1, { title: `第${id}场` })),
} as unknown as Examination;
const session = (
  sessionId: string,
  state: CandidateResult['sessions'][number]['state'],
  score: number | null = null,
) => ({
  ...{ sessionId, state, receiptNo: null, annotations: [{ text: '违纪', by: '主考', at: 5 }] },
  weighted: { score, components: [] },
});
const candidate: CandidateResult = {
  ...{ candidateId: 'x', admissionNo: 'T1', name: '王一' },
  sessions: [
    ...[session('a', 'settled', 60), session('b', 'settled', 70), session('c', 'pending')],
    ...[session('d', 'absent'), session('e', 'not_registered')],
  ],
};

test('[RES-1] tells no score that is not whole or that a case may still be written beside, and nothing of what was not to be sat', () => {
  const { sessions } = publishedResult(examination, candidate, new Set(['b']));
  expect(sessions.map(({ sessionId, title, state, score }) => [sessionId, title, state, score])).toEqual([
    ['a', '第a场', 'settled', 60],
    ['b', '第b场', 'under_review', null],
    ['c', '第c场', 'unmarked', null],
    ['d', '第d场', 'absent', null],
  ]);
  expect(sessions[0]?.annotations).toEqual([{ text: '违纪', at: 5 }]);
});
