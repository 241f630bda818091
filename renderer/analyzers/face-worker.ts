/**
 * The face analyser's worker: frames and sound in, observations and templates out. Everything heavy is here, so that the page
 * that takes answers never waits for vision. A classic worker (see vision-runtime.ts).
 */
import { type FaceModels, loadFaceModels } from './face-models.ts';
import { observeFaces } from './face-observer.ts';
import type { FaceReply, FaceRequest } from './face-protocol.ts';
import { searchFace } from './face-search.ts';
import { templateOf } from './face-template.ts';
import { lookAtFrame } from './frame-looker.ts';
import { voicing } from './voicing.ts';

interface WorkerScope {
  postMessage(reply: FaceReply): void;
  onmessage: ((message: MessageEvent<FaceRequest>) => void) | null;
}

const scope = self as unknown as WorkerScope;
const models = loadFaceModels();

function answer({ landmarker, embedder }: FaceModels, request: FaceRequest): FaceReply {
  switch (request.kind) {
    case 'template':
      return { kind: 'templated', result: templateOf(embedder, searchFace(landmarker, request.bitmap)) };
    case 'look':
      return { kind: 'looked', look: lookAtFrame({ landmarker, embedder }, request.bitmap, request) };
    case 'listen':
      return { kind: 'heard', voicing: voicing(request.samples, request.sampleRate) };
    default:
      return { kind: 'observed', observation: observeFaces(landmarker, request.bitmap, request.timestampMs) };
  }
}

function release(request: FaceRequest): void {
  if ('bitmap' in request) request.bitmap.close();
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
  void send(models.then((started) => answer(started, request)).finally(() => release(request)));

void send(models.then(() => ({ kind: 'ready' })));
