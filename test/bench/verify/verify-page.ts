/** The product's face analyser in a bare page: a picture in, its template out. */
import { createFaceEngine } from '../../../renderer/analyzers/face-engine.ts';
import type { FaceTemplate } from '../../../renderer/analyzers/face-observation.ts';

export interface TakenTemplate extends FaceTemplate {
  /** From the decoded picture to the template. */
  ms: number;
}

declare global {
  interface Window {
    /** `path` below `/pictures/`. Null: not a picture that a browser reads. */
    takeTemplate(path: string): Promise<TakenTemplate | null>;
  }
}

const engine = createFaceEngine('/face-worker.js');

window.takeTemplate = async (path) => {
  const answer = await fetch(`/pictures/${path.split('/').map(encodeURIComponent).join('/')}`);
  const bitmap = await createImageBitmap(await answer.blob()).catch(() => null);
  if (!bitmap) return null;
  await engine.ready;
  const began = performance.now();
  return { ...(await engine.template(bitmap)), ms: performance.now() - began };
};
