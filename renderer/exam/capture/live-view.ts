import type { IceServer } from '../../../shared/contract/views.ts';
import { createPublisher, type Publisher } from '../../streaming/publisher.ts';
import type { Connection } from '../session/connection.ts';
import type { Capture } from './capture.ts';

/** Shows this camera to whoever the exam centre lets watch, from the moment there is a camera. */
export function serveLiveView(
  connection: Connection,
  capture: Capture,
  log: (level: 'warn', text: string) => void,
): { giveWay(on: boolean): void; close(): void } {
  let publisher: Publisher | null = null;
  let shown: MediaStream | null = null;
  let givesWay = false;
  /** Views asked for while there was no camera. */
  const asked = new Map<string, IceServer[]>();

  const follow = (): void => {
    const { stream } = capture.state;
    if (!stream || stream === shown) return;
    shown = stream;
    if (publisher) {
      publisher.replaceStream(stream);
      return;
    }
    const opened = createPublisher({
      stream,
      send: (viewId, data) => {
        // A signal that is lost shows at the viewer, who asks for the view again.
        connection.request('signal', { viewId, data }).catch((cause) => log('warn', `signal: ${String(cause)}`));
      },
      log: (text, cause) => log('warn', `${text}: ${String(cause)}`),
    });
    publisher = opened;
    opened.giveWay(givesWay);
    for (const [viewId, iceServers] of asked) opened.start(viewId, iceServers, null);
    asked.clear();
  };

  connection.on('view.start', ({ viewId, iceServers, peerId }) => {
    if (publisher) publisher.start(viewId, iceServers, peerId);
    else asked.set(viewId, iceServers);
  });
  connection.on('view.quality', (quality) => publisher?.quality(quality));
  connection.on('view.stop', ({ viewId }) => {
    asked.delete(viewId);
    publisher?.stop(viewId);
  });
  connection.on('signal', ({ viewId, data }) => publisher?.signal(viewId, data));
  const unfollow = capture.subscribe(follow);
  follow();
  return {
    /** Answers wait for the line (NET-1). */
    giveWay(on) {
      givesWay = on;
      publisher?.giveWay(on);
    },
    close() {
      unfollow();
      publisher?.close();
    },
  };
}
