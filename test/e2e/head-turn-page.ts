/** The product's face engine and head turn on a live camera, for the test that plays films to it. */
import { createFaceEngine } from '../../renderer/analyzers/face-engine.ts';
import { type HeadTurn, nextHeadTurn, startHeadTurn, type TurnDirection } from '../../renderer/analyzers/head-turn.ts';

export interface TurnSeen {
  phase: HeadTurn['phase'];
  turnDegrees: number;
  seconds: number;
  framesLookedAt: number;
  /** Of the first frame that was fit for a comparison. */
  template: number[] | null;
}

declare global {
  interface Window {
    openCamera(): Promise<void>;
    /** Follows the camera until the turn is passed, or the seconds are over. */
    watchTurn(direction: TurnDirection, seconds: number): Promise<TurnSeen>;
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

window.watchTurn = async (direction, seconds) => {
  const start = performance.now();
  let turn = startHeadTurn(() => (direction === 'left' ? 0 : 0.9));
  let template: number[] | null = null;
  let framesLookedAt = 0;
  while (turn.phase !== 'passed' && performance.now() - start < 1000 * seconds) {
    const phaseBefore = turn.phase;
    turn = nextHeadTurn(turn, await engine.observe(await nextFrame(), performance.now()));
    framesLookedAt += 1;
    if (template === null && phaseBefore === 'frontal' && turn.phase === 'turn') {
      const taken = await engine.template(await nextFrame());
      if (taken.problem === null) template = taken.template;
    }
  }
  const { phase, turnDegrees } = turn;
  return { phase, turnDegrees, seconds: (performance.now() - start) / 1000, framesLookedAt, template };
};

window.registeredTemplate = async (name) => {
  const bitmap = await createImageBitmap(await (await fetch(`/pictures/${name}`)).blob());
  return (await engine.template(bitmap)).template;
};
