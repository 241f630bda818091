import { describe, expect, it } from 'vitest';
import type { Judged } from '../../../shared/domain/violations/judge.ts';
import { rulesWith, USUAL_RULES, type ViolationRules } from '../../../shared/domain/violations/rules.ts';
import { WATCHED_KINDS } from '../../../shared/domain/violations/watched-kinds.ts';
import type { FaceEngine } from '../../analyzers/face-engine.ts';
import type { ObjectEyes } from '../../analyzers/objects/object-eyes.ts';
import type { SeenObject } from '../../analyzers/objects/seen-object.ts';
import { createObservable } from '../observable.ts';
import { createExamWatch } from './exam-watch.ts';

const BLIND: ObjectEyes = { look: async () => null, rest: () => undefined };
const openPart = async () => ({}) as ImageBitmap;

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
    ...{ objects: BLIND, openPart },
    openPictures: () => null,
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
    onJudged: (judged) => void noted.push(judged),
    log: () => undefined,
  });
  const pass = (ms: number): void => {
    now += ms;
    next();
  };
  return { watch, pass, noted, started: () => started };
}

/** A watch whose camera shows a head turned by the degrees of `yaw` at each step; its models run. */
function setUpSeeing(
  yaw: (atMs: number) => number,
  still: (atMs: number) => Promise<ArrayBuffer | null>,
  {
    rules = LOOKING_AWAY,
    things = () => [],
    lookForThings,
  }: {
    rules?: ViolationRules;
    things?: (atMs: number) => SeenObject[] | null;
    lookForThings?: ObjectEyes['look'];
  } = {},
) {
  const objectLook = (objects: SeenObject[] | null) => objects && { objects, tookMs: 200 };
  let at = 0;
  let next = (): void => undefined;
  const written: { kind: string; ongoing: boolean; pictureAt: number | null }[] = [];
  const track = { kind: 'video', label: 'a camera' };
  const stream = { getTracks: () => [track], getVideoTracks: () => [track], getAudioTracks: () => [] };
  const look = () => ({
    picture: { brightness: 120, contrast: 60, sharpness: 500, print: at },
    face: {
      ...{ timestampMs: at, faces: 1, box: { x: 0.3, y: 0.3, width: 0.3, height: 0.4 }, second: 0, shape: null },
      ...{
        yaw: yaw(at),
        pitch: 0,
        roll: 0,
        brightness: 120,
        sharpness: 300,
        landmarks: null,
        cover: null,
        around: 120,
      },
    },
    ...{ template: null, tookMs: 10 },
  });
  const watch = createExamWatch({
    capture: {
      ...createObservable({
        ...({ camera: 'live', microphone: 'live', asking: false } as const),
        stream: stream as unknown as MediaStream,
      }),
      ...{ start: async () => undefined, stop: () => undefined },
    },
    openEyes: () =>
      ({
        ...{ ready: Promise.resolve(), watch: async () => undefined, close: () => undefined },
        ...{ look: async () => look(), still: () => still(at) },
      }) as unknown as FaceEngine,
    objects: { look: lookForThings ?? (async () => objectLook(things(at))), rest: () => undefined },
    openPart,
    openPictures: () => new ReadableStream(),
    openSound() {
      throw new Error('no microphone');
    },
    soundDevices: async () => [],
    confirmed: () => null,
    rules,
    elapsed: () => at,
    schedule(task, ms) {
      // The watch's own step; whoever waits for a picture waits for ever.
      if (ms === STEP_MS) next = task;
      return () => undefined;
    },
    onJudged: ({ kind, ongoing }, picture) => written.push({ kind, ongoing, pictureAt: picture?.at ?? null }),
    log: () => undefined,
  });
  const until = async (ms: number) => {
    for (; at < ms; at += STEP_MS) {
      next();
      // What was looked at is judged, and its picture taken, before time goes on.
      await new Promise(setImmediate);
    }
  };
  return { watch, written, until };
}
const STEP_MS = 100;
const LOOKING_AWAY: ViolationRules = {
  looking_away: { onsetMs: 2_000, holdMs: 1_000, mergeMs: 3_000, cooldownMs: 0, severity: 'medium' },
};

