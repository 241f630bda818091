/** The exam window's own way to take a face, before a camera that shows what an impostor holds up to it. */
import { createFaceEngine } from '../../../renderer/analyzers/face-engine.ts';
import { captureFace, Interrupted } from '../../../renderer/exam/identity/face-capture.ts';
import { cosineSimilarity } from '../../../shared/domain/identity.ts';
import { addNoise, FRAMES, TURN, turnAt } from '../../films/film-script.ts';
import { headMesh } from '../../films/head-mesh.ts';
import { drawTextured } from '../../films/textured-mesh.ts';
import { drawPhoto, PHOTO_MOTIONS } from './photo-motion.ts';

export interface Shown {
  /** Pictures below `/pictures/`: whose photo is registered, and who is shown. */
  registered: string;
  shown: string;
  /** `head`: a film of a head that turns; `still`: a photo at rest; else one of `PHOTO_MOTIONS`. */
  as: string;
  /** Which side is asked for. */
  side: 'left' | 'right';
}

export interface Outcome {
  /** Somebody alive was seen. */
  alive: boolean;
  /** To the registered photo; null where nobody alive was seen. */
  similarity: number | null;
  /** Largest turn that was seen to each side while it was shown. */
  left: number;
  right: number;
}

declare global {
  interface Window {
    /** Null: no single face is found in one of the pictures. */
    present(shown: Shown): Promise<Outcome | null>;
  }
}

const [WIDTH, HEIGHT] = [640, 480];
/** Of the film's frames each third is shown: once to both sides. */
const STEP = 3;
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
  const mesh = headMesh(landmarks, WIDTH, HEIGHT);
  const turned = still.createImageData(WIDTH, HEIGHT);
  return (target, frame) => {
    drawTextured(picture, mesh.still, mesh.turned(turnAt(frame) - yaw), turned.data);
    target.putImageData(turned, 0, 0);
  };
}

async function drawerOf(still: OffscreenCanvasRenderingContext2D, as: string): Promise<Draw | null> {
  if (as === 'head') return head(still);
  if (as === 'still') return (target) => target.drawImage(still.canvas, 0, 0);
  const pose = PHOTO_MOTIONS[as];
  if (!pose) throw new Error(`no such motion: ${as}`);
  return (target, frame) => drawPhoto(target, still.canvas, pose(turnAt(frame) / TURN));
}

window.present = async ({ registered, shown, as, side }) => {
  const [photo, still] = [(await engine.template(await pictureOf(registered))).template, await portrait(shown)];
  const draw = still && (await drawerOf(still, as));
  if (!photo || !draw) return null;
  const camera = context(WIDTH, HEIGHT);
  const abort = new AbortController();
  let frame = 0;
  const seen = { left: 0, right: 0 };
  const face = captureFace({
    eyes: {
      template: engine.template,
      async observe(bitmap, at) {
        const observation = await engine.observe(bitmap, at);
        seen.left = Math.max(seen.left, observation.yaw ?? 0);
        seen.right = Math.max(seen.right, -(observation.yaw ?? 0));
        return observation;
      },
    },
    frames: {
      async next() {
        if (frame >= FRAMES) abort.abort();
        draw(camera, frame % FRAMES);
        const pixels = camera.getImageData(0, 0, WIDTH, HEIGHT);
        addNoise(pixels.data, frame);
        camera.putImageData(pixels, 0, 0);
        frame += STEP;
        return createImageBitmap(camera.canvas);
      },
      jpeg: () => '',
    },
    random: () => (side === 'left' ? 0 : 0.9),
    signal: abort.signal,
    tell: () => undefined,
  });
  const taken = await face.catch((cause: unknown) => {
    if (cause instanceof Interrupted) return null;
    throw cause;
  });
  return { alive: taken !== null, similarity: taken && cosineSimilarity(taken.template, photo), ...seen };
};
