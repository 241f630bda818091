const VIDEO_FORMATS = ['video/webm;codecs=h264,opus', 'video/webm;codecs=vp9,opus', 'video/webm;codecs=vp8,opus'];
const SOUND_FORMATS = ['audio/webm;codecs=opus'];

/** About 150 MB an hour with sound. Bits a second. */
export const VIDEO_BITS = 300_000;
export const SOUND_BITS = 32_000;

/**
 * The first format this build records: H264 costs the candidate's computer least, VP9 next, VP8 is in every build.
 * A stream whose camera is lost is recorded as sound alone.
 */
export function recordingFormat(hasVideo: boolean, isSupported: (mime: string) => boolean): string {
  const format = (hasVideo ? VIDEO_FORMATS : SOUND_FORMATS).find(isSupported);
  if (!format) throw new Error(`this build of Chromium records none of ${VIDEO_FORMATS.join(' / ')}`);
  return format;
}
