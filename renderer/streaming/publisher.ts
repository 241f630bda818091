import type { IceServer } from '../../shared/contract/views.ts';
import { type OutgoingView, openOutgoingView } from './outgoing-view.ts';

export interface PublisherState {
  /** Views that are open or being connected. */
  views: number;
}

export interface Publisher {
  /** A viewer asks for this camera (`view.start`). A known id means that its peer failed: it is made anew. */
  start(viewId: string, iceServers: IceServer[]): void;
  /** A signal from the viewer. Unknown ids and signals of an earlier peer are ignored. */
  signal(viewId: string, data: unknown): void;
  /** `view.quality`. Wall picture and silence until the first call. */
  quality(wanted: { viewId: string; raised: boolean; sound: boolean }): void;
  stop(viewId: string): void;
  /** The camera was acquired anew: all views go on with it, without a new connection. */
  replaceStream(stream: MediaStream): void;
  /** Ends every view. The stream itself belongs to the caller and goes on. */
  close(): void;
  state(): PublisherState;
  /** Calls `listener` after each change; returns how to stop. */
  subscribe(listener: (state: PublisherState) => void): () => void;
}

export interface PublisherOptions {
  stream: MediaStream;
  /** Carries an opaque signal to the viewer of `viewId` (the `signal` request of the socket contract). */
  send(viewId: string, data: unknown): void;
  log?: (text: string, cause: unknown) => void;
}

/**
 * Sends one camera (and microphone) to any number of viewers, a connection each. The publisher is the initiator.
 * A view that fails is dropped here and asked for again by its viewer; nothing retries on this side.
 */
export function createPublisher({ stream, send, log = console.warn }: PublisherOptions): Publisher {
  const views = new Map<string, OutgoingView>();
  const listeners = new Set<(state: PublisherState) => void>();
  let source = stream;
  let peers = 0;
  /** Distinguishes the peers of this page from those before a reload. */
  const pageId = Math.random().toString(36).slice(2);

  const changed = (): void => {
    for (const listener of listeners) listener({ views: views.size });
  };
  const drop = (viewId: string): void => {
    views.get(viewId)?.close();
    if (views.delete(viewId)) changed();
  };

  return {
    start: (viewId, iceServers) => {
      views.get(viewId)?.close();
      peers += 1;
      const view = openOutgoingView({
        peerId: `${pageId}-${peers}`,
        source,
        iceServers,
        send: (envelope) => send(viewId, envelope),
        onLost: (cause) => {
          log(`view ${viewId} was lost`, cause);
          if (views.get(viewId) === view) drop(viewId);
        },
        log,
      });
      views.set(viewId, view);
      changed();
    },
    signal: (viewId, data) => views.get(viewId)?.signal(data),
    quality: ({ viewId, raised, sound }) => views.get(viewId)?.quality({ raised, sound }),
    stop: drop,
    replaceStream: (next) => {
      source = next;
      for (const view of views.values()) view.replaceSource(next);
    },
    close: () => {
      for (const viewId of [...views.keys()]) drop(viewId);
    },
    state: () => ({ views: views.size }),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
