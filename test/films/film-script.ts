export const FRAME_RATE = 30;
export const FILM_SECONDS = 10;
export const FRAMES = FRAME_RATE * FILM_SECONDS;

/** How far the surface turns to each side, in degrees; the landmarker, which knows real heads, sees two thirds of it. */
export const TURN = 38;

/** When the head is where: seconds, and share of the full turn; positive is the person's left. */
const KEYS: readonly (readonly [number, number])[] = [
  [0, 0],
  [1.5, 0],
  [2.3, 1],
  [3.3, 1],
  [4.1, 0],
  [5.6, 0],
  [6.4, -1],
  [7.4, -1],
  [8.2, 0],
  [FILM_SECONDS, 0],
];

/** Degrees of the head's turn in a frame. It starts and ends looking straight, so that the film can be looped. */
export function turnAt(frame: number): number {
  const seconds = frame / FRAME_RATE;
  const next = KEYS.findIndex(([at]) => at > seconds);
  const [from, to] = [KEYS[next - 1], KEYS[next]];
  if (!from || !to) return 0;
  const share = (seconds - from[0]) / (to[0] - from[0]);
  const eased = share * share * (3 - 2 * share);
  return TURN * (from[1] + (to[1] - from[1]) * eased);
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
