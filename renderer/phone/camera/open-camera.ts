import { PhoneProblem, type Problem } from '../problem.ts';

const PROBLEMS: Record<string, Problem> = {
  NotAllowedError: 'camera_refused',
  SecurityError: 'camera_refused',
  NotFoundError: 'camera_missing',
  OverconstrainedError: 'camera_missing',
};

/** Rear camera, 640x480 at 15 frames a second, as wishes: iOS 11 fails on more. No sound. Throws `PhoneProblem`. */
export async function openCamera(): Promise<MediaStream> {
  try {
    return await navigator.mediaDevices.getUserMedia({
      video: {
        facingMode: { ideal: 'environment' },
        width: { ideal: 640 },
        height: { ideal: 480 },
        frameRate: { ideal: 15 },
      },
      audio: false,
    });
  } catch (cause) {
    throw new PhoneProblem(PROBLEMS[(cause as DOMException).name] ?? 'camera_busy', cause);
  }
}
