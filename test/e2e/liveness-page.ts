/** The product's face engine and its actions on request, on a live camera, for the test that plays films to it. */
import { createFaceEngine } from '../../renderer/analyzers/face-engine.ts';
import { askFor, type Liveness, nextLiveness } from '../../renderer/analyzers/liveness.ts';
import type { LivenessAction } from '../../shared/domain/identity.ts';

export interface ActionsSeen {
  phase: Liveness['phase'];
  done: number;
  turnDegrees: number;
  seconds: number;
  framesLookedAt: number;
  /** Of the first frame that was fit for a comparison. */
  template: number[] | null;
}

declare global {
  interface Window {
    openCamera(): Promise<void>;
    /** Follows the camera until all of it is passed, or the seconds are over. */
    watchActions(actions: readonly LivenessAction[], seconds: number): Promise<ActionsSeen>;
    registeredTemplate(name: string): Promise<number[] | null>;
  }
}

const engine = createFaceEngine('/face-worker.js');
const video = document.createElement('video');

window.openCamera = async () => {
  video.srcObject = await navigator.mediaDevices.getUserMedia({ video: { width: 640, height: 480 } });
  await video.play();
  await engine.ready;
};

const nextFrame = (): Promise<ImageBitmap> =>
  new Promise((resolve, reject) => {
    video.requestVideoFrameCallback(() => createImageBitmap(video).then(resolve, reject));
  });

window.watchActions = async (actions, seconds) => {
  const start = performance.now();
  let liveness = askFor(actions);
  let template: number[] | null = null;
  let framesLookedAt = 0;
  while (liveness.phase !== 'passed' && performance.now() - start < 1000 * seconds) {
    const phaseBefore = liveness.phase;
    liveness = nextLiveness(liveness, await engine.observe(await nextFrame(), performance.now()));
    framesLookedAt += 1;
    if (template === null && phaseBefore === 'rest' && liveness.phase === 'act') {
      const taken = await engine.template(await nextFrame());
      if (taken.problem === null) template = taken.template;
    }
  }
  const { phase, done, turnDegrees } = liveness;
  return { phase, done, turnDegrees, seconds: (performance.now() - start) / 1000, framesLookedAt, template };
};

window.registeredTemplate = async (name) => {
  const bitmap = await createImageBitmap(await (await fetch(`/pictures/${name}`)).blob());
  return (await engine.template(bitmap)).template;
};
