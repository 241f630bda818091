import { describe, expect, it } from 'vitest';
import type { Attempt, Examination, Receipt } from '../../../shared/contract/views.ts';
import { liveSession } from '../../../shared/domain/session.fixture.ts';
import type { Session } from '../../../shared/domain/timetable.ts';
import { type ExamFacts, enterableSession, NOTHING_KNOWN, reportedStage, stageOf } from './exam-flow.ts';

const examination: Examination = {
  id: 'e',
  title: 't',
  occupation: 'o',
  level: 'l',
  dutyPhone: '1',
  complaintPhone: '2',
  components: [],
  betweenSessions: 'locked',
  replanned: [],
  retentionDays: 180,
  answerFile: { offerAfterMs: 600_000, bringWithinMs: 86_400_000 },
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
  phoneCause: null,
  handRaisedAt: null,
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

  it('leads whoever returns to an open paper straight back to it, and nobody past the devices before it was opened', () => {
    const back = { ...ready, reentry: true, deviceChecked: false };
    expect(nameAt(back, 150)).toBe('device_check');
    const opened = { ...back, attempt: { ...attempt, opened: ['theory'] } };
    expect(stageOf(opened, 150)).toEqual({ name: 'answering', sessionId: 'theory' });
    expect(nameAt({ ...opened, reentry: false }, 150)).toBe('device_check');
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

describe('[SUB-1] the way to a thesis', () => {
  const review = (startsAt: number, endsAt: number): Session => ({
    ...{ id: 'review', kind: 'review', mode: 'submission', title: 'r' },
    ...{ entryFrom: startsAt, entryUntil: endsAt, startsAt, handInFrom: startsAt, endsAt },
  });
  /** Open from 10 to 500; the live sessions may be entered from 90 on. */
  const sessions = [
    { ...liveSession('theory', 100, 200), entryFrom: 90 },
    { ...liveSession('skills', 300, 400), entryFrom: 290 },
    review(10, 500),
  ];
  const both = {
    ...NOTHING_KNOWN,
    examination: { ...examination, sessions },
    attempt: { ...attempt, consentAt: null },
  };
  const receipts = [receipt('theory'), receipt('skills')];

  it('is straight, without consent and camera, while no session can be entered', () => {
    expect(stageOf(both, 50)).toEqual({ name: 'thesis', sessionId: 'review' });
    const only = { ...both, examination: { ...examination, sessions: [review(10, 500)] } };
    expect([nameAt(only, 50), nameAt(only, 500)]).toEqual(['thesis', 'thesis']);
  });

  it('is a choice once a session can be entered as well, and the choice holds', () => {
    expect(nameAt(both, 90)).toBe('choice');
    expect(nameAt({ ...both, way: 'exam' }, 90)).toBe('consent');
    expect(nameAt({ ...both, way: 'thesis' }, 150)).toBe('thesis');
    expect(enterableSession({ ...both, way: 'thesis' }, 150)?.id).toBe('theory');
  });

  it('does not stand before whoever comes back to an open paper, nor before one who has none to hand in', () => {
    const back = { ...both, attempt: { ...attempt, opened: ['theory'] }, reentry: true };
    expect(nameAt(back, 150)).toBe('identity');
    expect(nameAt({ ...ready, sat: 'theory' }, 150)).toBe('answering');
    const notYet = { ...both, examination: { ...examination, sessions: [...sessions.slice(0, 2), review(600, 700)] } };
    expect(nameAt(notYet, 90)).toBe('consent');
  });

  it('comes after the last session and what is still uploaded of it, and is read-only after its end', () => {
    const done = { ...both, way: 'exam' as const, attempt: { ...attempt, receipts } };
    const seen = { ...done, sat: 'skills', receiptsSeen: ['skills'] };
    expect(nameAt(seen, 450)).toBe('finished');
    expect(nameAt({ ...seen, way: 'thesis' }, 450)).toBe('thesis');
    expect([nameAt(done, 450), nameAt(done, 600)]).toEqual(['thesis', 'thesis']);
  });

  it('is no stage of the exam for the proctor', () => {
    for (const name of ['choice', 'thesis'] as const) expect(reportedStage({ name, sessionId: 'review' })).toBeNull();
  });
});
