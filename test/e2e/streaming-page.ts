/** The product's publisher and viewer in a bare page; the test carries the signals, as the server would. */
import { createPublisher, type Publisher } from '../../renderer/streaming/publisher.ts';
import { createViewer, type Viewer, type ViewState } from '../../renderer/streaming/viewer.ts';
import type { IceServer } from '../../shared/contract/views.ts';

declare global {
  interface Window {
    /** Bound by the test: a signal that leaves this page. */
    outgoing(viewId: string, data: unknown): Promise<void>;
    publisher: Publisher;
    viewer: Viewer;
    states: ViewState[];
    /** Every RTCPeerConnection this page ever made, so that the test can break one from below. */
    connections: RTCPeerConnection[];
    publish(): Promise<void>;
    replaceCamera(): Promise<void>;
    view(viewId: string, iceServers?: IceServer[]): void;
    /** Only through a relay, as where two homes never reach each other. */
    relayOnly: boolean;
    /** What TURN servers refused with. */
    refusals: number[];
    /** Loudest sample of the received sound over a second, 0..1. */
    loudness(): Promise<number>;
  }
}

window.connections = [];
window.refusals = [];
window.relayOnly = false;
const Original = window.RTCPeerConnection;
window.RTCPeerConnection = class extends Original {
  constructor(config?: RTCConfiguration) {
    super({ ...config, ...(window.relayOnly && { iceTransportPolicy: 'relay' }) });
    window.connections.push(this);
    this.addEventListener('icecandidateerror', ({ errorCode }) => window.refusals.push(errorCode));
  }
};

const video = document.createElement('video');
video.muted = true;
video.autoplay = true;
document.body.append(video);

const openCamera = () =>
  navigator.mediaDevices.getUserMedia({ video: { width: 640, height: 480, frameRate: 15 }, audio: true });

window.publish = async () => {
  window.publisher = createPublisher({
    stream: await openCamera(),
    send: (viewId, data) => void window.outgoing(viewId, data),
  });
};

window.replaceCamera = async () => window.publisher.replaceStream(await openCamera());

window.view = (viewId, iceServers = []) => {
  window.viewer?.close();
  window.states = [];
  window.viewer = createViewer({
    viewId,
    iceServers,
    send: (id, data) => void window.outgoing(id, data),
    onStream: (stream) => {
      video.srcObject = stream;
    },
    onState: (state) => window.states.push(state),
  });
};

window.loudness = async () => {
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  context.createMediaStreamSource(video.srcObject as MediaStream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  let loudest = 0;
  const until = performance.now() + 1500;
  while (performance.now() < until) {
    await new Promise(requestAnimationFrame);
    analyser.getFloatTimeDomainData(samples);
    for (const sample of samples) loudest = Math.max(loudest, Math.abs(sample));
  }
  await context.close();
  return loudest;
};
