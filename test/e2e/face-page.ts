/** The product's analysers in a bare page, for tests that show it pictures. */
import { createFaceEngine } from '../../renderer/analyzers/face-engine.ts';
import type { FaceObservation, FaceTemplate } from '../../renderer/analyzers/face-observation.ts';
import { createFramePictures } from '../../renderer/analyzers/frame-pictures.ts';
import { createObjectEngine } from '../../renderer/analyzers/objects/object-engine.ts';
import { createObjectEyes } from '../../renderer/analyzers/objects/object-eyes.ts';
import { PIECE } from '../../renderer/analyzers/speech/speech-net.ts';
import { madeVoice } from '../../renderer/console/training/scene/made-voice.ts';
import { fineLuma } from '../../renderer/exam/rear-view/fine-luma.ts';
import { createRearMeasure } from '../../renderer/exam/rear-view/measure-rear.ts';
import { type ScreenSights, seesScreen } from '../../shared/domain/lit-screen.ts';
import { CLEAR_PERSON, countedPeople } from '../../shared/domain/rear-people.ts';
import { type RearFault, rearFaults } from '../../shared/domain/rear-view.ts';

declare global {
  interface Window {
    /** `name?mirrored` shows the picture mirrored. */
    observePicture(name: string): Promise<FaceObservation>;
    templatePicture(name: string): Promise<FaceTemplate>;
    /** How a start ends: `ready`, or the error as text. */
    startEngine(workerUrl: string): Promise<string>;
    askClosedEngine(name: string): Promise<string>;
    /** How many values of a camera's picture in that format and range are others than where Chromium makes the bitmap. */
    compareFrame(format: 'I420' | 'NV12', colorSpace: VideoColorSpaceInit | null): Promise<number>;
    /** What is heard of a made voice, in readings of so many samples. */
    hearVoice(pieces: number, reading: number): Promise<number[]>;
    /** What is against a picture of the phone, seen through a canvas filter such as `blur(8px)`. */
    judgeRear(name: string, filter: string): Promise<RearFault[]>;
    /** How many face engines a look at a picture of the phone starts that goes on while the analysers are given back. */
    startedAfterClosing(name: string): Promise<number>;
    /** How many persons are in a picture of the phone; null: nobody could look. */
    countPeople(name: string): Promise<number | null>;
    /** Whether a screen in a picture is seen that turns from `black` to `white`, by a camera that answers with `filter`. */
    judgeScreen(name: string, black: string, white: string, filter: string): Promise<boolean>;
  }
}

const engine = createFaceEngine('/face-worker.js');

async function picture(name: string): Promise<ImageBitmap> {
  const bitmap = await createImageBitmap(await (await fetch(`/pictures/${name}`)).blob());
  if (!name.endsWith('?mirrored')) return bitmap;
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext('2d');
  context?.scale(-1, 1);
  context?.drawImage(bitmap, -bitmap.width, 0);
  return canvas.transferToImageBitmap();
}

window.observePicture = async (name) => engine.observe(await picture(name), performance.now());
window.templatePicture = async (name) => engine.template(await picture(name));
window.startEngine = (workerUrl) => createFaceEngine(workerUrl).ready.then(() => 'ready', String);
window.hearVoice = async (pieces, reading) => {
  const voice = madeVoice(pieces * PIECE);
  const told: number[] = [];
  for (let at = 0; at < voice.length; at += reading) {
    const { speech } = await engine.listen(voice.slice(at, at + reading));
    told.push(...speech);
  }
  return told;
};
window.askClosedEngine = async (name) => {
  const closed = createFaceEngine('/face-worker.js');
  const asked = closed.template(await picture(name)).then(() => 'answered', String);
  closed.close();
  return asked;
};

function pixelsOf(bitmap: ImageBitmap): Uint8ClampedArray {
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no canvas');
  context.drawImage(bitmap, 0, 0);
  return context.getImageData(0, 0, bitmap.width, bitmap.height).data;
}
window.compareFrame = async (format, colorSpace) => {
  const [codedWidth, codedHeight] = [320, 180];
  const random = crypto.getRandomValues(new Uint8Array((codedWidth * codedHeight * 3) / 2 - 40_000));
  const bytes = Uint8Array.from({ length: random.length + 40_000 }, (_, at) => random[at % random.length] ?? 0);
  const init = { format, codedWidth, codedHeight, timestamp: 0 };
  const frame = new VideoFrame(bytes, colorSpace ? { ...init, colorSpace } : init);
  const theirs = pixelsOf(await createImageBitmap(frame));
  const ours = pixelsOf(await createFramePictures()(frame));
  if (frame.format !== null) throw new Error('a frame was left open');
  return ours.filter((value, at) => value !== theirs[at]).length;
};

/** A picture as a phone sends it, with what `draw` adds. */
function still(bitmap: ImageBitmap, filter: string, draw: (context: CanvasRenderingContext2D) => void): string {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [640, 480];
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.filter = filter;
  context.drawImage(bitmap, 0, 0, 640, 480);
  context.filter = 'none';
  draw(context);
  return canvas.toDataURL('image/jpeg', 0.6).replace(/^data:image\/jpeg;base64,/, '');
}

const objects = createObjectEyes({
  open: () => createObjectEngine('/object-worker.js'),
  log: (_, text) => console.warn(text),
});
const rear = createRearMeasure({ openEyes: () => engine, objects });
window.judgeRear = async (name, filter) => {
  const jpeg = still(await picture(name), filter, () => undefined);
  return rearFaults({ ...(await rear.measure(jpeg, { face: true, people: true })), tilt: null }, null);
};
window.startedAfterClosing = async (name) => {
  let started = 0;
  const closed = createRearMeasure({
    openEyes() {
      started += 1;
      return engine;
    },
    objects,
  });
  const jpeg = still(await picture(name), 'none', () => undefined);
  const look = closed.measure(jpeg, { face: true, people: true });
  closed.close();
  await look;
  return started;
};
window.countPeople = async (name) => {
  const jpeg = still(await picture(name), 'none', () => undefined);
  const { people } = await rear.measure(jpeg, { face: false, people: true });
  return people && countedPeople(people, CLEAR_PERSON).length;
};

/** A laptop's screen two metres away, seen from behind and beside: a hundredth of the picture. */
const SCREEN = new Path2D('M300 200 352 190V236L300 248Z');
window.judgeScreen = async (name, black, white, filter) => {
  const bitmap = await picture(name);
  const shown = [black, white, black, white].map((fill, turn) =>
    still(bitmap, turn % 2 ? filter : 'none', (context) => {
      context.fillStyle = fill;
      context.fill(SCREEN);
    }),
  );
  return seesScreen((await Promise.all(shown.map(fineLuma))) as unknown as ScreenSights);
};
