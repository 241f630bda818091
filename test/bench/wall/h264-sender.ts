import {
  MediaStreamTrack,
  RTCPeerConnection,
  RTCRtpCodecParameters,
  type RTCSessionDescriptionInit,
  RtpHeader,
  RtpPacket,
} from 'werift';
import { h264Payloads } from './h264-packets.ts';
import type { StreamClip } from './stream-clip.ts';

const CLOCK = 90_000;
const PAYLOAD_TYPE = 96;

const h264 = () =>
  new RTCRtpCodecParameters({
    ...{ mimeType: 'video/H264', clockRate: CLOCK, payloadType: PAYLOAD_TYPE },
    rtcpFeedback: [{ type: 'nack' }, { type: 'nack', parameter: 'pli' }],
    parameters: 'level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=42e01f',
  });

/** A camera that is no browser: sends encoded pictures from memory over a real peer connection. */
export interface H264Sender {
  readonly ssrc: number;
  offer(): Promise<RTCSessionDescriptionInit>;
  /** An answer or a candidate of the other side. */
  answer(description: RTCSessionDescriptionInit): Promise<void>;
  candidate(init: { candidate: string; sdpMid?: string; sdpMLineIndex?: number }): Promise<void>;
  /** Frames sent since the connection stood. */
  sent(): number;
  stopSending(): void;
  close(): Promise<void>;
}

export interface H264SenderOptions {
  clip: StreamClip;
  /** When within the time of a frame its frames are sent, 0..1. */
  phase: number;
  /** The product's viewer waits for one before it calls itself connected. */
  dataChannel: boolean;
  stunPort: number;
}

export function openH264Sender({ clip, phase, dataChannel, ...options }: H264SenderOptions): H264Sender {
  const connection = new RTCPeerConnection({
    iceServers: [{ urls: `stun:127.0.0.1:${options.stunPort}` }],
    ...{ iceUseIpv6: false, codecs: { video: [h264()], audio: [] } },
  });
  const track = new MediaStreamTrack({ kind: 'video' });
  const { sender } = connection.addTransceiver(track, { direction: 'sendonly' });
  if (dataChannel) connection.createDataChannel('view');
  const frames = clip.units.map((unit) => h264Payloads(Buffer.from(unit, 'base64')));
  let timer: ReturnType<typeof setTimeout> | undefined;
  let next = 0;
  let sent = 0;
  let sequence = Math.floor(Math.random() * 0x8000);
  let timestamp = Math.floor(Math.random() * 0x7fffffff);

  const sendFrame = (): void => {
    const payloads = frames[next] ?? [];
    next = (next + 1) % frames.length;
    timestamp += CLOCK / clip.frameRate;
    payloads.forEach((payload, index) => {
      sequence = (sequence + 1) & 0xffff;
      const header = new RtpHeader({
        ...{ payloadType: PAYLOAD_TYPE, sequenceNumber: sequence, timestamp: timestamp >>> 0, ssrc: sender.ssrc },
        marker: index === payloads.length - 1,
      });
      track.writeRtp(new RtpPacket(header, payload));
    });
    sent += 1;
  };
  // A picture that cannot be decoded is asked for anew: the clip begins with a key frame.
  sender.onPictureLossIndication.subscribe(() => {
    next = 0;
  });
  connection.connectionStateChange.subscribe((state) => {
    if (state !== 'connected' || timer) return;
    const everyMs = 1_000 / clip.frameRate;
    let due = performance.now() + everyMs * phase;
    const tick = (): void => {
      sendFrame();
      due += everyMs;
      timer = setTimeout(tick, Math.max(0, due - performance.now()));
    };
    timer = setTimeout(tick, everyMs * phase);
  });

  return {
    ssrc: sender.ssrc,
    async offer() {
      await connection.setLocalDescription(await connection.createOffer());
      if (connection.iceGatheringState !== 'complete') {
        await connection.iceGatheringStateChange.watch((state) => state === 'complete');
      }
      const description = connection.localDescription;
      if (!description) throw new Error('no offer was made');
      return { type: 'offer', sdp: description.sdp };
    },
    answer: (description) => connection.setRemoteDescription(description),
    candidate: (init) => connection.addIceCandidate(init),
    sent: () => sent,
    stopSending: () => clearTimeout(timer),
    async close() {
      clearTimeout(timer);
      await connection.close();
    },
  };
}