describe('the watch over an exam', () => {
  it('[VIO-2] keeps the picture of when something was noted, and with its end that of when it was surest', async () => {
    const yaw = (at: number) => (at < 1_000 || at >= 8_000 ? 0 : at >= 5_000 && at < 6_000 ? 58 : 40);
    const { watch, written, until } = setUpSeeing(yaw, async () => new ArrayBuffer(1));
    watch.start();
    await until(12_000);
    expect(written).toMatchObject([{ ongoing: true }, { ongoing: false }]);
    const [noted, over] = written;
    expect(noted?.pictureAt).toBeGreaterThanOrEqual(3_000);
    expect(noted?.pictureAt).toBeLessThan(4_000);
    expect(over?.pictureAt).toBeGreaterThanOrEqual(5_000);
    expect(over?.pictureAt).toBeLessThan(6_000);
    watch.stop();
    expect(written).toHaveLength(2);
  });

  it('[VIO-1] writes what was noted without a picture when none came before the end', async () => {
    const { watch, written, until } = setUpSeeing(
      () => 50,
      () => new Promise(() => undefined),
    );
    watch.start();
    await until(4_000);
    expect(written).toEqual([]);
    watch.stop();
    expect(written).toEqual([
      { kind: 'looking_away', ongoing: true, pictureAt: null },
      { kind: 'looking_away', ongoing: false, pictureAt: null },
    ]);
  });

  it('[VIO-3] notes a phone before its own camera within twelve seconds, with the picture it was seen in', async () => {
    const phone = (at: number): SeenObject[] =>
      at < 7_000 ? [] : [{ kind: 'phone', score: 0.8, box: { x: 0.1, y: 0.6, width: 0.1, height: 0.2 } }];
    const { prohibited_object } = USUAL_RULES;
    const { watch, written, until } = setUpSeeing(
      () => 0,
      async () => new ArrayBuffer(1),
      { rules: { prohibited_object }, things: phone },
    );
    watch.start();
    await until(6_900);
    expect([written, watch.state.undone]).toEqual([[], []]);
    await until(19_000);
    expect(written).toMatchObject([{ kind: 'prohibited_object', ongoing: true }]);
    expect(written[0]?.pictureAt).toBeGreaterThan(11_000);
    watch.stop();
    expect(written).toMatchObject([{ ongoing: true }, { ongoing: false }]);
  });

  it('[VIO-3] notes no thing that one look takes a shadow for', async () => {
    const shadow: SeenObject = { kind: 'phone', score: 0.8, box: { x: 0.1, y: 0.6, width: 0.1, height: 0.2 } };
    let looks = 0;
    const { prohibited_object } = USUAL_RULES;
    const { watch, written, until } = setUpSeeing(
      () => 0,
      async () => new ArrayBuffer(1),
      { rules: { prohibited_object }, things: () => (++looks === 1 ? [shadow] : []) },
    );
    watch.start();
    await until(60_000);
    expect(written).toEqual([]);
    expect(looks).toBeLessThan(19);
  });

  it('[VIO-3] looks at the face and for things one after the other, and waits for no look that takes a second', async () => {
    const { prohibited_object } = USUAL_RULES;
    const looks: number[] = [];
    const { watch, until } = setUpSeeing(
      (at) => looks.push(at),
      async () => new ArrayBuffer(1),
      { rules: { prohibited_object }, lookForThings: () => new Promise(() => undefined) },
    );
    watch.start();
    await until(4_000);
    const [, second = 0] = looks;
    expect(second - (looks[0] ?? 0)).toBeGreaterThanOrEqual(1_000);
    expect(looks.length).toBeGreaterThan(3);
  });

  it('[VIO-3] goes on looking at the face while there is no picture to look for things in', async () => {
    const { prohibited_object } = USUAL_RULES;
    const looks: number[] = [];
    const { watch, until } = setUpSeeing(
      (at) => looks.push(at),
      async () => null,
      { rules: { prohibited_object } },
    );
    watch.start();
    await until(4_000);
    expect(looks.length).toBeGreaterThan(6);
  });

  it('[VIO-3] says when it looks for no things because their model cannot be run', async () => {
    const { prohibited_object } = USUAL_RULES;
    const options = { rules: { prohibited_object }, things: () => null };
    const { watch, until } = setUpSeeing(
      () => 0,
      async () => new ArrayBuffer(1),
      options,
    );
    watch.start();
    await until(59_000);
    expect(watch.state.undone).toEqual([]);
    await until(62_000);
    expect(watch.state.undone).toEqual(['prohibited_object']);
  });

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
    expect(
      setUp(rulesWith({ rear_people: 'off', rear_nobody: 'off', rear_object: 'off' })).watch.phoneEveryMs(),
    ).toBeNull();
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
