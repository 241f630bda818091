/** A part of a picture, as shares of it from its upper left. */
export interface PicturePart {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** That part of a JPEG, opened. */
export async function openPicturePart(jpeg: ArrayBuffer, { x, y, width, height }: PicturePart): Promise<ImageBitmap> {
  const whole = await createImageBitmap(new Blob([jpeg], { type: 'image/jpeg' }));
  const [across, down] = [whole.width, whole.height];
  try {
    return await createImageBitmap(whole, x * across, y * down, width * across, height * down);
  } finally {
    whole.close();
  }
}
