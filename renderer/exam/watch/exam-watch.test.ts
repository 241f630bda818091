import { describe, expect, it } from 'vitest';
import { rulesWith } from '../../../shared/domain/violations/rules.ts';
import { WATCHED_KINDS } from '../../../shared/domain/violations/watched-kinds.ts';
import type { FaceEngine } from '../../analyzers/face-engine.ts';
import { createObservable } from '../observable.ts';
import { createExamWatch } from './exam-watch.ts';

/** A watch without camera and microphone, whose models never come up; tells how often they were started. */
function setUp(rules: ReturnType<typeof rulesWith>) {
  let started = 0;
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
    elapsed: () => 0,
    schedule: () => () => undefined,
    onJudged: () => undefined,
    log: () => undefined,
  });
  return { watch, started: () => started };
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
});
