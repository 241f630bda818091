import type { ViewProfile } from './view-profile.ts';

/**
 * Bounds the clone itself, so that encoder and capture both work less. Bounds, not a size: a size would cut the sides
 * off a wide picture, and with them part of the room, and would be wrong once the phone is turned.
 */
function constrain(track: MediaStreamTrack, { longestSide, frameRate }: ViewProfile): Promise<void> {
  return track.applyConstraints({ width: { max: longestSide }, height: { max: longestSide }, frameRate });
}

/**
 * Only browsers with `resizeMode` scale a clone by itself; the others (WebKit) would reconfigure the one camera,
 * and with it the recording. Those get the size from the encoder instead.
 */
function clonesScale(): boolean {
  return 'resizeMode' in navigator.mediaDevices.getSupportedConstraints();
}

async function setEncoding(sender: RTCRtpSender, change: Partial<RTCRtpEncodingParameters>): Promise<void> {
  if (!sender.getParameters || !sender.setParameters) return;
  const parameters = sender.getParameters();
  if (!parameters.encodings?.length) return;
  for (const encoding of parameters.encodings) Object.assign(encoding, change);
  await sender.setParameters(parameters);
}

/** Makes one viewer's video as large and as frequent as `profile` says. `track` is the view's clone of `source`. */
export async function sendVideoAs(
  sender: RTCRtpSender,
  track: MediaStreamTrack,
  source: MediaStreamTrack,
  profile: ViewProfile,
): Promise<void> {
  const { maxBitrate, frameRate: maxFramerate, longestSide, sharp } = profile;
  const { width = 0, height = 0 } = source.getSettings();
  const scale = { scaleResolutionDownBy: Math.max(1, Math.max(width, height) / longestSide) };
  // Left to itself the browser begins a larger picture small while it has not learnt how wide the way is, which takes seconds.
  track.contentHint = sharp ? 'detail' : '';
  const scaledByClone = clonesScale();
  if (scaledByClone) await constrain(track, profile);
  await setEncoding(sender, { maxBitrate, maxFramerate, ...(scaledByClone ? {} : scale) });
}

/** Silence is a disabled track; where the browser can, nothing is sent for it at all. */
export async function sendSound(sender: RTCRtpSender, track: MediaStreamTrack, on: boolean): Promise<void> {
  track.enabled = on;
  await setEncoding(sender, { active: on });
}
