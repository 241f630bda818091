/** The product's face analyser, shown faces of photographs with drawn coverings over them. */
import { createFaceEngine } from '../../../renderer/analyzers/face-engine.ts';
import type { FaceObservation } from '../../../renderer/analyzers/face-observation.ts';
import { faceCovered } from '../../../renderer/analyzers/signs/face-covered.ts';
import type { Rgb } from './coverings.ts';
import { COVERINGS, LIGHTS, type Part } from './variants.ts';

/** A face in a photograph: its middle, width and roll, in pixels and radians. */
export interface FoundFace {
  picture: string;
  x: number;
  y: number;
  width: number;
  roll: number;
}

/** What was seen of one shown picture: a part, null for a bare face, `unknown` where nobody can tell. */
export type SeenCover = Part | null | 'unknown';

declare global {
  interface Window {
    findFaces(picture: string): Promise<FoundFace[]>;
    showFace(face: FoundFace, light: string, covering: string): Promise<SeenCover>;
  }
}

const [WIDTH, HEIGHT] = [640, 480];
/** Faces are looked for in squares of these sides; a smaller one is no use at the size that a camera shows it. */
const SEARCHED = [1_600, 1_000, 700, 450];
const SMALLEST = 100;
/** Held as people hold their heads, and not exactly upright. */
const ROLL_LEFT = 0.2;
/** What is seen of the photograph around the face, in widths of the face. */
const ALONE = 1.1;

const engine = createFaceEngine('/face-worker.js');
const pictures = new Map<string, Promise<ImageBitmap>>();
const picture = (name: string): Promise<ImageBitmap> => {
  const loading =
    pictures.get(name) ?? fetch(`/pictures/${name}`).then(async (answer) => createImageBitmap(await answer.blob()));
  pictures.set(name, loading);
  return loading;
};

function canvas(width: number, height: number): OffscreenCanvasRenderingContext2D {
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no canvas');
  return context;
}

const pointOf = (landmarks: Float32Array, point: number) => ({
  x: landmarks[3 * point] ?? 0,
  y: landmarks[3 * point + 1] ?? 0,
});

window.findFaces = async (name) => {
  const whole = await picture(name);
  const found: FoundFace[] = [];
  for (const side of SEARCHED.filter((each) => each < 2 * Math.max(whole.width, whole.height))) {
    for (let top = 0; top < Math.max(1, whole.height - side / 2); top += side / 2.5) {
      for (let left = 0; left < Math.max(1, whole.width - side / 2); left += side / 2.5) {
        const view = canvas(512, 512);
        view.drawImage(whole, left, top, side, side, 0, 0, 512, 512);
        const { box, landmarks } = await engine.observe(view.canvas.transferToImageBitmap(), 0);
        if (!box || !landmarks || box.width * side < SMALLEST) continue;
        if (box.x < 0.02 || box.y < 0.02 || box.x + box.width > 0.98 || box.y + box.height > 0.98) continue;
        const [right, other] = [pointOf(landmarks, 33), pointOf(landmarks, 263)];
        const face: FoundFace = {
          ...{ picture: name, width: box.width * side, roll: Math.atan2(other.y - right.y, other.x - right.x) },
          ...{ x: left + (box.x + box.width / 2) * side, y: top + (box.y + box.height / 2) * side },
        };
        if (!found.some(({ x, y, width }) => Math.hypot(x - face.x, y - face.y) < width / 2)) found.push(face);
      }
    }
  }
  return found;
};

/** Evenly spread, and the same each time. */
function addNoise(context: OffscreenCanvasRenderingContext2D, amplitude: number): void {
  const frame = context.getImageData(0, 0, WIDTH, HEIGHT);
  let state = 12_345;
  for (let at = 0; at < frame.data.length; at += 1) {
    if (at % 4 === 3) continue;
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    frame.data[at] = (frame.data[at] ?? 0) + (((state >> 16) % 1_000) / 500 - 1) * amplitude;
  }
  context.putImageData(frame, 0, 0);
}

/** The camera's picture, as JPEG; null where the face is not found again in it. */
async function shown(face: FoundFace, light: string, covering: string): Promise<Blob | null> {
  const [seen, laid] = [LIGHTS[light], COVERINGS[covering]];
  if (!seen || !laid) throw new Error(`no light ${light} or covering ${covering}`);
  const context = canvas(WIDTH, HEIGHT);
  context.fillStyle = '#777';
  context.fillRect(0, 0, WIDTH, HEIGHT);
  // Nobody else is in the picture.
  context.save();
  context.beginPath();
  context.arc(WIDTH / 2, HEIGHT / 2, seen.face * ALONE, 0, 2 * Math.PI);
  context.clip();
  context.filter = seen.filter;
  context.imageSmoothingQuality = 'high';
  context.translate(WIDTH / 2, HEIGHT / 2);
  context.rotate(-face.roll * (1 - ROLL_LEFT));
  context.scale(seen.face / face.width, seen.face / face.width);
  context.drawImage(await picture(face.picture), -face.x, -face.y);
  context.restore();
  const { landmarks } = await engine.observe(await createImageBitmap(context.canvas), 0);
  if (!landmarks) return null;
  const at = (point: number) => {
    const { x, y } = pointOf(landmarks, point);
    return { x: x * WIDTH, y: y * HEIGHT };
  };
  const skin = (point: number): Rgb => {
    const { x, y } = at(point);
    const [r = 0, g = 0, b = 0] = context.getImageData(Math.round(x), Math.round(y), 1, 1).data;
    return [r, g, b];
  };
  laid.lay({ context, at, cheeks: [skin(50), skin(280)] });
  context.fillStyle = `rgb(255 255 255 / ${seen.glare})`;
  context.fillRect(0, 0, WIDTH, HEIGHT);
  addNoise(context, seen.noise);
  return context.canvas.convertToBlob({ type: 'image/jpeg', quality: 0.85 });
}

window.showFace = async (face, light, covering) => {
  const jpeg = await shown(face, light, covering);
  if (!jpeg) return 'unknown';
  const seen: FaceObservation = await engine.observe(await createImageBitmap(jpeg), 0);
  const sighting = faceCovered({ face: seen });
  if (sighting === undefined) return 'unknown';
  return sighting ? (sighting.detail?.part as Part) : null;
};
