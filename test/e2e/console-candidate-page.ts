/** A candidate's window for the console's test: the product's publisher and the real socket, without the exam around it. */
import { io, type Socket } from 'socket.io-client';
import { createPublisher, type Publisher } from '../../renderer/streaming/publisher.ts';
import {
  type CandidateSocket,
  type ClientToServer,
  candidateSocket,
  type ServerToClient,
} from '../../shared/contract/socket.ts';
import { socketRequest } from '../../shared/contract/socket-request.ts';
import type { Stage } from '../../shared/contract/views.ts';
import { chainEntry, type Entry, type EntryBody, GENESIS } from '../../shared/domain/entry.ts';

declare global {
  interface Window {
    sit(token: string, protocol: number, attemptId: string): Promise<void>;
    reportStage(stage: Stage): Promise<unknown>;
    write(...bodies: EntryBody[]): Promise<unknown>;
    /** What proctors said to this candidate. */
    heard: string[];
    /** As the exam window does of its own camera. */
    reportGap(from: number, durationMs: number, cause: string): Promise<unknown>;
    raiseHand(): Promise<unknown>;
    leave(): void;
    /** Views that are sent now. */
    peers(): number;
    comeBack(): void;
    /** The picture stops while everything stays connected. */
    freeze(): void;
    /** A picture of this page's camera: JPEG, base64. */
    takePicture(): Promise<string>;
  }
}

let socket: Socket<ServerToClient<CandidateSocket>, ClientToServer<CandidateSocket>>;
let attempt = '';
let last: Entry | null = null;
let publisher: Publisher;
window.heard = [];

window.sit = async (token, protocol, attemptId) => {
  attempt = attemptId;
  const stream = await navigator.mediaDevices.getUserMedia({
    video: { width: 640, height: 480, frameRate: 15 },
    audio: true,
  });
  socket = io(candidateSocket.namespace, { auth: { token, protocol }, transports: ['websocket'], autoConnect: false });
  publisher = createPublisher({
    stream,
    send: (viewId, data) => void socketRequest(socket, 'signal', { viewId, data }).catch(console.warn),
  });
  socket.on('view.start', ({ viewId, iceServers, peerId }) => publisher.start(viewId, iceServers, peerId));
  socket.on('view.quality', (wanted) => publisher.quality(wanted));
  socket.on('view.stop', ({ viewId }) => publisher.stop(viewId));
  socket.on('signal', ({ viewId, data }) => publisher.signal(viewId, data));
  socket.on('message', ({ text }) => window.heard.push(text));
  const connected = new Promise((resolve) => socket.once('connect', () => resolve(null)));
  socket.connect();
  await connected;
};

window.reportStage = (stage) => socketRequest(socket, 'stage.report', { stage });

window.write = async (...bodies) => {
  const entries: Entry[] = [];
  for (const body of bodies) {
    const seq = (last?.seq ?? 0) + 1;
    last = await chainEntry({ attemptId: attempt, epoch: 1, seq, at: Date.now(), body }, last?.hash ?? GENESIS);
    entries.push(last);
  }
  return socketRequest(socket, 'entries.append', { epoch: 1, entries });
};

window.reportGap = (from, durationMs, cause) =>
  socketRequest(socket, 'gap.report', { camera: 'front', from, durationMs, cause });

window.raiseHand = () => socketRequest(socket, 'hand.raise', { raised: true });
window.peers = () => publisher.state().views;
window.leave = () => socket.disconnect();
window.comeBack = () => socket.connect();

window.freeze = () => {
  const canvas = document.createElement('canvas');
  canvas.getContext('2d')?.fillRect(0, 0, canvas.width, canvas.height);
  publisher.replaceStream(canvas.captureStream(0));
};

window.takePicture = async () => {
  const camera = await navigator.mediaDevices.getUserMedia({ video: { width: 320, height: 240 } });
  const video = document.createElement('video');
  video.muted = true;
  video.srcObject = camera;
  await video.play();
  const canvas = document.createElement('canvas');
  canvas.width = 320;
  canvas.height = 240;
  canvas.getContext('2d')?.drawImage(video, 0, 0, 320, 240);
  for (const track of camera.getTracks()) track.stop();
  return canvas.toDataURL('image/jpeg').split(',')[1] ?? '';
};
