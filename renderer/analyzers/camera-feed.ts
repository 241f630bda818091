import { createFramePictures } from './frame-pictures.ts';

/** The pictures of one camera, one when it is asked for. */
export interface CameraFeed {
  /** The newest picture, which whoever asks for the next one closes. Null when none comes for a second: the camera stands still. */
  next(): Promise<ImageBitmap | null>;
  /** The picture that `next` gave last, as JPEG; null before. */
  jpeg(): Promise<ArrayBuffer | null>;
  close(): void;
}

const NO_PICTURE_MS = 1_000;
const QUALITY = 0.9;

/** Takes the stream over. Runs in the worker. */
export function openCameraFeed(pictures: ReadableStream<VideoFrame>): CameraFeed {
  const reader = pictures.getReader();
  const pictureOf = createFramePictures();
  /** Asked for and not there yet; a camera that stood still goes on with it. */
  let reading: Promise<ImageBitmap> | null = null;
  let shown: ImageBitmap | null = null;

  /** Throws when the camera has ended. */
  async function read(): Promise<ImageBitmap> {
    const { value: frame } = await reader.read();
    if (!frame) throw new Error('the camera gives no more pictures');
    return pictureOf(frame);
  }

  return {
    async next() {
      reading ??= read();
      const nothing = new Promise<null>((resolve) => setTimeout(resolve, NO_PICTURE_MS, null));
      const picture = await Promise.race([reading, nothing]);
      if (!picture) return null;
      reading = null;
      shown?.close();
      shown = picture;
      return picture;
    },
    async jpeg() {
      if (!shown) return null;
      const canvas = new OffscreenCanvas(shown.width, shown.height);
      canvas.getContext('2d')?.drawImage(shown, 0, 0);
      return (await canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY })).arrayBuffer();
    },
    close() {
      shown?.close();
      shown = null;
      reader.cancel().catch(() => undefined);
    },
  };
}
