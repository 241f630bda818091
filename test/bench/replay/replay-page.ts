/** The exam window's own way to take a face, before a camera that shows what an impostor holds up to it. */
import { createFaceEngine } from '../../../renderer/analyzers/face-engine.ts';
import { captureFace, Interrupted } from '../../../renderer/exam/identity/face-capture.ts';
import { cosineSimilarity, type LivenessAction } from '../../../shared/domain/identity.ts';
import { actingAt, addNoise, FRAME_RATE, FRAMES } from '../../films/film-script.ts';
import { headMesh } from '../../films/head-mesh.ts';
import { drawTextured } from '../../films/textured-mesh.ts';
import { drawPhoto, PHOTO_MOTIONS } from './photo-motion.ts';

export interface Shown {
  /** Pictures below `/pictures/`: whose photo is registered, and who is shown. */
  registered: string;
  shown: string;
  /** `head`: a film of a head that acts; `still`: a photo at rest; else one of `PHOTO_MOTIONS`. */
  as: string;
  /** What is asked for. */
  actions: LivenessAction[];
}

export interface Outcome {
  /** Somebody alive was seen. */
  alive: boolean;
  /** To the registered photo; null where nobody alive was seen. */
  similarity: number | null;
  /** How many of the actions were seen. */
  done: number;
}

declare global {
  interface Window {
    /** Null: no single face is found in one of the pictures. */
    present(shown: Shown): Promise<Outcome | null>;
  }
}

const [WIDTH, HEIGHT] = [640, 480];
/** Of the film's frames each third is shown, and the film twice, so that its order is none. */
const STEP = 3;
const SHOWINGS = 2;
/** Share of the picture's width that the face takes. */
const FACE = 0.3;

const engine = createFaceEngine('/face-worker.js');

async function pictureOf(path: string): Promise<ImageBitmap> {
  const answer = await fetch(`/pictures/${path.split('/').map(encodeURIComponent).join('/')}`);
  return createImageBitmap(await answer.blob());
}

function context(width: number, height: number): OffscreenCanvasRenderingContext2D {
  const drawn = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!drawn) throw new Error('no canvas');
  return drawn;
}

/** The picture as a camera would show the person: the face in the middle, and of the usual size. */
async function portrait(path: string): Promise<OffscreenCanvasRenderingContext2D | null> {
  const { box } = await engine.observe(await pictureOf(path), 0);
  if (!box) return null;
  const picture = await pictureOf(path);
  const still = context(WIDTH, HEIGHT);
  const scale = (FACE * WIDTH) / (box.width * picture.width);
  still.fillStyle = '#8d8a84';
  still.fillRect(0, 0, WIDTH, HEIGHT);
  const [x, y] = [(box.x + box.width / 2) * picture.width, (box.y + box.height / 2) * picture.height];
  still.imageSmoothingQuality = 'high';
  still.setTransform(scale, 0, 0, scale, WIDTH / 2 - x * scale, HEIGHT / 2 - y * scale);
  still.drawImage(picture, 0, 0);
  still.setTransform(1, 0, 0, 1, 0, 0);
  return still;
}

type Draw = (target: OffscreenCanvasRenderingContext2D, frame: number) => void;

async function head(still: OffscreenCanvasRenderingContext2D): Promise<Draw | null> {
  const { landmarks, yaw } = await engine.observe(await createImageBitmap(still.canvas), 0);
  if (!landmarks || yaw === null) return null;
  const picture = still.getImageData(0, 0, WIDTH, HEIGHT);
  const mesh = headMesh(landmarks, WIDTH, HEIGHT, yaw);
  const acted = still.createImageData(WIDTH, HEIGHT);
  return (target, frame) => {
    drawTextured(picture, mesh.still, mesh.acting(actingAt(frame)), acted.data);
    target.putImageData(acted, 0, 0);
  };
}

async function drawerOf(still: OffscreenCanvasRenderingContext2D, as: string): Promise<Draw | null> {
  if (as === 'head') return head(still);
  if (as === 'still') return (target) => target.drawImage(still.canvas, 0, 0);
  const pose = PHOTO_MOTIONS[as];
  if (!pose) throw new Error(`no such motion: ${as}`);
  return (target, frame) => {
    const { turn_left, turn_right, nod } = actingAt(frame);
    drawPhoto(target, still.canvas, pose(turn_left - turn_right, nod));
  };
}

window.present = async ({ registered, shown, as, actions }) => {
  const [photo, still] = [(await engine.template(await pictureOf(registered))).template, await portrait(shown)];
  const draw = still && (await drawerOf(still, as));
  if (!photo || !draw) return null;
  const camera = context(WIDTH, HEIGHT);
  const abort = new AbortController();
  let frame = 0;
  let done = 0;
  const face = captureFace({
    eyes: {
      template: engine.template,
      // By the clock of the film, however long this machine takes for a frame of it.
      observe: (bitmap) => engine.observe(bitmap, (frame * 1_000) / FRAME_RATE),
    },
    frames: {
      async next() {
        if (frame >= SHOWINGS * FRAMES) abort.abort();
        draw(camera, frame % FRAMES);
        const pixels = camera.getImageData(0, 0, WIDTH, HEIGHT);
        addNoise(pixels.data, frame);
        camera.putImageData(pixels, 0, 0);
        frame += STEP;
        return createImageBitmap(camera.canvas);
      },
      jpeg: () => '',
    },
    actions,
    signal: abort.signal,
    tell(progress) {
      if (progress.step === 'acting') done = Math.max(done, progress.liveness.done);
    },
  });
  const taken = await face.catch((cause: unknown) => {
    if (cause instanceof Interrupted) return null;
    throw cause;
  });
  return { alive: taken !== null, similarity: taken && cosineSimilarity(taken.template, photo), done };
};
