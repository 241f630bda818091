import type { HttpClient } from '../../../shared/contract/http-client.ts';
import { bytesOfBase64 } from '../../../shared/support/base64.ts';
import type { FaceEngine } from '../../analyzers/face-engine.ts';

/** The template of the registered photo; null when no single face can be found in it. Throws `Fault`. */
export async function registeredFace(http: HttpClient, eyes: FaceEngine): Promise<number[] | null> {
  const { jpeg } = await http('registeredPhoto', {});
  const photo = new Blob([bytesOfBase64(jpeg)], { type: 'image/jpeg' });
  // A photo that cannot be read is a photo without a face: the proctor decides.
  const bitmap = await createImageBitmap(photo).catch(() => null);
  return bitmap ? (await eyes.template(bitmap)).template : null;
}
