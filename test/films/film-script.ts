import type { LivenessAction } from '../../shared/domain/identity.ts';

export const FRAME_RATE = 30;
export const FILM_SECONDS = 10;
export const FRAMES = FRAME_RATE * FILM_SECONDS;

/** Everything that can be asked of a person before the camera, in the order of the film. */
export const ACTED: readonly LivenessAction[] = ['turn_left', 'nod', 'turn_right', 'blink', 'open_mouth'];

/** Pictures of whom a cheating candidate's film shows, and of the room without anybody. */
export interface CheatingPictures {
  candidate: string;
  helper: string;
  room: string;
}

/** Long enough alone to be recognised and to begin a paper, then long enough for each thing to be noted. */
export const CHEATING_PARTS = { aloneTimes: 7, helpedFrames: 14 * FRAME_RATE, awayFrames: 16 * FRAME_RATE };

/** How much of each action is done, 0..1: one after another, at rest between them and at both ends, so that it can be looped. */
export type Acting = Readonly<Record<LivenessAction, number>>;

/** Each has its part of the film: seconds into it, and share of the action. */
const PART_SECONDS = FILM_SECONDS / ACTED.length;
const KEYS: readonly (readonly [number, number])[] = [
  [0, 0],
  [0.75, 0],
  [1.1, 1],
  [1.6, 1],
  [PART_SECONDS, 0],
];

function shareAt(seconds: number): number {
  const next = KEYS.findIndex(([at]) => at > seconds);
  const [from, to] = [KEYS[next - 1], KEYS[next]];
  if (!from || !to) return 0;
  const share = (seconds - from[0]) / (to[0] - from[0]);
  const eased = share * share * (3 - 2 * share);
  return from[1] + (to[1] - from[1]) * eased;
}

export function actingAt(frame: number): Acting {
  const seconds = frame / FRAME_RATE;
  const shares = ACTED.map((action, part) => [action, shareAt(seconds - part * PART_SECONDS)] as const);
  return Object.fromEntries(shares) as Acting;
}

/** Pixels by which nobody holds still; periodic, for the loop. */
export function driftAt(frame: number): { x: number; y: number } {
  const turn = (2 * Math.PI * frame) / FRAMES;
  return { x: 3 * Math.sin(3 * turn), y: 2 * Math.sin(5 * turn) };
}

/** Sensor noise on RGBA pixels, of its own for each frame, so that no frame repeats (a frozen camera is a violation). */
export function addNoise(pixels: Uint8ClampedArray, frame: number): void {
  let state = (frame + 1) * 0x9e3779b1;
  for (let at = 0; at < pixels.length; at += 4) {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5) | 0;
    const noise = ((state >>> 24) & 7) - 3.5;
    for (let channel = 0; channel < 3; channel += 1) pixels[at + channel] = (pixels[at + channel] ?? 0) + noise;
  }
}
