/**
 * The face analyser's worker: frames and sound in, observations and templates out. Everything heavy is here, so that the page
 * that takes answers never waits for vision. A classic worker (see vision-runtime.ts).
 */
import { type CameraFeed, openCameraFeed } from './camera-feed.ts';
import { type FaceModels, loadFaceModels } from './face-models.ts';
import { observeFaces } from './face-observer.ts';
import type { FaceReply, FaceRequest } from './face-protocol.ts';
import { searchFace } from './face-search.ts';
import { templateOf } from './face-template.ts';
import { lookAtFrame } from './frame-looker.ts';
import type { HeardSpeech } from './speech/heard-speech.ts';
import { openSpeechEar, type SpeechEar } from './speech/speech-ear.ts';
import { answerQuestions } from './worker-answers.ts';

const models = loadFaceModels();
let feed: CameraFeed | null = null;
/** Opened by whoever listens: photos are looked at without it. */
let ear: Promise<SpeechEar> | null = null;

async function answer(request: FaceRequest): Promise<FaceReply> {
  switch (request.kind) {
    case 'watch':
      feed?.close();
      feed = openCameraFeed(request.pictures);
      return { kind: 'watching' };
    case 'still':
      return { kind: 'stilled', jpeg: (await feed?.jpeg()) ?? null };
    case 'listen':
      ear ??= openSpeechEar();
      return { kind: 'heard', heard: hear(await ear, request.samples) };
    default:
      return see(await models, request);
  }
}

function hear(opened: SpeechEar, samples: Float32Array): HeardSpeech {
  const began = performance.now();
  return { speech: opened.listen(samples), tookMs: performance.now() - began };
}

async function see(
  started: FaceModels,
  request: Extract<FaceRequest, { kind: 'observe' | 'template' | 'look' }>,
): Promise<FaceReply> {
  const { landmarker, embedder } = started;
  switch (request.kind) {
    case 'template':
      return { kind: 'templated', result: templateOf(embedder, searchFace(landmarker, request.bitmap)) };
    case 'observe':
      return { kind: 'observed', observation: observeFaces(landmarker, request.bitmap, request.timestampMs) };
    default: {
      if (!feed) throw new Error('no camera to look at');
      const picture = await feed.next();
      return { kind: 'looked', look: picture && lookAtFrame(started, picture, request) };
    }
  }
}

answerQuestions<FaceRequest, FaceReply>({
  started: models,
  answer,
  movedWith: (reply) => (reply.kind === 'stilled' && reply.jpeg ? [reply.jpeg] : []),
});
