/** Chromium's, from 94 on. */
declare const MediaStreamTrackProcessor: new (init: {
  track: MediaStreamTrack;
  maxBufferSize: number;
}) => { readonly readable: ReadableStream<VideoFrame> };

/**
 * The camera's pictures for a worker: transferred to it they never touch the page, which answers are typed into. Only the newest waits to
 * be read. Null without a camera.
 */
export function cameraPictures(stream: MediaStream): ReadableStream<VideoFrame> | null {
  const [track] = stream.getVideoTracks();
  return track ? new MediaStreamTrackProcessor({ track, maxBufferSize: 1 }).readable : null;
}
