import type { Camera } from '../../../shared/contract/views.ts';

const QUALITY = 0.9;

/** What a camera's picture inside of `root` shows now, live or as its latest still: a JPEG as base64, null for none. */
export function shownPicture(root: ParentNode, camera: Camera): string | null {
  const video = root.querySelector<HTMLVideoElement>(`video[data-camera=${camera}]`);
  if (video?.videoWidth && video.srcObject) return drawn(video, video.videoWidth, video.videoHeight);
  const still = root.querySelector<HTMLImageElement>(`img[data-camera=${camera}]`);
  return still?.complete && still.naturalWidth ? drawn(still, still.naturalWidth, still.naturalHeight) : null;
}

function drawn(source: CanvasImageSource, width: number, height: number): string | null {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  canvas.getContext('2d')?.drawImage(source, 0, 0);
  return canvas.toDataURL('image/jpeg', QUALITY).split(',')[1] ?? null;
}
