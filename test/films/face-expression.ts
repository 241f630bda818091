/** Eyes that shut and a mouth that opens, as movements of MediaPipe's mesh. Positions are pixels of a picture, y down. */

/** Points of the upper lids, each with the one below it on the lower. */
const LIDS = [
  ...[
    [246, 7],
    [161, 163],
    [160, 144],
    [159, 145],
    [158, 153],
    [157, 154],
    [173, 155],
  ],
  ...[
    [466, 249],
    [388, 390],
    [387, 373],
    [386, 374],
    [385, 380],
    [384, 381],
    [398, 382],
  ],
] as const;
/** The skin above them, which follows by half. */
const ABOVE_LIDS = [
  ...[
    [247, 246],
    [30, 161],
    [29, 160],
    [27, 159],
    [28, 158],
    [56, 157],
    [190, 173],
  ],
  ...[
    [467, 466],
    [260, 388],
    [259, 387],
    [257, 386],
    [258, 385],
    [286, 384],
    [414, 398],
  ],
] as const;
const LOWER_LIP = new Set([95, 88, 178, 87, 14, 317, 402, 318, 324]);
const [LIP, CHIN, RIGHT_CORNER, LEFT_CORNER, RIGHT_EYE, LEFT_EYE] = [14, 152, 61, 291, 33, 263];
/** How far a jaw drops, in distances between the outer corners of the eyes. */
const DROP = 0.3;
/** Lids that meet overlap: less, and a rim of the eye is left. */
const OVERLAP = 1.25;

/** Moves the points of `face` (x, y, z of each) so that eyes are shut and the mouth is open by so much, 0..1. */
export function express(face: Float32Array, { shut, open }: { shut: number; open: number }): void {
  const x = (point: number): number => face[3 * point] ?? 0;
  const y = (point: number): number => face[3 * point + 1] ?? 0;
  const lower = (point: number, by: number): void => {
    face[3 * point + 1] = y(point) + by;
  };
  const closing = new Map(LIDS.map(([upper = 0, under = 0]) => [upper, shut * OVERLAP * (y(under) - y(upper))]));
  for (const [upper, by] of closing) lower(upper, by);
  for (const [above = 0, lid = 0] of ABOVE_LIDS) lower(above, (closing.get(lid) ?? 0) / 2);

  const [lip, jaw] = [y(LIP), y(CHIN) - y(LIP)];
  const middle = (x(RIGHT_CORNER) + x(LEFT_CORNER)) / 2;
  const half = Math.abs(x(LEFT_CORNER) - x(RIGHT_CORNER)) / 2;
  const drop = open * DROP * Math.abs(x(LEFT_EYE) - x(RIGHT_EYE));
  for (let point = 0; 3 * point < face.length; point += 1) {
    const below = LOWER_LIP.has(point) ? 0 : (y(point) - lip) / jaw;
    if (below < 0) continue;
    // The corners of the mouth stay, and the chin comes along as a whole.
    lower(point, drop * Math.sqrt(Math.max(0, 1 - ((x(point) - middle) / (half * (1 + 2 * below))) ** 2)));
  }
}
