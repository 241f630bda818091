/** One reading of a connection's received video. `at` is the report's own time in ms. */
export interface InboundVideo {
  at: number;
  framesDecoded: number;
  width: number;
  height: number;
  bytes: number;
}

/** Reads the `inbound-rtp` video entry (W3C webrtc-stats); null while there is none. */
export async function readInboundVideo(connection: RTCPeerConnection): Promise<InboundVideo | null> {
  const receiver = connection.getReceivers().find(({ track }) => track.kind === 'video');
  if (!receiver) return null;
  let video: InboundVideo | null = null;
  (await receiver.getStats()).forEach((entry: RTCInboundRtpStreamStats) => {
    if (entry.type !== 'inbound-rtp' || entry.kind !== 'video') return;
    video = {
      at: entry.timestamp,
      framesDecoded: entry.framesDecoded ?? 0,
      width: entry.frameWidth ?? 0,
      height: entry.frameHeight ?? 0,
      bytes: entry.bytesReceived ?? 0,
    };
  });
  return video;
}

/** Kilobits a second between two readings; 0 when they are of one moment or of different streams. */
export function kbpsBetween(earlier: InboundVideo | null, later: InboundVideo | null): number {
  if (!earlier || !later || later.at <= earlier.at || later.bytes < earlier.bytes) return 0;
  return Math.round(((later.bytes - earlier.bytes) * 8) / (later.at - earlier.at));
}
