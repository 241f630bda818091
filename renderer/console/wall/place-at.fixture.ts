import type { WallPlace } from '../../../shared/contract/views.ts';

/** A candidate who answers with both cameras up, but for what the test says. */
export const placeAt = (id: string, different: Partial<WallPlace> = {}): WallPlace => ({
  candidateId: id,
  examinationId: 'exam',
  attemptId: `attempt-${id}`,
  name: '张三',
  admissionNo: `2026-${id}`,
  stage: 'answering',
  identity: 'verified',
  online: true,
  offlineSince: null,
  phone: 'live',
  phoneCause: null,
  handRaisedAt: null,
  phoneLostSince: null,
  answered: 3,
  items: 40,
  sessions: ['theory', 'skills'],
  handedIn: [],
  violations: 0,
  lookedAt: 0,
  unwatched: false,
  ...different,
});
