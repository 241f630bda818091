import type { PhotoVerdict } from '../../../../shared/domain/roster.ts';
import { base64Of } from '../../../../shared/support/base64.ts';
import type { FaceEngine } from '../../../analyzers/face-engine.ts';

/** What a photo shows; `jpeg` is the same picture as JPEG, base64, where the file is none. */
export interface PhotoSeen {
  verdict: PhotoVerdict;
  jpeg: string | null;
}

const JPEG_QUALITY = 0.92;
/** A photo has to hold a face, not a poster. */
const LARGEST_SIDE = 1_600;

async function asJpeg(bitmap: ImageBitmap): Promise<string> {
  const scale = Math.min(1, LARGEST_SIDE / Math.max(bitmap.width, bitmap.height));
  const canvas = new OffscreenCanvas(Math.round(bitmap.width * scale), Math.round(bitmap.height * scale));
  const context = canvas.getContext('2d');
  if (!context) throw new Error('this browser has no 2d canvas');
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  const bytes = new Uint8Array(
    await (await canvas.convertToBlob({ type: 'image/jpeg', quality: JPEG_QUALITY })).arrayBuffer(),
  );
  return base64Of(bytes);
}

/**
 * Looks for exactly one face that is large enough, with the vision of the exam window. Light, sharpness and pose are
 * left to the day: a template can be made of the photo, and a proctor sees both.
 */
export async function lookAtPhoto(photo: Blob, eyes: Pick<FaceEngine, 'template'>): Promise<PhotoSeen> {
  const bitmap = await createImageBitmap(photo).catch(() => null);
  if (!bitmap) return { verdict: 'unreadable', jpeg: null };
  const jpeg = photo.type === 'image/jpeg' ? null : await asJpeg(bitmap);
  const { problem } = await eyes.template(bitmap);
  const verdict = problem === 'no_face' || problem === 'several_faces' || problem === 'too_small' ? problem : 'usable';
  return { verdict, jpeg };
}
