import { cp, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { projectPath } from '../project.ts';

/** Files and folders that go into the product as they are: from, to. */
export const copies = [
  ['renderer/exam/index.html', 'dist/exam/index.html'],
  ['renderer/phone/index.html', 'dist/phone/index.html'],
  ['renderer/results/index.html', 'dist/results/index.html'],
  ['renderer/console/index.html', 'dist/console/index.html'],
  ['node_modules/@mediapipe/tasks-vision/vision_bundle.cjs', 'dist/exam/vision_bundle.cjs'],
  ['node_modules/@mediapipe/tasks-vision/wasm', 'dist/exam/wasm'],
  ['assets/models', 'dist/exam/models'],
  ['node_modules/@mediapipe/tasks-vision/vision_bundle.cjs', 'dist/console/vision_bundle.cjs'],
  ['node_modules/@mediapipe/tasks-vision/wasm', 'dist/console/wasm'],
  ['assets/models', 'dist/console/models'],
] as const;

export async function copyStaticFiles(): Promise<void> {
  await Promise.all(
    copies.map(async ([from, to]) => {
      await mkdir(dirname(projectPath(to)), { recursive: true });
      await cp(projectPath(from), projectPath(to), { recursive: true });
    }),
  );
}
