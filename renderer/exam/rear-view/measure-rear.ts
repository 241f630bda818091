import type { RearMeasures } from '../../../shared/domain/rear-view.ts';
import { bytesOfBase64 } from '../../../shared/support/base64.ts';
import { COARSE_HEIGHT, COARSE_WIDTH, measureCoarse } from '../../analyzers/coarse-picture.ts';
import type { FaceEngine } from '../../analyzers/face-engine.ts';

/** What can be told from the picture alone. */
export type SeenRear = Omit<RearMeasures, 'tilt'>;

export interface RearMeasure {
  /** Measures a JPEG of the phone (base64), with its largest face when asked for. */
  measure(jpeg: string, faces: boolean): Promise<SeenRear>;
  /** Gives the face analyser back: it takes memory that the exam wants. */
  close(): void;
}

export function createRearMeasure(openEyes: () => FaceEngine): RearMeasure {
  let eyes: FaceEngine | null = null;
  const faceOf = async (bitmap: ImageBitmap): Promise<RearMeasures['face']> => {
    eyes ??= openEyes();
    const { box, yaw } = await eyes.observe(bitmap, performance.now());
    return box && yaw !== null ? { width: box.width, yaw } : null;
  };
  return {
    async measure(jpeg, faces) {
      const bitmap = await createImageBitmap(new Blob([bytesOfBase64(jpeg)], { type: 'image/jpeg' }));
      const context = new OffscreenCanvas(COARSE_WIDTH, COARSE_HEIGHT).getContext('2d', { willReadFrequently: true });
      if (!context) throw new Error('no 2d canvas');
      context.drawImage(bitmap, 0, 0, COARSE_WIDTH, COARSE_HEIGHT);
      const measured = measureCoarse(context.getImageData(0, 0, COARSE_WIDTH, COARSE_HEIGHT).data);
      // Transferred to the analyser, which closes it.
      if (faces) return { ...measured, face: await faceOf(bitmap) };
      bitmap.close();
      return { ...measured, face: null };
    },
    close() {
      eyes?.close();
      eyes = null;
    },
  };
}
