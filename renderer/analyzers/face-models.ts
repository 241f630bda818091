import type { FaceLandmarker, ImageEmbedder } from '@mediapipe/tasks-vision';

type Vision = typeof import('@mediapipe/tasks-vision');

declare function importScripts(...urls: string[]): void;

export interface FaceModels {
  landmarker: FaceLandmarker;
  embedder: ImageEmbedder;
}

/** Enough to tell one from several; more only costs time. */
const FACES_LOOKED_FOR = 3;

/** MediaPipe as its own script: its wasm loader needs importScripts, so this worker is a classic one. */
function loadVision(): Vision {
  const scope = self as unknown as { exports?: object };
  scope.exports = {};
  importScripts('./vision_bundle.cjs');
  return scope.exports as Vision;
}

const besideWorker = (path: string): string => new URL(path, self.location.href).href;

/** Starts both models on the CPU. Files are looked for beside the worker: `vision_bundle.cjs`, `wasm/`, `models/`. */
export async function loadFaceModels(): Promise<FaceModels> {
  const { FaceLandmarker, FilesetResolver, ImageEmbedder } = loadVision();
  const build = (await FilesetResolver.isSimdSupported()) ? 'vision_wasm_internal' : 'vision_wasm_nosimd_internal';
  const fileset = {
    wasmLoaderPath: besideWorker(`./wasm/${build}.js`),
    wasmBinaryPath: besideWorker(`./wasm/${build}.wasm`),
  };
  const landmarker = await FaceLandmarker.createFromOptions(fileset, {
    baseOptions: { modelAssetPath: besideWorker('./models/face_landmarker.task'), delegate: 'CPU' },
    runningMode: 'IMAGE',
    numFaces: FACES_LOOKED_FOR,
    outputFacialTransformationMatrixes: true,
  });
  const embedder = await ImageEmbedder.createFromOptions(fileset, {
    baseOptions: { modelAssetPath: besideWorker('./models/mobilefacenet.tflite'), delegate: 'CPU' },
    l2Normalize: true,
  });
  return { landmarker, embedder };
}
