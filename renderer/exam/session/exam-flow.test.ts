import { describe, expect, it } from 'vitest';
import type { Attempt, Examination, Receipt } from '../../../shared/contract/views.ts';
import { liveSession } from '../../../shared/domain/session.fixture.ts';
import { type ExamFacts, NOTHING_KNOWN, reportedStage, stageOf } from './exam-flow.ts';

const examination: Examination = {
  id: 'e',
  title: 't',
  occupation: 'o',
  level: 'l',
  dutyPhone: '1',
  complaintPhone: '2',
  components: [],
  betweenSessions: 'locked',
  sessions: [liveSession('theory', 100, 200), liveSession('skills', 300, 400)],
};
const attempt: Attempt = {
  id: 'a',
  epoch: 1,
  seed: 's',
  consentAt: 5,
  identity: 'verified',
  triesLeft: 3,
  phone: 'none',
  opened: [],
  receipts: [],
};
const receipt = (sessionId: string): Receipt => ({
  sessionId,
  receiptNo: `YK-${sessionId}`,
  handedInAt: 150,
  handedInBy: 'candidate',
  responsesHash: '',
  answered: 1,
});
const ready: ExamFacts = {
  ...NOTHING_KNOWN,
  examination,
  attempt,
  rulesRead: true,
  identityPassed: true,
  deviceChecked: true,
};
const nameAt = (facts: ExamFacts, now: number) => stageOf(facts, now).name;

describe('the way through the examination', () => {
  it('goes sign-in, consent, rules, identity, device check, waiting, answering', () => {
    const signedIn = { ...NOTHING_KNOWN, examination, attempt: { ...attempt, consentAt: null } };
    const steps: ExamFacts[] = [
      NOTHING_KNOWN,
      signedIn,
      { ...signedIn, attempt },
      { ...signedIn, attempt, rulesRead: true },
      { ...signedIn, attempt, rulesRead: true, identityPassed: true },
      ready,
    ];
    expect(steps.map((facts) => nameAt(facts, 50))).toEqual([
      'sign_in',
      'consent',
      'rules',
      'identity',
      'device_check',
      'waiting',
    ]);
    expect(stageOf(ready, 100)).toEqual({ name: 'answering', sessionId: 'theory' });
  });

  it('asks whoever returns in mid-session for the face, not for the rules again', () => {
    const back = { ...ready, reentry: true, rulesRead: false, identityPassed: false, deviceChecked: false };
    expect(nameAt(back, 150)).toBe('identity');
    expect(nameAt(back, 50)).toBe('rules');
  });

  it('is sent to the fenced screen from anywhere [ANS-5]', () => {
    for (const facts of [ready, { ...ready, sat: 'theory' }, { ...ready, attempt: null }]) {
      expect(nameAt({ ...facts, fenced: true }, 150)).toBe('fenced');
    }
  });

  it('locks the paper at the deadline without any word from the server [TIME-2]', () => {
    const sitting = { ...ready, sat: 'theory' };
    expect(nameAt(sitting, 199.9)).toBe('answering');
    expect(stageOf(sitting, 200)).toEqual({ name: 'handing_in', sessionId: 'theory', by: 'deadline' });
    expect(nameAt(sitting, 299)).toBe('handing_in');
  });

  it('does not hold a candidate back from a session that has begun, receipt or not [LOCK-3]', () => {
    expect(stageOf({ ...ready, sat: 'theory' }, 300)).toEqual({ name: 'answering', sessionId: 'skills' });
  });

  it('hands in early when the candidate has confirmed it', () => {
    expect(stageOf({ ...ready, sat: 'theory', handingIn: 'theory' }, 150)).toEqual({
      name: 'handing_in',
      sessionId: 'theory',
      by: 'candidate',
    });
  });

  it('shows the receipt until it was seen, then waits for the next session, and finishes after the last', () => {
    const handedIn = { ...ready, sat: 'theory', attempt: { ...attempt, receipts: [receipt('theory')] } };
    expect(nameAt(handedIn, 160)).toBe('receipt');
    expect(stageOf({ ...handedIn, receiptsSeen: ['theory'] }, 160)).toEqual({ name: 'waiting', sessionId: 'skills' });
    const both = { ...handedIn, attempt: { ...attempt, receipts: [receipt('theory'), receipt('skills')] } };
    expect(nameAt({ ...both, sat: 'skills', receiptsSeen: ['theory'] }, 350)).toBe('receipt');
    expect(nameAt({ ...both, sat: 'skills', receiptsSeen: ['theory', 'skills'] }, 350)).toBe('finished');
  });

  it('sends a proctor’s forced hand-in straight to the receipt', () => {
    const forced = { ...ready, sat: 'theory', attempt: { ...attempt, receipts: [receipt('theory')] } };
    expect(nameAt(forced, 120)).toBe('receipt');
  });

  it('asks nothing more of a candidate whose day is over', () => {
    const late = { ...NOTHING_KNOWN, examination, attempt: { ...attempt, consentAt: null } };
    expect(nameAt(late, 400)).toBe('finished');
  });

  it('tells the exam centre each stage it has a name for', () => {
    expect(reportedStage({ name: 'rules' })).toBe('consent');
    expect(reportedStage({ name: 'handing_in', sessionId: 's', by: 'deadline' })).toBe('answering');
    expect(reportedStage({ name: 'waiting', sessionId: 's' })).toBe('waiting');
    expect(reportedStage({ name: 'finished' })).toBe('handed_in');
    expect(reportedStage({ name: 'fenced' })).toBeNull();
  });
});
