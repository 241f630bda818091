import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { HttpClient } from '../../../shared/contract/http-client.ts';
import type { Attempt } from '../../../shared/contract/views.ts';
import { Fault } from '../../../shared/support/fault.ts';
import type { FaceEngine } from '../../analyzers/face-engine.ts';
import type { Capture, CaptureState } from '../capture/capture.ts';
import type { FrameSource } from '../capture/frame-source.ts';
import { createObservable, until } from '../observable.ts';
import { createIdentityCheck } from './identity-check.ts';

// What is seen has tests of its own; here it is what becomes of it.
vi.mock('./face-capture.ts', () => ({
  Interrupted: class extends Error {},
  captureFace: async () => ({ template: [1], picture: 'jpeg', turnDegrees: 20 }),
}));
vi.mock('./registered-face.ts', () => ({ registeredFace: async () => [1] }));

const unchecked: Attempt = {
  id: 'a',
  epoch: 1,
  seed: 's',
  consentAt: 1,
  identity: 'unchecked',
  triesLeft: 3,
  phone: 'none',
  phoneCause: null,
  handRaisedAt: null,
  opened: [],
  receipts: [],
};
const stream = {} as MediaStream;
const live: CaptureState = { camera: 'live', microphone: 'live', stream, asking: false };

type Answer = { verdict: 'verified' | 'retry' | 'manual'; similarity: number; triesLeft: number };
let answers: (Answer | Fault)[];
beforeEach(() => {
  answers = [];
});

function setUp({
  hasPhoto = true,
  camera = live,
  identity = 'unchecked' as Attempt['identity'],
  eyesStart = true,
} = {}) {
  const calls: [string, unknown][] = [];
  const captured = createObservable(camera);
  const capture: Capture = {
    get state() {
      return captured.state;
    },
    subscribe: captured.subscribe,
    start: async () => undefined,
    stop: () => undefined,
  };
  const attempt = createObservable<Attempt>({ ...unchecked, identity });
  let passed = 0;
  const check = createIdentityCheck({
    http: (async (name: string, body: unknown) => {
      calls.push([name, body]);
      if (name !== 'identityCheck') return unchecked;
      const answer = answers.shift();
      if (answer instanceof Fault) throw answer;
      return { ...answer, attempt: { ...unchecked, triesLeft: answer?.triesLeft } };
    }) as unknown as HttpClient,
    capture,
    attempt,
    hasPhoto,
    openEyes: () =>
      ({
        ready: eyesStart ? Promise.resolve() : Promise.reject(new Error('no wasm')),
        close() {},
      }) as unknown as FaceEngine,
    openFrames: async () => ({ jpeg: () => 'now', close() {} }) as unknown as FrameSource,
    random: () => 0,
    onPassed: () => {
      passed += 1;
    },
    log: () => undefined,
  });
  return { check, attempt, captured, calls, passedTimes: () => passed };
}
const step = (check: ReturnType<typeof setUp>['check'], wanted: string) =>
  until(check, (state) => state.step === wanted);

describe('the identity check', () => {
  it('passes a face that matches, and goes on when the candidate has seen it', async () => {
    answers = [{ verdict: 'verified', similarity: 0.8, triesLeft: 3 }];
    const { check, calls, passedTimes } = setUp();
    check.begin();
    expect(await step(check, 'passed')).toEqual({ step: 'passed', similarity: 0.8 });
    expect(calls.at(-1)?.[1]).toMatchObject({
      livenessPassed: true,
      actions: ['turn_left', 'turn_right'],
      turnDegrees: 20,
      registeredTemplate: [1],
    });
    expect(passedTimes()).toBe(0);
    check.proceed();
    expect(passedTimes()).toBe(1);
  });

  it('tells the tries left, then hands over to a proctor and follows the decision [LOCK-3]', async () => {
    answers = [
      { verdict: 'retry', similarity: 0.1, triesLeft: 2 },
      { verdict: 'manual', similarity: 0.1, triesLeft: 0 },
    ];
    const { check, attempt, passedTimes } = setUp();
    check.begin();
    expect(await step(check, 'retry')).toMatchObject({ triesLeft: 2 });
    check.begin();
    await step(check, 'pending');
    attempt.patch({ identity: 'refused' });
    expect(check.state.step).toBe('refused');
    await check.askProctor();
    attempt.patch({ identity: 'verified' });
    expect(passedTimes()).toBe(1);
  });

  it('enrols a candidate without a photo', async () => {
    const { check, calls } = setUp({ hasPhoto: false });
    check.begin();
    expect(await step(check, 'pending')).toMatchObject({ why: 'enrolment' });
    expect(calls.map(([name]) => name)).toEqual(['enrol']);
  });

  it('says which camera trouble it is, offers a proctor, and begins by itself when the camera comes', async () => {
    const refused: CaptureState = { camera: 'refused', microphone: 'live', stream: null, asking: false };
    answers = [{ verdict: 'verified', similarity: 0.9, triesLeft: 3 }];
    const { check, captured } = setUp({ camera: refused });
    check.begin();
    expect(await step(check, 'no_camera')).toMatchObject({ camera: 'refused' });
    captured.set(live);
    await step(check, 'passed');
  });

  it('asks the proctor with a picture where there is a camera and without one where there is none', async () => {
    const seeing = setUp({ eyesStart: false });
    seeing.check.begin();
    await step(seeing.check, 'no_engine');
    await seeing.check.askProctor();
    expect(seeing.calls.at(-1)).toEqual(['askProctor', { picture: 'now', note: 'no_engine' }]);
    const blind = setUp({ camera: { camera: 'missing', microphone: 'live', stream: null, asking: false } });
    blind.check.begin();
    await step(blind.check, 'no_camera');
    await blind.check.askProctor();
    expect(blind.calls.at(-1)).toEqual(['askProctor', { picture: null, note: 'no_camera: missing' }]);
  });

  it('keeps the person informed when the exam centre does not answer', async () => {
    answers = [new Fault('unreachable'), { verdict: 'verified', similarity: 0.8, triesLeft: 3 }];
    const { check } = setUp();
    check.begin();
    expect(await step(check, 'fault')).toMatchObject({ fault: { reason: 'unreachable' } });
    check.begin();
    await step(check, 'passed');
  });

  it('looks at the face again after a re-entry, but does not trouble a proctor twice about the same person', async () => {
    answers = [{ verdict: 'verified', similarity: 0.8, triesLeft: 3 }];
    const known = setUp({ identity: 'verified' });
    known.check.begin();
    await step(known.check, 'passed');
    expect(known.calls.map(([name]) => name)).toContain('identityCheck');
    const confirmedByHand = setUp({ identity: 'verified', hasPhoto: false });
    confirmedByHand.check.begin();
    expect(confirmedByHand.check.state).toEqual({ step: 'passed', similarity: null });
    expect(confirmedByHand.calls).toEqual([]);
  });
});
