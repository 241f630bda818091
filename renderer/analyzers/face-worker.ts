/**
 * The face analyser's worker: frames and sound in, observations and templates out. Everything heavy is here, so that the page
 * that takes answers never waits for vision. A classic worker (see vision-runtime.ts).
 */
import { type CameraFeed, openCameraFeed } from './camera-feed.ts';
import { type FaceModels, loadFaceModels } from './face-models.ts';
import { observeFaces } from './face-observer.ts';
import { type FaceReply, type FaceRequest, type Numbered, READY } from './face-protocol.ts';
import { searchFace } from './face-search.ts';
import { templateOf } from './face-template.ts';
import { lookAtFrame } from './frame-looker.ts';
import { voicing } from './voicing.ts';

interface WorkerScope {
  postMessage(reply: Numbered<FaceReply>, moved: Transferable[]): void;
  onmessage: ((message: MessageEvent<Numbered<FaceRequest>>) => void) | null;
}

const scope = self as unknown as WorkerScope;
const models = loadFaceModels();
let feed: CameraFeed | null = null;

async function answer(request: FaceRequest): Promise<FaceReply> {
  switch (request.kind) {
    case 'watch':
      feed?.close();
      feed = openCameraFeed(request.pictures);
      return { kind: 'watching' };
    case 'still':
      return { kind: 'stilled', jpeg: (await feed?.jpeg()) ?? null };
    case 'listen':
      return { kind: 'heard', voicing: voicing(request.samples, request.sampleRate) };
    default:
      return see(await models, request);
  }
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

async function send(number: number, answering: Promise<FaceReply>): Promise<void> {
  try {
    const message = await answering;
    scope.postMessage({ number, message }, message.kind === 'stilled' && message.jpeg ? [message.jpeg] : []);
  } catch (cause) {
    const text = cause instanceof Error ? cause.message : String(cause);
    scope.postMessage({ number, message: { kind: 'failed', message: text } }, []);
  }
}

// A handler set later would miss the questions asked while the models start.
scope.onmessage = ({ data: { number, message } }) => {
  const release = (): void => {
    if ('bitmap' in message) message.bitmap.close();
  };
  void send(number, answer(message).finally(release));
};

void send(
  READY,
  models.then(() => ({ kind: 'ready' })),
);
