import type { FaceLandmarker, ImageEmbedder } from '@mediapipe/tasks-vision';
import { openVision } from './vision-runtime.ts';

export interface FaceModels {
  landmarker: FaceLandmarker;
  embedder: ImageEmbedder;
}

/** Enough to tell one from several; more only costs time. */
const FACES_LOOKED_FOR = 3;

/** Starts both models on the CPU. */
export async function loadFaceModels(): Promise<FaceModels> {
  const { vision, start, beside } = await openVision();
  const landmarker = await start((program) =>
    vision.FaceLandmarker.createFromOptions(program, {
      baseOptions: { modelAssetPath: beside('./models/face_landmarker.task'), delegate: 'CPU' },
      runningMode: 'IMAGE',
      numFaces: FACES_LOOKED_FOR,
      outputFacialTransformationMatrixes: true,
    }),
  );
  const embedder = await start((program) =>
    vision.ImageEmbedder.createFromOptions(program, {
      baseOptions: { modelAssetPath: beside('./models/mobilefacenet.tflite'), delegate: 'CPU' },
      l2Normalize: true,
    }),
  );
  return { landmarker, embedder };
}
