import type { SeenPerson, SeenThing } from '../../../shared/domain/rear-people.ts';
import type { RearMeasures } from '../../../shared/domain/rear-view.ts';
import { bytesOfBase64 } from '../../../shared/support/base64.ts';
import { COARSE_HEIGHT, COARSE_WIDTH, measureCoarse } from '../../analyzers/coarse-picture.ts';
import type { FaceEngine } from '../../analyzers/face-engine.ts';
import type { ObjectEngine } from '../../analyzers/objects/object-engine.ts';

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
  openObjects(): ObjectEngine;
  log(level: 'warn', text: string): void;
}

type SeenObjects = Pick<SeenRear, 'people' | 'things'> & { tookMs: number };
const NOT_LOOKED: SeenObjects = { people: null, things: [], tookMs: 0 };

export function createRearMeasure({ openEyes, openObjects, log }: Parts): RearMeasure {
  let eyes: FaceEngine | null = null;
  let objects: ObjectEngine | null = null;

  const faceOf = async (bitmap: ImageBitmap): Promise<RearMeasures['face']> => {
    eyes ??= openEyes();
    const { box, yaw } = await eyes.observe(bitmap, performance.now());
    return box && yaw !== null ? { width: box.width, yaw } : null;
  };

  /** Without the model the rest of the picture is still worth a word; the next picture starts it anew. */
  async function objectsIn(bitmap: ImageBitmap): Promise<SeenObjects> {
    objects ??= openObjects();
    const asked = objects;
    try {
      const { objects: seen, tookMs } = await asked.look(bitmap);
      const people: SeenPerson[] = [];
      const things: SeenThing[] = [];
      for (const { kind, score, box } of seen) {
        if (kind === 'person') people.push({ score, box });
        else things.push({ kind, score });
      }
      return { people, things, tookMs };
    } catch (cause) {
      log('warn', `persons in the rear view: ${String(cause)}`);
      asked.close();
      if (objects === asked) objects = null;
      return NOT_LOOKED;
    }
  }

  return {
    async measure(jpeg, lookFor) {
      const picture = new Blob([bytesOfBase64(jpeg)], { type: 'image/jpeg' });
      const bitmap = await createImageBitmap(picture);
      const context = new OffscreenCanvas(COARSE_WIDTH, COARSE_HEIGHT).getContext('2d', { willReadFrequently: true });
      if (!context) throw new Error('no 2d canvas');
      context.drawImage(bitmap, 0, 0, COARSE_WIDTH, COARSE_HEIGHT);
      const measured = measureCoarse(context.getImageData(0, 0, COARSE_WIDTH, COARSE_HEIGHT).data);
      // A bitmap is transferred to its analyser, which closes it: each needs one of its own.
      const found = lookFor.people ? await objectsIn(await createImageBitmap(bitmap)) : NOT_LOOKED;
      if (lookFor.face) return { ...measured, ...found, face: await faceOf(bitmap) };
      bitmap.close();
      return { ...measured, ...found, face: null };
    },
    close() {
      eyes?.close();
      objects?.close();
      eyes = null;
      objects = null;
    },
  };
}
