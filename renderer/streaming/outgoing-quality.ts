import type { ViewProfile } from './view-profile.ts';
import { scaledTo } from './view-profile.ts';

/** Sizes the clone itself, so that encoder and capture both work less. Ideal values: never a reason to fail. */
async function constrain(track: MediaStreamTrack, source: MediaStreamTrack, profile: ViewProfile): Promise<void> {
  const { width = 0, height = 0 } = source.getSettings();
  const size = width > 0 && height > 0 ? scaledTo({ width, height }, profile.longestSide) : {};
  await track.applyConstraints({ ...size, frameRate: profile.frameRate });
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
  const { maxBitrate, frameRate: maxFramerate, longestSide } = profile;
  const { width = 0, height = 0 } = source.getSettings();
  const scale = { scaleResolutionDownBy: Math.max(1, Math.max(width, height) / longestSide) };
  const scaledByClone = clonesScale();
  if (scaledByClone) await constrain(track, source, profile);
  await setEncoding(sender, { maxBitrate, maxFramerate, ...(scaledByClone ? {} : scale) });
}

/** Silence is a disabled track; where the browser can, nothing is sent for it at all. */
export async function sendSound(sender: RTCRtpSender, track: MediaStreamTrack, on: boolean): Promise<void> {
  track.enabled = on;
  await setEncoding(sender, { active: on });
}
