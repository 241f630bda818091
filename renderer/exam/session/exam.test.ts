import { describe, expect, it } from 'vitest';
import type { HttpClient } from '../../../shared/contract/http-client.ts';
import type { Attempt } from '../../../shared/contract/views.ts';
import { liveSession } from '../../../shared/domain/session.fixture.ts';
import { Fault } from '../../../shared/support/fault.ts';
import type { AttemptRoom } from './attempt-room.ts';
import { createExam, type ExamHooks } from './exam.ts';
import type { ExamStage } from './exam-flow.ts';
import { createServerClock } from './server-clock.ts';

const attempt: Attempt = {
  id: 'a',
  epoch: 1,
  seed: 's',
  consentAt: null,
  identity: 'unchecked',
  triesLeft: 3,
  phone: 'none',
  phoneCause: null,
  handRaisedAt: null,
  opened: [],
  receipts: [],
};
const sessions = [liveSession('s', 10_000, 20_000)];
const signedIn = {
  token: 'token',
  serverTime: 1_000,
  candidate: { id: 'c', name: 'N', admissionNo: '1', hasPhoto: true },
  examination: { id: 'e', sessions },
  attempt,
  attemptKey: '',
  reentry: false,
};

function setUp(refusal: Fault | null = null) {
  let elapsed = 0;
  let tick = (): void => undefined;
  const entered: ExamStage['name'][] = [];
  const sent: unknown[] = [];
  const tokens: (string | null)[] = [];
  let hooks: ExamHooks | null = null;
  const exam = createExam({
    info: { serverOrigin: '', shellVersion: '', platform: 'test', computerId: 'computer' },
    clientOf: (token) => {
      tokens.push(token);
      return (async (name: string, body: unknown) => {
        sent.push(body);
        if (refusal) throw refusal;
        return name === 'consent' ? { ...attempt, consentAt: 5 } : signedIn;
      }) as unknown as HttpClient;
    },
    openRoom: (_, __, given) => {
      hooks = given;
      return { enter: ({ name }: ExamStage) => entered.push(name) } as unknown as AttemptRoom;
    },
    clock: createServerClock({ elapsed: () => elapsed, look: async () => 0 }),
    every: (task) => {
      tick = task;
      return () => undefined;
    },
  });
  const pass = (ms: number): void => {
    elapsed += ms;
    tick();
  };
  return { exam, entered, sent, tokens, pass, hook: () => hooks as unknown as ExamHooks };
}
const typed = { admissionNo: ' ＬＤ1 ', identityNo: '2101 0219900101001x', takeOver: false };

describe('the exam', () => {
  it('sends numbers as they are stored, however they were typed', async () => {
    const { exam, sent, tokens } = setUp();
    await exam.signIn(typed);
    expect(sent[0]).toMatchObject({ admissionNo: 'LD1', identityNo: '21010219900101001X', computerId: 'computer' });
    expect(tokens).toEqual([null, 'token']);
  });

  it('stays at the sign-in with the reason when it is refused', async () => {
    const { exam } = setUp(new Fault('already_signed_in'));
    await expect(exam.signIn(typed)).rejects.toMatchObject({ reason: 'already_signed_in' });
    expect(exam.state.stage.name).toBe('sign_in');
  });

  it('starts the paper and locks it by the clock alone [TIME-2]', async () => {
    const { exam, entered, pass, hook } = setUp();
    await exam.signIn(typed);
    await exam.consent();
    exam.rulesRead();
    hook().identityPassed();
    hook().deviceChecked();
    pass(8_999);
    expect(exam.state.stage.name).toBe('waiting');
    pass(1);
    expect(exam.state.stage.name).toBe('answering');
    hook().paperOpened('s');
    pass(10_000);
    expect(exam.state.stage).toMatchObject({ name: 'handing_in', by: 'deadline' });
    expect(entered).toEqual(['consent', 'rules', 'identity', 'device_check', 'waiting', 'answering', 'handing_in']);
  });

  it('[TIME-5] waits for the time a session was put off to, and starts then', async () => {
    const { exam, entered, hook, pass } = setUp();
    await exam.signIn(typed);
    await exam.consent();
    exam.rulesRead();
    hook().identityPassed();
    hook().deviceChecked();
    const { examination } = exam.state;
    if (!examination) throw new Error('nobody signed in');
    hook().examinationChanged({ ...examination, sessions: [liveSession('s', 40_000, 50_000)] });
    pass(10_000);
    expect(exam.state.stage.name).toBe('waiting');
    pass(30_000);
    expect(exam.state.stage.name).toBe('answering');
    expect(entered.slice(-2)).toEqual(['waiting', 'answering']);
  });

  it('[ANS-5] is over here once another computer has taken the attempt', async () => {
    const { exam, entered, hook } = setUp();
    await exam.signIn(typed);
    hook().fenced();
    exam.rulesRead();
    expect(exam.state.stage.name).toBe('fenced');
    expect(entered.at(-1)).toBe('fenced');
  });
});
