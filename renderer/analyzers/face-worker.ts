/**
 * The face analyser's worker: frames in, observations and templates out. Everything heavy is here, so that the page
 * that takes answers never waits for vision. A classic worker (see face-models.ts).
 */
import { type FaceModels, loadFaceModels } from './face-models.ts';
import { observeFaces } from './face-observer.ts';
import type { FaceReply, FaceRequest } from './face-protocol.ts';
import { templateOf } from './face-template.ts';

interface WorkerScope {
  postMessage(reply: FaceReply): void;
  onmessage: ((message: MessageEvent<FaceRequest>) => void) | null;
}

const scope = self as unknown as WorkerScope;
const models = loadFaceModels();

function answer({ landmarker, embedder }: FaceModels, request: FaceRequest): FaceReply {
  const timestampMs = request.kind === 'observe' ? request.timestampMs : 0;
  const observation = observeFaces(landmarker, request.bitmap, timestampMs);
  if (request.kind === 'observe') return { kind: 'observed', observation };
  return { kind: 'templated', result: templateOf(embedder, request.bitmap, observation) };
}

async function send(answering: Promise<FaceReply>): Promise<void> {
  try {
    scope.postMessage(await answering);
  } catch (cause) {
    scope.postMessage({ kind: 'failed', message: cause instanceof Error ? cause.message : String(cause) });
  }
}

// A handler set later would miss the questions asked while the models start.
scope.onmessage = ({ data: request }) =>
  void send(models.then((started) => answer(started, request)).finally(() => request.bitmap.close()));

void send(models.then(() => ({ kind: 'ready' })));
