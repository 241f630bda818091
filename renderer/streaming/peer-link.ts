import SimplePeer from 'simple-peer/simplepeer.min.js';
import type { IceServer } from '../../shared/contract/views.ts';

/** How long ICE may stay disconnected, and how long a link may take to come up, before it is given up. */
const DISCONNECTED_MS = 5_000;
/** The same, where the way can be sought anew (ICE restart): a computer that changes its network takes longer than that. */
const RESTARTED_MS = 15_000;
export const CONNECT_MS = 20_000;

export interface PeerLinkOptions {
  /** The publisher's side; it always makes the offer, so that two offers never meet. */
  initiator: boolean;
  iceServers: IceServer[];
  stream?: MediaStream;
  transformSdp?: (sdp: string) => string;
  onSignal(signal: unknown): void;
  onConnect(): void;
  onStream?: (stream: MediaStream) => void;
  /** Called once, when the link is of no use any more: failed, cut for 5 s, closed by the other side. */
  onLost(cause: unknown): void;
}

export interface PeerLink {
  readonly connection: RTCPeerConnection;
  signal(signal: unknown): void;
  /** Ends the link; `onLost` is not called. */
  close(): void;
}

/** The connection is reached through simple-peer's public `wrtc` option, never through its private fields. */
export function openPeerLink(options: PeerLinkOptions): PeerLink {
  let connection: RTCPeerConnection | null = null;
  let ended = false;
  let disconnectedTimer: ReturnType<typeof setTimeout> | undefined;

  const peer = new SimplePeer({
    initiator: options.initiator,
    // The contract's optional members may be undefined where the DOM's may only be absent: the same to the browser.
    config: { iceServers: options.iceServers as RTCIceServer[] },
    ...(options.stream && { stream: options.stream }),
    ...(options.transformSdp && { sdpTransform: options.transformSdp }),
    wrtc: {
      RTCPeerConnection: function open(config: RTCConfiguration) {
        connection = new RTCPeerConnection(config);
        return connection;
      } as unknown as typeof RTCPeerConnection,
      RTCSessionDescription,
      RTCIceCandidate,
    },
  });
  if (!connection) throw new Error('no RTCPeerConnection was made');
  // Older browsers (Chrome 76, iOS 13 and before) cannot restart ICE, whatever the types say.
  const link: Partial<Pick<RTCPeerConnection, 'restartIce'>> = connection;

  const end = (): boolean => {
    if (ended) return false;
    ended = true;
    clearTimeout(connectTimer);
    clearTimeout(disconnectedTimer);
    peer.destroy();
    return true;
  };
  const lose = (cause: unknown): void => {
    if (end()) options.onLost(cause);
  };
  const connectTimer = setTimeout(() => lose(new Error(`not connected after ${CONNECT_MS} ms`)), CONNECT_MS);

  peer.on('signal', (signal) => !ended && options.onSignal(signal));
  peer.on('stream', (stream) => !ended && options.onStream?.(stream));
  peer.on('connect', () => {
    clearTimeout(connectTimer);
    if (!ended) options.onConnect();
  });
  peer.on('error', lose);
  peer.on('close', () => lose(new Error('closed by the other side')));
  peer.on('iceStateChange', (state: RTCIceConnectionState) => {
    clearTimeout(disconnectedTimer);
    if (state !== 'disconnected' || ended) return;
    const patience = link.restartIce ? RESTARTED_MS : DISCONNECTED_MS;
    disconnectedTimer = setTimeout(() => lose(new Error(`ICE disconnected for ${patience} ms`)), patience);
    if (!options.initiator || !link.restartIce) return;
    link.restartIce();
    peer.signal({ type: 'renegotiate', renegotiate: true });
  });

  return {
    connection,
    signal: (signal) => {
      if (!ended) peer.signal(signal as SimplePeer.SignalData);
    },
    close: () => void end(),
  };
}
