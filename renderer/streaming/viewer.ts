import type { IceServer } from '../../shared/contract/views.ts';
import { limitVideo } from './bandwidth-line.ts';
import { FIRST_LOOK_MS, LOOK_MS, lookAtFrames, NO_FRAMES, type ViewState } from './frame-progress.ts';
import { type InboundVideo, kbpsBetween, readInboundVideo } from './inbound-video.ts';
import { CONNECT_MS, openPeerLink, type PeerLink } from './peer-link.ts';
import { isOffer, parseEnvelope } from './signal-envelope.ts';
import { VIEW_PROFILES } from './view-profile.ts';

export type { ViewState } from './frame-progress.ts';

/** A fifth above the raised picture's own limit, for publishers that know no limit. */
const VIDEO_LIMIT_KBPS = (VIEW_PROFILES.raised.maxBitrate / 1000) * 1.2;

export interface ViewStats {
  framesDecoded: number;
  width: number;
  height: number;
  kbps: number;
}

export interface Viewer {
  /** A signal from the publisher. An offer of a new peer replaces the one before: the publisher recreated it. */
  signal(data: unknown): void;
  /** The peer that the pictures come from; null while none stands. */
  peerId(): string | null;
  /** All zero while there is no picture. */
  stats(): Promise<ViewStats>;
  close(): void;
}

export interface ViewerOptions {
  viewId: string;
  iceServers: IceServer[];
  /** Carries an opaque signal to the publisher (the `signal` request of the socket contract). */
  send(viewId: string, data: unknown): void;
  /** Called again with a new stream after each recreation. */
  onStream(stream: MediaStream): void;
  /** `failed`: close this viewer, make a new one and ask for the same view again with `view.open`. */
  onState(state: ViewState): void;
  log?: (text: string, cause: unknown) => void;
}

/** Receives one camera of one attempt. Starts as `connecting` and waits for the publisher's offer. */
export function createViewer({
  viewId,
  iceServers,
  send,
  onStream,
  onState,
  log = console.warn,
}: ViewerOptions): Viewer {
  let link: PeerLink | null = null;
  let peerId = '';
  let state: ViewState | null = null;
  let progress = NO_FRAMES;
  let readings: InboundVideo[] = [];
  let lookTimer: ReturnType<typeof setTimeout> | undefined;
  /** The publisher may be gone, or the request lost: then no offer ever comes. */
  const offerTimer = setTimeout(() => become('failed'), CONNECT_MS);

  const become = (next: ViewState): void => {
    if (next === state) return;
    state = next;
    onState(next);
  };
  const end = (): void => {
    clearTimeout(offerTimer);
    clearTimeout(lookTimer);
    link?.close();
    link = null;
    readings = [];
    progress = NO_FRAMES;
  };

  const look = async (of: PeerLink): Promise<void> => {
    const reading = await readInboundVideo(of.connection);
    if (of !== link) return;
    if (reading) readings = [...readings.slice(-1), reading];
    progress = lookAtFrames(progress, reading?.framesDecoded ?? 0, performance.now());
    become(progress.state);
    planLook(of);
  };
  const planLook = (of: PeerLink): void => {
    const wait = progress.state === 'connecting' ? FIRST_LOOK_MS : LOOK_MS;
    lookTimer = setTimeout(() => look(of).catch((cause) => log(`view ${viewId} could not be measured`, cause)), wait);
  };

  const open = (id: string): PeerLink => {
    end();
    peerId = id;
    become('connecting');
    const opened = openPeerLink({
      initiator: false,
      iceServers,
      transformSdp: (sdp) => limitVideo(sdp, VIDEO_LIMIT_KBPS),
      onSignal: (signal) => send(viewId, { peerId: id, signal }),
      onConnect: () => planLook(opened),
      onStream,
      onLost: (cause) => {
        log(`view ${viewId} was lost`, cause);
        if (opened !== link) return;
        end();
        become('failed');
      },
    });
    link = opened;
    return opened;
  };

  become('connecting');
  return {
    signal: (data) => {
      const envelope = parseEnvelope(data);
      if (!envelope) return;
      if (envelope.peerId !== peerId && isOffer(envelope)) open(envelope.peerId);
      if (envelope.peerId === peerId) link?.signal(envelope.signal);
    },
    peerId: () => (link && progress.state !== 'connecting' ? peerId : null),
    stats: async () => {
      const reading = link && (await readInboundVideo(link.connection));
      const { framesDecoded = 0, width = 0, height = 0 } = reading ?? {};
      return { framesDecoded, width, height, kbps: kbpsBetween(readings[0] ?? null, reading) };
    },
    close: end,
  };
}
