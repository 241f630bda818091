import {
  goingOn,
  type Judged,
  type JudgeState,
  judge,
  judgeEnd,
  type Observation,
} from '../../../shared/domain/violations/judge.ts';
import type { ViolationRules } from '../../../shared/domain/violations/rules.ts';
import type { WatchedKind } from '../../../shared/domain/violations/watched-kinds.ts';
import type { FaceEngine } from '../../analyzers/face-engine.ts';
import type { ObjectEyes } from '../../analyzers/objects/object-eyes.ts';
import { headphones } from '../../analyzers/signs/headphones.ts';
import type { Capture } from '../capture/capture.ts';
import type { SoundFeed } from '../capture/sound-feed.ts';
import { createObservable, type Observable } from '../observable.ts';
import { createPeaks, type Peaks, type Still } from './peaks.ts';
import type { PicturePart } from './picture-part.ts';
import { undoneNow } from './undone.ts';
import { createWatchEar, type WatchEar } from './watch-ear.ts';
import { createWatchEye, type WatchEye } from './watch-eye.ts';
import { PACES } from './watch-pace.ts';
import { createWatchThings, type WatchThings } from './watch-things.ts';

export interface WatchState {
  /** Of what is watched, all that is not looked for now; null while nothing is watched. */
  undone: readonly WatchedKind[] | null;
  /** What the last look at the picture found. */
  seen: Observation['seen'];
}

/** Watches over the exam while it is sat. */
export interface ExamWatch extends Observable<WatchState> {
  start(): void;
  stop(): void;
  /** How often persons are to be looked for in the phone's picture, also while no paper is open; null: not at all now. */
  phoneEveryMs(): number | null;
  /** What a look at it found and took, ms. */
  takePhone(seen: Observation['seen'], tookMs: number): void;
}

/** Looks are asked for at this step; sound is read at each. */
const STEP_MS = 100;
const DEVICES_EVERY_MS = 2_000;
/** A camera or a model that failed is tried again. */
const AGAIN_MS = 5_000;
/** While no paper is open: only where the phone stands. */
const PHONE_UNWATCHED_MS = 60_000;
/** Three looks at the phone's picture, or for things, at their slowest pace: then there are none any more. */
const SILENT_MS = 60_000;
/** Two looks at once would take both cores of a laptop from whoever types; a look for things is not waited for any longer, ms. */
const ALONE_MS = 1_000;
/** A violation is written without a picture rather than later than this. */
const PICTURE_WITHIN_MS = 1_000;

interface Parts {
  capture: Capture;
  openEyes(): FaceEngine;
  /** Looks for things, also in the phone's pictures. */
  objects: ObjectEyes;
  openPart(jpeg: ArrayBuffer, part: PicturePart): Promise<ImageBitmap>;
  /** The camera's pictures, to be given to the analyser; null without a camera. */
  openPictures(stream: MediaStream): ReadableStream<VideoFrame> | null;
  openSound(stream: MediaStream): SoundFeed;
  /** Names of the audio devices in use. */
  soundDevices(microphone: string | null): Promise<string[]>;
  confirmed(): readonly number[] | null;
  rules: ViolationRules;
  elapsed(): number;
  schedule(task: () => void, ms: number): () => void;
  /** With the picture of when it was noted, where there is one; at its end with that of its surest moment, if that was another. */
  onJudged(judged: Judged, still: Still | null): void;
  log(level: 'info' | 'warn' | 'error', text: string): void;
}

/** What belongs to one sitting: it is let go as a whole. */
interface Sitting {
  eyes: FaceEngine;
  eye: WatchEye;
  ear: WatchEar;
  things: WatchThings;
  ready: boolean;
  stream: MediaStream | null;
  /** The analyser has a camera to look at. */
  watching: boolean;
  sound: SoundFeed | null;
  looking: boolean;
  /** At a picture in which things have not been looked for yet. */
  looked: boolean;
  /** Since when things are looked for; null: not now. */
  lookingForThings: number | null;
  listening: boolean;
  brokenAt: number | null;
  devicesAt: number;
  phoneAt: number;
  thingsAt: number;
  judged: JudgeState;
  peaks: Peaks;
  /** Noted, and waiting for a picture: written without one when called. */
  unwritten: Set<() => void>;
}

const label = (stream: MediaStream | null, kind: 'audio' | 'video'): string | null =>
  stream?.getTracks().find((track) => track.kind === kind)?.label ?? null;

