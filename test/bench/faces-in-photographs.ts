import type { FaceEngine } from '../../renderer/analyzers/face-engine.ts';

/** A face in a photograph: its middle, width and roll, in pixels and radians. */
export interface FoundFace {
  picture: string;
  x: number;
  y: number;
  width: number;
  roll: number;
}

/** Faces are looked for in squares of these sides; a smaller one is no use at the size that a camera shows it. */
const SEARCHED = [1_600, 1_000, 700, 450];
const SMALLEST = 100;

const pictures = new Map<string, Promise<ImageBitmap>>();
/** A photograph of the site's folder. */
export const photograph = (name: string): Promise<ImageBitmap> => {
  const loading =
    pictures.get(name) ?? fetch(`/pictures/${name}`).then(async (answer) => createImageBitmap(await answer.blob()));
  pictures.set(name, loading);
  return loading;
};

export function canvas(width: number, height: number): OffscreenCanvasRenderingContext2D {
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no canvas');
  return context;
}

export const pointOf = (landmarks: Float32Array, point: number) => ({
  x: landmarks[3 * point] ?? 0,
  y: landmarks[3 * point + 1] ?? 0,
});

/** Every face of a photograph that is large enough. */
export async function findFaces(engine: FaceEngine, name: string): Promise<FoundFace[]> {
  const whole = await photograph(name);
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
}

/** Evenly spread, and the same each time. */
export function addNoise(context: OffscreenCanvasRenderingContext2D, amplitude: number): void {
  const frame = context.getImageData(0, 0, context.canvas.width, context.canvas.height);
  let state = 12_345;
  for (let at = 0; at < frame.data.length; at += 1) {
    if (at % 4 === 3) continue;
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    frame.data[at] = (frame.data[at] ?? 0) + (((state >> 16) % 1_000) / 500 - 1) * amplitude;
  }
  context.putImageData(frame, 0, 0);
}
