/** Two proctors who watch one candidate's camera. */
import { createViewer, type Viewer } from '../../../renderer/streaming/viewer.ts';

declare global {
  interface Window {
    outgoing(viewId: string, data: unknown): Promise<void>;
    viewers: Record<string, Viewer>;
    watch(viewId: string): void;
  }
}

window.viewers = {};

window.watch = (viewId) => {
  const video = document.createElement('video');
  Object.assign(video, { muted: true, autoplay: true });
  document.body.append(video);
  window.viewers[viewId] = createViewer({
    viewId,
    iceServers: [],
    send: (id, data) => void window.outgoing(id, data),
    onStream: (stream) => {
      video.srcObject = stream;
    },
    onState: () => undefined,
  });
};
