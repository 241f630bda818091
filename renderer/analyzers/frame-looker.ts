import { COARSE_HEIGHT, COARSE_WIDTH, measureCoarse } from './coarse-picture.ts';
import { faceAtEdge } from './face-at-edge.ts';
import type { FaceModels } from './face-models.ts';
import { observeFaces, readableCanvas } from './face-observer.ts';
import { templateOf } from './face-template.ts';
import type { FrameLook } from './frame-look.ts';
import { pixelPrint } from './pixel-print.ts';
import { isEmpty } from './signs/camera-picture.ts';

const coarse = readableCanvas(COARSE_WIDTH, COARSE_HEIGHT);

/** Looks at one frame for everything at once. The bitmap stays open. */
export function lookAtFrame(
  { landmarker, embedder }: FaceModels,
  bitmap: ImageBitmap,
  { timestampMs, identify }: { timestampMs: number; identify: boolean },
): FrameLook {
  const began = performance.now();
  coarse.drawImage(bitmap, 0, 0, COARSE_WIDTH, COARSE_HEIGHT);
  const { data } = coarse.getImageData(0, 0, COARSE_WIDTH, COARSE_HEIGHT);
  const { brightness, contrast, sharpness } = measureCoarse(data);
  const seen = observeFaces(landmarker, bitmap, timestampMs);
  const template = identify ? templateOf(embedder, { picture: bitmap, scale: 1, seen }) : null;
  const picture = { brightness, contrast, sharpness, print: pixelPrint(data) };
  // Where there is nothing to see nothing is looked for again.
  const again = seen.faces === 0 && !isEmpty({ picture, face: seen });
  const face = (again && faceAtEdge(landmarker, bitmap, seen)) || seen;
  return {
    picture,
    // The points have done their work, and would be copied to the page.
    face: { ...face, landmarks: null },
    template,
    tookMs: performance.now() - began,
  };
}
