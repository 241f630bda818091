/** The product's face analyser, shown faces of photographs with drawn coverings over them. */
import { createFaceEngine } from '../../../renderer/analyzers/face-engine.ts';
import type { FaceObservation } from '../../../renderer/analyzers/face-observation.ts';
import { faceCovered } from '../../../renderer/analyzers/signs/face-covered.ts';
import { addNoise, canvas, type FoundFace, findFaces, photograph, pointOf } from '../faces-in-photographs.ts';
import type { Rgb } from './coverings.ts';
import { COVERINGS, LIGHTS, type Part } from './variants.ts';

/** What was seen of one shown picture: a part, null for a bare face, `unknown` where nobody can tell. */
export type SeenCover = Part | null | 'unknown';

declare global {
  interface Window {
    findFaces(picture: string): Promise<FoundFace[]>;
    showFace(face: FoundFace, light: string, covering: string): Promise<SeenCover>;
  }
}

const [WIDTH, HEIGHT] = [640, 480];
/** Held as people hold their heads, and not exactly upright. */
const ROLL_LEFT = 0.2;
/** What is seen of the photograph around the face, in widths of the face. */
const ALONE = 1.1;

const engine = createFaceEngine('/face-worker.js');
window.findFaces = (name) => findFaces(engine, name);

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
  context.drawImage(await photograph(face.picture), -face.x, -face.y);
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
