import { encodeClip, type StreamClip } from './stream-clip.ts';

/** The least a browser can do with a hundred streams: receive, decode and show them. */
declare global {
  interface Window {
    /** Bound by the bench: a signal that leaves this page. */
    outgoing(index: number, data: object): Promise<void>;
    encodeClip(): Promise<StreamClip>;
    lookAt(streams: number, width: number): void;
    signal(index: number, data: { type: string; sdp?: string }): Promise<void>;
  }
}

window.encodeClip = encodeClip;

window.lookAt = (streams, width) => {
  document.body.style.cssText = 'margin:0;display:flex;flex-wrap:wrap;gap:4px;align-content:start';
  for (let index = 0; index < streams; index += 1) {
    const video = document.createElement('video');
    Object.assign(video, { muted: true, autoplay: true, playsInline: true });
    video.style.cssText = `width:${width}px;height:${(width * 3) / 4}px`;
    document.body.append(video);
    const connection = new RTCPeerConnection();
    connection.ontrack = ({ streams: [stream] }) => {
      video.srcObject = stream ?? null;
    };
    connection.onicecandidate = ({ candidate }) => {
      if (candidate) void window.outgoing(index, { candidate: candidate.toJSON() });
    };
  }
};

window.signal = async (index, data) => {
  const connection = window.connections[index];
  if (!connection) throw new Error(`no connection ${index}`);
  await connection.setRemoteDescription(data as RTCSessionDescriptionInit);
  await connection.setLocalDescription();
  await window.outgoing(index, { type: 'answer', sdp: connection.localDescription?.sdp });
};
