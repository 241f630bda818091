/** What stands before the exam window: Chromium's switches for its camera and microphone. */

const ALLOWED = '--use-fake-ui-for-media-stream';
const FAKE = '--use-fake-device-for-media-stream';

/** The microphone hears what is in that file (WAV) instead of a beep each second. */
const hearing = (room: string): string => `--use-file-for-fake-audio-capture=${room}`;

/** A camera that plays a film; with `room`, in that room (WAV). */
export const filmCamera = (film: string, room?: string): readonly string[] => [
  ALLOWED,
  FAKE,
  `--use-file-for-fake-video-capture=${film}`,
  ...(room === undefined ? [] : [hearing(room)]),
];

/** Chromium's test picture: a camera that works and shows nobody. */
export const EMPTY_CHAIR: readonly string[] = [ALLOWED, FAKE];

/** The same chair in that room (WAV). */
export const chairIn = (room: string): readonly string[] => [...EMPTY_CHAIR, hearing(room)];

/** Camera and microphone are there and may not be used. */
export const REFUSED: readonly string[] = [`${ALLOWED}=deny`, FAKE];

/** A microphone and no camera, whatever this computer has. */
export const NO_CAMERA: readonly string[] = [ALLOWED, `${FAKE}=device-count=0`];
