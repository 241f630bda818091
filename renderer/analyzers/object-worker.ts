/** The object analyser's worker: pictures in, persons and things out. A classic worker (see vision-runtime.ts). */
import type { ImageEmbedder } from '@mediapipe/tasks-vision';
import { ssdAnchors } from './objects/anchors.ts';
import { decodeObjects } from './objects/decode.ts';
import type { ObjectLook, ObjectReply, ObjectRequest } from './objects/object-protocol.ts';
import { openVision } from './vision-runtime.ts';
import { answerQuestions } from './worker-answers.ts';

const anchors = ssdAnchors();
const detector = loadDetector();

/** MediaPipe's detector wants a model that makes boxes itself; its embedder hands out a model's numbers as they are. */
async function loadDetector(): Promise<ImageEmbedder> {
  const { vision, start, beside } = await openVision();
  return start((program) =>
    vision.ImageEmbedder.createFromOptions(program, {
      baseOptions: { modelAssetPath: beside('./models/object_detector.tflite'), delegate: 'CPU' },
    }),
  );
}

function look(model: ImageEmbedder, bitmap: ImageBitmap): ObjectLook {
  const began = performance.now();
  const [boxes, scores] = model.embed(bitmap).embeddings.map(({ floatEmbedding }) => floatEmbedding);
  if (!boxes || !scores) throw new Error('the object detector answered with other numbers than its own');
  return { objects: decodeObjects(boxes, scores, anchors), tookMs: performance.now() - began };
}

answerQuestions<ObjectRequest, ObjectReply>({
  started: detector,
  answer: async ({ bitmap }) => ({ kind: 'looked', look: look(await detector, bitmap) }),
});
