/** Runs before any script of a page that watches: keeps every peer connection the page makes, to be counted and read. */
export type DecodedStream = [ssrc: number, frames: number];

declare global {
  interface Window {
    connections: RTCPeerConnection[];
    /** Of every video stream received. */
    readDecoded(): Promise<DecodedStream[]>;
  }
}

window.connections = [];
const Original = window.RTCPeerConnection;
window.RTCPeerConnection = class extends Original {
  constructor(config?: RTCConfiguration) {
    super(config);
    window.connections.push(this);
  }
};

window.readDecoded = async () => {
  const all: DecodedStream[] = [];
  for (const connection of window.connections) {
    (await connection.getStats()).forEach((entry) => {
      if (entry.type === 'inbound-rtp' && entry.kind === 'video') all.push([entry.ssrc, entry.framesDecoded]);
    });
  }
  return all;
};
