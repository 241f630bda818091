/** The watch's own look for things, shown people of photographs with things beside and before them. */
import { createFaceEngine } from '../../../renderer/analyzers/face-engine.ts';
import { createObjectEngine } from '../../../renderer/analyzers/objects/object-engine.ts';
import type { SeenObject } from '../../../renderer/analyzers/objects/seen-object.ts';
import { frontThings } from '../../../renderer/analyzers/signs/front-things.ts';
import { openPicturePart } from '../../../renderer/exam/watch/picture-part.ts';
import { PARTS } from '../../../renderer/exam/watch/watch-things.ts';
import { LIGHTS } from '../covered/variants.ts';
import { addNoise, canvas, type FoundFace, findFaces, photograph } from '../faces-in-photographs.ts';
import { DRAWN } from './drawn-things.ts';

/** A thing by its name among the drawn ones or the pictures; its middle and height are shares of the picture. */
export interface Laid {
  thing: string;
  x: number;
  y: number;
  height: number;
  /** Degrees. */
  turned: number;
}

/** What a round of looks found: in the whole picture, in any part of it; and the surest of a phone or a book, believed or not. */
export interface Found {
  whole: boolean;
  any: boolean;
  surest: number;
}

declare global {
  interface Window {
    findFaces(picture: string): Promise<FoundFace[]>;
    /** Looks round the camera's picture of whoever has this face, with a thing in it or without. */
    lookRound(face: FoundFace, light: string, laid: Laid | null): Promise<Found>;
  }
}

const [WIDTH, HEIGHT] = [640, 480];
/** The face is a little above the middle, as it is before a laptop. */
const FACE_AT = 0.42;

const faces = createFaceEngine('/face-worker.js');
const objects = createObjectEngine('/object-worker.js');

async function drawThing(
  context: OffscreenCanvasRenderingContext2D,
  { thing, x, y, turned, ...laid }: Laid,
): Promise<void> {
  const height = laid.height * HEIGHT;
  const drawn = DRAWN[thing];
  context.save();
  context.translate(x * WIDTH, y * HEIGHT);
  context.rotate((turned * Math.PI) / 180);
  if (drawn) {
    const width = height * drawn.shape;
    context.translate(-width / 2, -height / 2);
    drawn.draw(context, width, height);
  } else {
    const picture = await photograph(thing);
    const width = (height * picture.width) / picture.height;
    context.drawImage(picture, -width / 2, -height / 2, width, height);
  }
  context.restore();
}

async function shown(face: FoundFace, light: string, laid: Laid | null): Promise<ArrayBuffer> {
  const seen = LIGHTS[light];
  if (!seen) throw new Error(`no light ${light}`);
  const context = canvas(WIDTH, HEIGHT);
  context.fillStyle = '#777';
  context.fillRect(0, 0, WIDTH, HEIGHT);
  context.filter = seen.filter;
  context.imageSmoothingQuality = 'high';
  context.save();
  context.translate(WIDTH / 2, HEIGHT * FACE_AT);
  context.scale(seen.face / face.width, seen.face / face.width);
  context.drawImage(await photograph(face.picture), -face.x, -face.y);
  context.restore();
  if (laid) await drawThing(context, laid);
  context.filter = 'none';
  context.fillStyle = `rgb(255 255 255 / ${seen.glare})`;
  context.fillRect(0, 0, WIDTH, HEIGHT);
  addNoise(context, seen.noise);
  return (await context.canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 })).arrayBuffer();
}

window.findFaces = (name) => findFaces(faces, name);
window.lookRound = async (face, light, laid) => {
  const jpeg = await shown(face, light, laid);
  const looks: SeenObject[][] = [];
  for (const part of PARTS) looks.push((await objects.look(await openPicturePart(jpeg, part))).objects);
  const isFound = (seen: readonly SeenObject[]): boolean => frontThings(seen) !== null;
  const scores = looks.flat().flatMap(({ kind, score }) => (kind === 'person' ? [] : [score]));
  return { whole: isFound(looks[0] ?? []), any: looks.some(isFound), surest: Math.max(0, ...scores) };
};
