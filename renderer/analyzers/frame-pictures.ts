import { type YuvPicture, yuvPixels } from './yuv-pixels.ts';

const isYuv = (format: VideoPixelFormat | null): format is YuvPicture['format'] =>
  format === 'I420' || format === 'NV12';

/**
 * Makes bitmaps of a camera's pictures, one after the other; closes each frame. Chromium would make them by itself, and keep the pixels of
 * every one, 1.2 MB, until they take half a gigabyte: it expects that they are drawn again.
 */
export function createFramePictures(): (frame: VideoFrame) => Promise<ImageBitmap> {
  /** Of the picture before, whose room the next one takes: a camera's are all of one size. */
  let bytes = new Uint8Array(0);
  let pixels: ImageData | null = null;

  /** Its pixels, made here; null where the browser does not hand it out as a camera gave it. */
  async function pixelsOf(frame: VideoFrame): Promise<ImageData | null> {
    const { format, visibleRect, displayWidth: width, displayHeight: height, colorSpace } = frame;
    if (!isYuv(format) || visibleRect?.width !== width || visibleRect.height !== height) return null;
    const size = frame.allocationSize();
    if (bytes.length !== size) bytes = new Uint8Array(size);
    if (pixels?.width !== width || pixels.height !== height) {
      pixels = new ImageData(width, height);
      pixels.data.fill(255);
    }
    const planes = await frame.copyTo(bytes);
    const range = { bt709: colorSpace.matrix === 'bt709', fullRange: colorSpace.fullRange === true };
    yuvPixels({ format, bytes, planes, width, height, ...range }, pixels.data);
    return pixels;
  }

  return async (frame) => {
    try {
      const made = await pixelsOf(frame).catch(() => null);
      return await createImageBitmap(made ?? frame);
    } finally {
      frame.close();
    }
  };
}
