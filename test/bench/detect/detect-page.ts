/** The exam window's own watch over a fake camera, without the exam around it. */
import { createFaceEngine } from '../../../renderer/analyzers/face-engine.ts';
import { createObjectEngine } from '../../../renderer/analyzers/objects/object-engine.ts';
import { createObjectEyes, type ObjectEyes } from '../../../renderer/analyzers/objects/object-eyes.ts';
import { rearSigns } from '../../../renderer/analyzers/signs/rear-people.ts';
import { cameraPictures } from '../../../renderer/exam/capture/camera-pictures.ts';
import { createCapture } from '../../../renderer/exam/capture/capture.ts';
import { openFrameSource } from '../../../renderer/exam/capture/frame-source.ts';
import { openSoundFeed } from '../../../renderer/exam/capture/sound-feed.ts';
import { createRearMeasure } from '../../../renderer/exam/rear-view/measure-rear.ts';
import { rearFinding } from '../../../renderer/exam/rear-view/rear-finding.ts';
import { createRearWatch, type RearWatch } from '../../../renderer/exam/rear-view/rear-watch.ts';
import { soundDevicesInUse } from '../../../renderer/exam/watch/devices-in-use.ts';
import { createExamWatch, type ExamWatch } from '../../../renderer/exam/watch/exam-watch.ts';
import { openPicturePart } from '../../../renderer/exam/watch/picture-part.ts';
import type { HttpClient } from '../../../shared/contract/http-client.ts';
import type { ViolationKind } from '../../../shared/domain/violation.ts';
import { rulesWith, type ViolationRules } from '../../../shared/domain/violations/rules.ts';
import { violationOf, WATCHED_KINDS, type WatchedKind } from '../../../shared/domain/violations/watched-kinds.ts';

export interface Noted {
  /** As a proctor reads it. */
  kind: ViolationKind;
  /** Seconds since the camera began. */
  since: number;
  at: number;
}

interface WatchedClip {
  seconds: number;
  /** The camera is the computer's own, or the phone's. */
  camera: 'front' | 'rear';
  /** Name of a picture, or null. */
  confirmed: string | null;
  sound: boolean;
}

declare global {
  interface Window {
    /** Watches the camera for so long, and returns what was noted. */
    watchClip(clip: WatchedClip): Promise<Noted[]>;
  }
}

const schedule = (task: () => void, ms: number) => {
  const timer = setTimeout(task, ms);
  return () => clearTimeout(timer);
};
const log = (_: string, text: string): void => console.warn(text);
/** Within this somebody sits down. */
const FIRST_FACE_MS = 5_000;

/** Of one camera only what it shows; Chromium's own microphone beeps: without a sound of the clip there is nothing to judge. */
function rulesFor({ camera, sound }: WatchedClip): ViolationRules {
  const heard: readonly WatchedKind[] = ['speech', 'noise', 'microphone_silent'];
  const isOf = (kind: WatchedKind): boolean => violationOf(kind).camera === camera && (sound || !heard.includes(kind));
  return rulesWith(
    Object.fromEntries(WATCHED_KINDS.filter((kind) => !isOf(kind)).map((kind) => [kind, 'off' as const])),
  );
}

/** The exam window's look at the phone's pictures, of which each is the camera's at that moment. */
function watchAsPhone(
  watch: ExamWatch,
  { objects, jpeg, note }: { objects: ObjectEyes; jpeg: () => string; note(kind: ViolationKind): void },
): RearWatch {
  const openEyes = () => createFaceEngine('/face-worker.js');
  return createRearWatch({
    http: (async () => ({ takenAt: performance.now(), jpeg: jpeg(), tilt: null })) as unknown as HttpClient,
    eyes: createRearMeasure({ openEyes, objects }),
    schedule,
    elapsed: () => performance.now(),
    peopleEveryMs: watch.phoneEveryMs,
    onPeople: (seen, tookMs) => watch.takePhone(rearSigns(seen) ?? {}, tookMs),
    onFault(fault) {
      const entry = fault && rearFinding(fault);
      if (entry?.type === 'violation') note(entry.kind);
    },
    log,
  });
}

window.watchClip = async (clip) => {
  const { confirmed: confirmedPicture, seconds, camera } = clip;
  const eyes = createFaceEngine('/face-worker.js');
  await eyes.ready;
  let confirmed: readonly number[] | null = null;
  if (confirmedPicture) {
    const blob = await (await fetch(`/pictures/${confirmedPicture}`)).blob();
    confirmed = (await eyes.template(await createImageBitmap(blob))).template;
    if (!confirmed) throw new Error(`no face in ${confirmedPicture}`);
  }
  const capture = createCapture({ devices: navigator.mediaDevices, schedule, log });
  await capture.start();
  const { stream } = capture.state;
  if (!stream) throw new Error('no camera');
  const frames = await openFrameSource(stream);
  const began = performance.now();
  const second = (ms: number): number => Math.round(ms - began) / 1_000;
  const noted: Noted[] = [];
  const objects = createObjectEyes({ open: () => createObjectEngine('/object-worker.js'), log });
  const watch = createExamWatch({
    capture,
    openEyes: () => eyes,
    objects,
    openPart: openPicturePart,
    openPictures: cameraPictures,
    openSound: openSoundFeed,
    soundDevices: (microphone) => soundDevicesInUse(navigator.mediaDevices, microphone),
    confirmed: () => confirmed,
    rules: rulesFor(clip),
    elapsed: () => performance.now(),
    schedule,
    onJudged({ kind, since, ongoing }) {
      if (ongoing) noted.push({ kind: violationOf(kind).kind, since: second(since), at: second(performance.now()) });
    },
    log,
  });
  const note = (kind: ViolationKind): void => {
    const at = second(performance.now());
    noted.push({ kind, since: at, at });
  };
  const phone = camera === 'rear' ? watchAsPhone(watch, { objects, jpeg: frames.jpeg, note }) : null;
  watch.start();
  phone?.settle();
  let poor: readonly number[] | null = null;
  while (!phone && !confirmed && performance.now() - began < FIRST_FACE_MS) {
    const { template, problem } = await eyes.template(await frames.next());
    if (problem === null) confirmed = template;
    else poor ??= template;
  }
  // A still that does not sit quite right is all there is of who was confirmed.
  confirmed ??= poor;
  await new Promise((resolve) => setTimeout(resolve, seconds * 1_000 - (performance.now() - began)));
  watch.stop();
  phone?.stop();
  frames.close();
  capture.stop();
  return noted;
};