export function createExamWatch(parts: Parts): ExamWatch {
  const {
    capture,
    openEyes,
    objects,
    openPart,
    openPictures,
    openSound,
    soundDevices,
    confirmed,
    rules,
    elapsed,
    schedule,
  } = parts;
  const { onJudged, log } = parts;
  const state = createObservable<WatchState>({ undone: null, seen: {} });
  let sitting: Sitting | null = null;
  let cancel = (): void => undefined;

  function open(): Sitting {
    const eyes = openEyes();
    const now: Sitting = {
      ...{ eyes, eye: createWatchEye({ eyes, confirmed, elapsed }), ear: createWatchEar(eyes) },
      things: createWatchThings({ objects, openPart, elapsed }),
      ...{ ready: false, stream: null, watching: false, sound: null, looking: false, looked: false, listening: false },
      ...{ lookingForThings: null, brokenAt: null, devicesAt: Number.NEGATIVE_INFINITY, judged: {} },
      ...{ phoneAt: elapsed(), thingsAt: elapsed() },
      ...{ peaks: createPeaks(), unwritten: new Set() },
    };
    eyes.ready.then(
      () => {
        now.ready = true;
      },
      (cause: unknown) => broke(now, cause),
    );
    return now;
  }

  function broke(now: Sitting, cause: unknown): void {
    if (sitting !== now) return;
    if (now.brokenAt === null) log('warn', `watch: ${String(cause)}`);
    now.brokenAt = elapsed();
    now.ready = false;
  }

  function close(now: Sitting): void {
    now.sound?.close();
    now.eyes.close();
  }

  /** `shown`: the picture in which it was seen, where that is not the newest. */
  function take(now: Sitting, seen: Observation['seen'], shown?: Still): void {
    if (sitting !== now) return;
    const next = judge(now.judged, rules, { at: elapsed(), seen });
    now.judged = next.state;
    const surer = now.peaks.surer(goingOn(next.state));
    const noted = next.judged.filter(({ ongoing }) => ongoing);
    if (!now.watching) for (const each of noted) onJudged(each, null);
    else if (surer.length > 0 || noted.length > 0) {
      const still = shown ? Promise.resolve(shown) : pictureOf(now);
      if (noted.length > 0) write(now, noted, still);
      if (surer.length > 0) void still.then((taken) => taken && now.peaks.keep(surer, taken));
    }
    for (const over of next.judged) if (!over.ongoing) onJudged(over, now.peaks.take(over.kind));
  }

  /** What the last look saw. */
  async function pictureOf({ eyes }: Sitting): Promise<Still | null> {
    const at = elapsed();
    const jpeg = await eyes.still().catch((cause: unknown) => {
      log('warn', `no still: ${String(cause)}`);
      return null;
    });
    return jpeg && { jpeg, at };
  }

  /** Once, with the picture if it comes in time. */
  function write(now: Sitting, noted: readonly Judged[], picture: Promise<Still | null>): void {
    const done = (still: Still | null): void => {
      if (!now.unwritten.delete(without)) return;
      stopWaiting();
      for (const each of noted) onJudged(each, still);
    };
    const without = (): void => done(null);
    now.unwritten.add(without);
    const stopWaiting = schedule(without, PICTURE_WITHIN_MS);
    void picture.then(done);
  }

  /** The camera or microphone is another one, or back. */
  function follow(now: Sitting): void {
    const { stream } = capture.state;
    if (stream === now.stream) return;
    now.stream = stream;
    now.sound?.close();
    now.sound = null;
    now.watching = false;
    if (!stream) return;
    const pictures = openPictures(stream);
    if (pictures) {
      now.watching = true;
      now.eyes.watch(pictures).catch((cause: unknown) => broke(now, cause));
    }
    if (stream.getAudioTracks().length > 0) now.sound = openSound(stream);
  }

  async function look(now: Sitting): Promise<void> {
    now.looking = true;
    try {
      const seen = await now.eye.look(label(now.stream, 'video') ?? '');
      if (sitting !== now) return;
      state.patch({ seen });
      take(now, seen);
    } catch (cause) {
      broke(now, cause);
    } finally {
      now.looking = false;
      now.looked = true;
    }
  }

  /** In the picture that was looked at last. */
  async function lookForThings(now: Sitting): Promise<void> {
    now.lookingForThings = elapsed();
    now.looked = false;
    try {
      const still = await pictureOf(now);
      const look = still && sitting === now ? await now.things.look(still.jpeg) : null;
      if (!still || !look || sitting !== now) return;
      now.thingsAt = elapsed();
      now.eye.spentOnThings(look.tookMs);
      take(now, look.seen, still);
    } catch (cause) {
      log('warn', `things: ${String(cause)}`);
    } finally {
      now.lookingForThings = null;
    }
  }

  async function listen(now: Sitting, sound: SoundFeed): Promise<void> {
    now.listening = true;
    try {
      const heard = await now.ear.listen(sound, PACES[now.eye.pace.pace]?.speech ?? false);
      if (!heard || sitting !== now) return;
      if (heard.tookMs !== null) now.eye.spentOnSound(heard.tookMs);
      take(now, heard.seen);
    } catch (cause) {
      broke(now, cause);
    } finally {
      now.listening = false;
    }
  }

  async function lookAtDevices(now: Sitting): Promise<void> {
    now.devicesAt = elapsed();
    const { camera, microphone } = capture.state;
    const inUse = await soundDevices(label(now.stream, 'audio')).catch(() => null);
    take(now, {
      camera_off: camera === 'live' ? null : { score: 1, detail: { cause: `camera_${camera}` } },
      microphone_off: microphone === 'live' ? null : { score: 1, detail: { cause: `microphone_${microphone}` } },
      ...(inUse ? { headphones: headphones(inUse) } : {}),
    });
  }

  function phoneEveryMs(): number | null {
    if (!rules.rear_people && !rules.rear_nobody && !rules.rear_object) return null;
    return sitting ? (PACES[sitting.eye.pace.pace]?.phoneMs ?? null) : PHONE_UNWATCHED_MS;
  }

  const thingsEveryMs = (now: Sitting): number | null =>
    rules.prohibited_object ? (PACES[now.eye.pace.pace]?.thingsMs ?? null) : null;

  function areThingsDue(now: Sitting): boolean {
    const everyMs = thingsEveryMs(now);
    return everyMs !== null && now.looked && now.lookingForThings === null && now.things.dueIn(everyMs) <= 0;
  }

  function tell(now: Sitting): void {
    const { camera, microphone } = capture.state;
    const phone = elapsed() - now.phoneAt < SILENT_MS && phoneEveryMs() !== null;
    const things = elapsed() - now.thingsAt < SILENT_MS && thingsEveryMs(now) !== null;
    const means = { pace: now.eye.pace.pace, eyes: now.ready, phone, things, reference: confirmed() !== null };
    const undone = undoneNow(rules, { ...means, camera: camera === 'live', microphone: microphone === 'live' });
    if (String(undone) !== String(state.state.undone)) state.patch({ undone });
  }

  /** What was noted goes on over a change of eyes. */
  function again(broken: Sitting): Sitting {
    close(broken);
    const now = open();
    now.judged = broken.judged;
    now.phoneAt = broken.phoneAt;
    now.thingsAt = broken.thingsAt;
    now.peaks = broken.peaks;
    sitting = now;
    return now;
  }

  function step(): void {
    if (!sitting) return;
    const { brokenAt } = sitting;
    const now = brokenAt !== null && elapsed() - brokenAt >= AGAIN_MS ? again(sitting) : sitting;
    if (now.brokenAt === null) {
      follow(now);
      const free = !now.looking && (now.lookingForThings === null || elapsed() - now.lookingForThings >= ALONE_MS);
      if (now.ready && capture.state.camera === 'live' && now.watching && free) {
        if (areThingsDue(now)) void lookForThings(now);
        else if (now.eye.dueIn() <= 0) void look(now);
      }
      if (now.ready && now.sound && !now.listening) void listen(now, now.sound);
    }
    if (elapsed() - now.devicesAt >= DEVICES_EVERY_MS) void lookAtDevices(now);
    tell(now);
    cancel = schedule(step, STEP_MS);
  }

  return {
    get state() {
      return state.state;
    },
    subscribe: state.subscribe,
    phoneEveryMs,
    takePhone(seen, tookMs) {
      if (!sitting) return;
      sitting.phoneAt = elapsed();
      sitting.eye.spentOnPhone(tookMs);
      take(sitting, seen);
    },
    start() {
      // Where nothing is looked for nothing is opened.
      if (sitting || Object.keys(rules).length === 0) return;
      sitting = open();
      step();
    },
    stop() {
      cancel();
      const now = sitting;
      if (!now) return;
      sitting = null;
      for (const write of now.unwritten) write();
      for (const over of judgeEnd(now.judged, rules)) onJudged(over, now.peaks.take(over.kind));
      close(now);
      objects.rest();
      state.set({ undone: null, seen: {} });
    },
  };
}
