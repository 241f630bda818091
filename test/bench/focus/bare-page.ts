/** The least that a browser can do: two peers in one page that hand each other what they have, without an exam centre between. */
import { VIEW_PROFILES, type ViewProfile } from '../../../renderer/streaming/view-profile.ts';

declare global {
  interface Window {
    /** Opens the camera and shows what arrives of it; the wall clock at the first frame. */
    goLive(): Promise<number>;
    /** From asking for the large picture to its first frame, ms. */
    raiseBare(): Promise<number>;
    /** Back to the small picture; resolves at its first frame. */
    lowerBare(): Promise<void>;
  }
}

const { wall: SMALL, raised: LARGE } = VIEW_PROFILES;

const video = document.createElement('video');
Object.assign(video, { muted: true, autoplay: true });
document.body.append(video);
let track: MediaStreamTrack;
let sender: RTCRtpSender;

const frameThat = (fits: (width: number) => boolean): Promise<number> =>
  new Promise((resolve) => {
    const follow = (): void =>
      void video.requestVideoFrameCallback((now, { width }) => (fits(width) ? resolve(now) : follow()));
    follow();
  });

async function send({ longestSide, frameRate, maxBitrate }: ViewProfile): Promise<void> {
  await track.applyConstraints({ width: { max: longestSide }, height: { max: longestSide }, frameRate });
  const parameters = sender.getParameters();
  for (const encoding of parameters.encodings) Object.assign(encoding, { maxBitrate, maxFramerate: frameRate });
  await sender.setParameters(parameters);
}

window.goLive = async () => {
  const camera = await navigator.mediaDevices.getUserMedia({ video: { width: 640, height: 480, frameRate: 15 } });
  const [source] = camera.getVideoTracks();
  if (!source) throw new Error('no camera');
  track = source.clone();
  const [from, to] = [new RTCPeerConnection(), new RTCPeerConnection()];
  from.onicecandidate = ({ candidate }) => candidate && void to.addIceCandidate(candidate);
  to.onicecandidate = ({ candidate }) => candidate && void from.addIceCandidate(candidate);
  to.ontrack = ({ track: received }) => {
    video.srcObject = new MediaStream([received]);
  };
  sender = from.addTrack(track);
  await from.setLocalDescription();
  if (from.localDescription) await to.setRemoteDescription(from.localDescription);
  await to.setLocalDescription();
  if (to.localDescription) await from.setRemoteDescription(to.localDescription);
  const shown = frameThat(() => true).then(() => Date.now());
  await send(SMALL);
  return shown;
};

window.raiseBare = async () => {
  const from = performance.now();
  const shown = frameThat((width) => width >= LARGE.longestSide);
  await send(LARGE);
  return (await shown) - from;
};

window.lowerBare = async () => {
  const shown = frameThat((width) => width < LARGE.longestSide);
  await send(SMALL);
  await shown;
};
