import { describe, expect, it } from 'vitest';
import type { Judged } from '../../../shared/domain/violations/judge.ts';
import { rulesWith } from '../../../shared/domain/violations/rules.ts';
import { WATCHED_KINDS } from '../../../shared/domain/violations/watched-kinds.ts';
import type { FaceEngine } from '../../analyzers/face-engine.ts';
import { createObservable } from '../observable.ts';
import { createExamWatch } from './exam-watch.ts';

/** A watch without camera and microphone, whose models never come up; tells how often they were started. */
function setUp(rules: ReturnType<typeof rulesWith>) {
  let started = 0;
  let now = 0;
  const noted: Judged[] = [];
  let next = (): void => undefined;
  const watch = createExamWatch({
    capture: {
      ...createObservable({ camera: 'off', microphone: 'off', stream: null, asking: false } as const),
      start: async () => undefined,
      stop: () => undefined,
    },
    openEyes() {
      started += 1;
      return { ready: new Promise<void>(() => undefined), close: () => undefined } as unknown as FaceEngine;
    },
    openFrames: () => Promise.reject(new Error('no camera')),
    openSound() {
      throw new Error('no microphone');
    },
    soundDevices: async () => [],
    confirmed: () => null,
    rules,
    elapsed: () => now,
    schedule(task) {
      next = task;
      return () => undefined;
    },
    onJudged: (judged) => noted.push(...judged),
    log: () => undefined,
  });
  const pass = (ms: number): void => {
    now += ms;
    next();
  };
  return { watch, pass, noted, started: () => started };
}

describe('the watch over an exam', () => {
  it('[VIO-3] starts no model where the examination looks for nothing', () => {
    const { watch, started } = setUp(rulesWith(Object.fromEntries(WATCHED_KINDS.map((kind) => [kind, 'off']))));
    watch.start();
    expect([started(), watch.state.undone]).toEqual([0, null]);
  });

  it('[VIO-3] says what it does not look for until its models run', () => {
    const { watch, started } = setUp(rulesWith({ speech: 'off' }));
    watch.start();
    expect(started()).toBe(1);
    expect(watch.state.undone).toContain('no_face');
    expect(watch.state.undone).not.toContain('speech');
    watch.stop();
    expect(watch.state.undone).toBeNull();
  });

  it('[VIO-3] asks for the phone’s picture as often as there is room, and says when it gets none', () => {
    const { watch, pass } = setUp(rulesWith({}));
    // Where the phone stands is looked at before.
    expect(watch.phoneEveryMs()).toBe(60_000);
    watch.start();
    expect(watch.phoneEveryMs()).toBe(10_000);
    expect(watch.state.undone).not.toContain('rear_people');
    pass(61_000);
    expect(watch.state.undone).toContain('rear_people');
    watch.takePhone({ rear_people: null, rear_nobody: null }, 60);
    pass(1_000);
    expect(watch.state.undone).not.toContain('rear_people');
    watch.takePhone({}, 60_000);
    watch.takePhone({}, 60_000);
    watch.takePhone({}, 60_000);
    watch.takePhone({}, 60_000);
    expect(watch.phoneEveryMs()).toBeNull();
    expect(setUp(rulesWith({ rear_people: 'off', rear_nobody: 'off' })).watch.phoneEveryMs()).toBeNull();
  });

  it('[VIO-3] notes another person in the phone’s picture when three looks agree, and nothing of one who passes', () => {
    const others = WATCHED_KINDS.filter((kind) => kind !== 'rear_people');
    const { watch, pass, noted } = setUp(rulesWith(Object.fromEntries(others.map((kind) => [kind, 'off']))));
    watch.start();
    const look = (people: number): void => {
      pass(10_000);
      watch.takePhone({ rear_people: people > 1 ? { score: 0.8, detail: { people } } : null }, 60);
    };
    for (const people of [1, 2, 1, 1, 1, 1, 2, 2]) look(people);
    expect(noted).toEqual([]);
    look(2);
    expect(noted).toMatchObject([
      { kind: 'rear_people', severity: 'medium', ongoing: true, best: { detail: { people: 2 } } },
    ]);
  });
});
