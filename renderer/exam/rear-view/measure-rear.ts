import type { SeenPerson, SeenThing } from '../../../shared/domain/rear-people.ts';
import type { RearMeasures } from '../../../shared/domain/rear-view.ts';
import { bytesOfBase64 } from '../../../shared/support/base64.ts';
import { COARSE_HEIGHT, COARSE_WIDTH, measureCoarse } from '../../analyzers/coarse-picture.ts';
import type { FaceEngine } from '../../analyzers/face-engine.ts';
import type { ObjectEyes } from '../../analyzers/objects/object-eyes.ts';

/** What can be told from the picture alone. */
export type SeenRear = Omit<RearMeasures, 'tilt'>;

export interface RearMeasure {
  /** Measures a JPEG of the phone (base64), with what it was to be looked at for. `tookMs`: looking for persons and things. */
  measure(jpeg: string, lookFor: { face: boolean; people: boolean }): Promise<SeenRear & { tookMs: number }>;
  /** Gives the analysers back: they take memory that the exam wants. */
  close(): void;
}

interface Parts {
  openEyes(): FaceEngine;
  objects: ObjectEyes;
}

type SeenObjects = Pick<SeenRear, 'people' | 'things'> & { tookMs: number };
const NOT_LOOKED: SeenObjects = { people: null, things: [], tookMs: 0 };

export function createRearMeasure({ openEyes, objects }: Parts): RearMeasure {
  let eyes: FaceEngine | null = null;
  let closings = 0;

  const faceOf = async (bitmap: ImageBitmap): Promise<RearMeasures['face']> => {
    eyes ??= openEyes();
    const { box, yaw } = await eyes.observe(bitmap, performance.now());
    return box && yaw !== null ? { width: box.width, yaw } : null;
  };

  /** Without the model the rest of the picture is still worth a word. */
  async function objectsIn(bitmap: ImageBitmap): Promise<SeenObjects> {
    const look = await objects.look(bitmap);
    if (!look) return NOT_LOOKED;
    const people: SeenPerson[] = [];
    const things: SeenThing[] = [];
    for (const { kind, score, box } of look.objects) {
      if (kind === 'person') people.push({ score, box });
      else things.push({ kind, score });
    }
    return { people, things, tookMs: look.tookMs };
  }

  return {
    async measure(jpeg, lookFor) {
      const before = closings;
      const picture = new Blob([bytesOfBase64(jpeg)], { type: 'image/jpeg' });
      const bitmap = await createImageBitmap(picture);
      const context = new OffscreenCanvas(COARSE_WIDTH, COARSE_HEIGHT).getContext('2d', { willReadFrequently: true });
      if (!context) throw new Error('no 2d canvas');
      context.drawImage(bitmap, 0, 0, COARSE_WIDTH, COARSE_HEIGHT);
      const measured = measureCoarse(context.getImageData(0, 0, COARSE_WIDTH, COARSE_HEIGHT).data);
      // A bitmap is transferred to its analyser, which closes it: each needs one of its own.
      const found = lookFor.people ? await objectsIn(await createImageBitmap(bitmap)) : NOT_LOOKED;
      // A look that began before the analysers were given back must not start one again: nobody would close it.
      if (lookFor.face && closings === before) return { ...measured, ...found, face: await faceOf(bitmap) };
      bitmap.close();
      return { ...measured, ...found, face: null };
    },
    close() {
      closings += 1;
      eyes?.close();
      eyes = null;
      objects.rest();
    },
  };
}
