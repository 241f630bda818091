import type { IceServer } from '../../shared/contract/views.ts';
import { type OutgoingView, openOutgoingView } from './outgoing-view.ts';
import { sharedGrades } from './shared-grades.ts';
import { AT_FIRST, type ViewQuality } from './view-profile.ts';

export interface PublisherState {
  /** Views that are open or being connected. */
  views: number;
}

export interface Publisher {
  /**
   * A viewer asks for this camera (`view.start`). `peerId`: the peer that the viewer still has from before the line to the
   * centre broke; where it stands here, too, it is kept. Otherwise a known id means that its peer failed: it is made anew.
   */
  start(viewId: string, iceServers: IceServer[], peerId: string | null): void;
  /** A signal from the viewer. Unknown ids and signals of an earlier peer are ignored. */
  signal(viewId: string, data: unknown): void;
  /** `view.quality`. Wall picture and silence until the first call. */
  quality(wanted: ViewQuality & { viewId: string }): void;
  stop(viewId: string): void;
  /** Answers wait for the line (NET-1): every view is sent as little as can still be made out, until `false`. */
  giveWay(on: boolean): void;
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

interface Place {
  view: OutgoingView;
  /** The view before, kept until the new one stands: closing it first would reach the viewer sooner than the new offer. */
  before: OutgoingView | null;
}

/**
 * Sends one camera (and microphone) to any number of viewers, a connection each. The publisher is the initiator.
 * A view that fails is dropped here and asked for again by its viewer; nothing retries on this side.
 */
export function createPublisher({ stream, send, log = console.warn }: PublisherOptions): Publisher {
  const places = new Map<string, Place>();
  /** What each view's viewer wants, the newest wish last. */
  const wishes = new Map<string, ViewQuality>();
  const listeners = new Set<(state: PublisherState) => void>();
  let source = stream;
  let peers = 0;
  let givesWay = false;
  /** Distinguishes the peers of this page from those before a reload. */
  const pageId = Math.random().toString(36).slice(2);

  const changed = (): void => {
    for (const listener of listeners) listener({ views: places.size });
  };
  const share = (): void => {
    const grades = sharedGrades([...wishes.values()].map(({ grade }) => grade));
    [...wishes].forEach(([viewId, { grade, sound }], index) => {
      places.get(viewId)?.view.quality({ grade: grades[index] ?? grade, sound });
    });
  };
  const wish = (viewId: string, wanted: ViewQuality): void => {
    wishes.delete(viewId);
    wishes.set(viewId, wanted);
    share();
  };
  const closeBefore = (place: Place): void => {
    place.before?.close();
    place.before = null;
  };
  const drop = (viewId: string): void => {
    const place = places.get(viewId);
    if (!place) return;
    places.delete(viewId);
    wishes.delete(viewId);
    share();
    closeBefore(place);
    place.view.close();
    changed();
  };

  const start = (viewId: string, iceServers: IceServer[], peerId: string | null): void => {
    const known = places.get(viewId);
    if (known && known.view.peerId === peerId && known.view.connected()) return;
    // A peer that never stood is no use as the one before; the one before it may be.
    if (known?.before) known.view.close();
    peers += 1;
    const place: Place = {
      before: known?.before ?? known?.view ?? null,
      view: openOutgoingView({
        peerId: `${pageId}-${peers}`,
        source,
        iceServers,
        send: (envelope) => send(viewId, envelope),
        onConnect: () => closeBefore(place),
        onLost: (cause) => {
          if (places.get(viewId) !== place) return;
          log(`view ${viewId} was lost`, cause);
          drop(viewId);
        },
        log,
      }),
    };
    place.view.giveWay(givesWay);
    places.set(viewId, place);
    wish(viewId, AT_FIRST);
    changed();
  };

  return {
    start,
    signal: (viewId, data) => places.get(viewId)?.view.signal(data),
    quality: ({ viewId, grade, sound }) => {
      if (places.has(viewId)) wish(viewId, { grade, sound });
    },
    stop: drop,
    giveWay: (on) => {
      givesWay = on;
      for (const { view } of places.values()) view.giveWay(on);
    },
    replaceStream: (next) => {
      source = next;
      for (const { view } of places.values()) view.replaceSource(next);
    },
    close: () => {
      for (const viewId of [...places.keys()]) drop(viewId);
    },
    state: () => ({ views: places.size }),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
