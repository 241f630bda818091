/** The exam window's own watch over a fake camera, without the exam around it. */
import { createFaceEngine } from '../../../renderer/analyzers/face-engine.ts';
import { createCapture } from '../../../renderer/exam/capture/capture.ts';
import { openFrameSource } from '../../../renderer/exam/capture/frame-source.ts';
import { openSoundLevel } from '../../../renderer/exam/capture/sound-level.ts';
import { soundDevicesInUse } from '../../../renderer/exam/watch/devices-in-use.ts';
import { createExamWatch } from '../../../renderer/exam/watch/exam-watch.ts';
import { rulesWith } from '../../../shared/domain/violations/rules.ts';
import type { WatchedKind } from '../../../shared/domain/violations/watched-kinds.ts';

export interface Noted {
  kind: WatchedKind;
  /** Seconds since the camera began. */
  since: number;
  at: number;
}

declare global {
  interface Window {
    /** Watches the camera for so long, and returns what was noted. `confirmed`: name of a picture, or null. */
    watchClip(confirmed: string | null, seconds: number, sound: boolean): Promise<Noted[]>;
  }
}

const schedule = (task: () => void, ms: number) => {
  const timer = setTimeout(task, ms);
  return () => clearTimeout(timer);
};
const log = (_: string, text: string): void => console.warn(text);
/** Within this somebody sits down. */
const FIRST_FACE_MS = 5_000;

window.watchClip = async (confirmedPicture, seconds, sound) => {
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
  const watch = createExamWatch({
    capture,
    openEyes: () => eyes,
    openFrames: openFrameSource,
    openSound: openSoundLevel,
    soundDevices: (microphone) => soundDevicesInUse(navigator.mediaDevices, microphone),
    confirmed: () => confirmed,
    // Chromium's own microphone beeps; without a sound of the clip there is nothing to judge.
    rules: rulesWith(sound ? {} : { speech: 'off', noise: 'off', microphone_silent: 'off' }),
    elapsed: () => performance.now(),
    schedule,
    onJudged(judged) {
      for (const { kind, since, ongoing } of judged)
        if (ongoing) noted.push({ kind, since: second(since), at: second(performance.now()) });
    },
    log,
  });
  watch.start();
  while (!confirmed && performance.now() - began < FIRST_FACE_MS) {
    const { template, problem } = await eyes.template(await frames.next());
    if (problem === null) confirmed = template;
  }
  frames.close();
  await new Promise((resolve) => setTimeout(resolve, seconds * 1_000 - (performance.now() - began)));
  watch.stop();
  capture.stop();
  return noted;
};
