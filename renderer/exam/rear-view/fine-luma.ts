import { FINE_HEIGHT, FINE_WIDTH } from '../../../shared/domain/lit-screen.ts';
import { bytesOfBase64 } from '../../../shared/support/base64.ts';
import { lumaOf } from '../../analyzers/frame-measures.ts';

/** A JPEG (base64) as luma of 80x60 cells. */
export async function fineLuma(jpeg: string): Promise<number[]> {
  const bitmap = await createImageBitmap(new Blob([bytesOfBase64(jpeg)], { type: 'image/jpeg' }), {
    ...{ resizeWidth: FINE_WIDTH, resizeHeight: FINE_HEIGHT, resizeQuality: 'medium' },
  });
  const context = new OffscreenCanvas(FINE_WIDTH, FINE_HEIGHT).getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no 2d canvas');
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  return [...lumaOf(context.getImageData(0, 0, FINE_WIDTH, FINE_HEIGHT).data)];
}
