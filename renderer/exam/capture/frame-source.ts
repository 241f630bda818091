import { createFramePictures } from '../../analyzers/frame-pictures.ts';

/** Still pictures of a live camera. */
export interface FrameSource {
  /** The next picture the camera delivers; the caller hands it on or closes it. Waits while the camera is frozen. */
  next(): Promise<ImageBitmap>;
  /** The picture now shown as JPEG, base64 without a data-URL prefix. */
  jpeg(): string;
  /** Pictures the camera has delivered since this was opened. */
  frames(): number;
  close(): void;
}

/** Resolves with the first frame there. Rejects when the camera shows nothing for `timeoutMs`. */
export async function openFrameSource(stream: MediaStream, timeoutMs = 8_000): Promise<FrameSource> {
  const video = document.createElement('video');
  video.muted = true;
  video.srcObject = stream;
  const pictureOf = createFramePictures();
  let count = 0;
  let closed = false;
  const watch = (): void => {
    count += 1;
    if (!closed) video.requestVideoFrameCallback(watch);
  };
  const first = new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the camera delivers no picture')), timeoutMs);
    video.requestVideoFrameCallback(() => {
      clearTimeout(timer);
      watch();
      resolve();
    });
  });
  await Promise.all([video.play(), first]);
  return {
    next: () =>
      new Promise((resolve, reject) => {
        video.requestVideoFrameCallback(() => void pictureOf(new VideoFrame(video)).then(resolve, reject));
      }),
    jpeg() {
      const canvas = document.createElement('canvas');
      canvas.width = video.videoWidth;
      canvas.height = video.videoHeight;
      canvas.getContext('2d')?.drawImage(video, 0, 0);
      return canvas.toDataURL('image/jpeg', 0.9).replace(/^data:image\/jpeg;base64,/, '');
    },
    frames: () => count,
    close() {
      closed = true;
      video.srcObject = null;
    },
  };
}
