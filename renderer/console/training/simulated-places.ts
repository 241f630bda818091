import type { Run } from '../../../shared/contract/training.ts';
import type { Examination, WallPlace } from '../../../shared/contract/views.ts';

/** Of nobody: invented for this project. */
const NAMES = [
  ...['方晓岚', '石大川', '白一诺', '康小满', '温知远', '向晚晴', '裴青山', '甘雨桐', '成海波', '路遥遥'],
  ...['易思文', '柏松年', '桂芳华', '项北辰', '贺新春', '齐若水', '凌云舒', '雷鸣远', '柳絮飞', '古月明'],
];
const EXAMINATION_ID = 'training';
const SESSION_ID = 'training';
const ITEMS = 100;

export const attemptAt = (place: number): string => `training-${place}`;
export const placeOfAttempt = (attemptId: string): number => Number(attemptId.replace('training-', ''));
export const nameAt = (place: number): string => NAMES[place % NAMES.length] ?? '';

/** Everybody of the training room, as the wall shows candidates who answer with both cameras up. */
export const simulatedPlaces = ({ places, startsAt }: Run): WallPlace[] =>
  Array.from({ length: places }, (_, place) => ({
    ...{ candidateId: `training-${place}`, examinationId: EXAMINATION_ID, attemptId: attemptAt(place) },
    ...{ name: nameAt(place), admissionNo: `PX${String(place + 1).padStart(4, '0')}` },
    ...{ stage: 'answering' as const, identity: 'verified' as const, online: true, offlineSince: null },
    ...{ phone: 'live' as const, phoneLostSince: null, phoneCause: null, handRaisedAt: null },
    ...{ answered: 20 + ((place * 7) % 40), items: ITEMS, sessions: [SESSION_ID], handedIn: [] },
    ...{ violations: 0, lookedAt: startsAt, unwatched: false },
  }));

/** The session that the wall counts down. */
export function simulatedExamination({ startsAt, endsAt }: Run, title: string): Examination {
  const session = { id: SESSION_ID, kind: 'theory' as const, mode: 'live' as const, title };
  const times = { entryFrom: startsAt, entryUntil: endsAt, startsAt, handInFrom: endsAt, endsAt };
  return {
    ...{ id: EXAMINATION_ID, title, occupation: title, level: '', sessions: [{ ...session, ...times }] },
    ...{ components: [], betweenSessions: 'locked', replanned: [], retentionDays: 1 },
    ...{ answerFile: { offerAfterMs: 0, bringWithinMs: 1 }, dutyPhone: '', complaintPhone: '' },
  };
}
