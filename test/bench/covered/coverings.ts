/** What lies over a face, drawn over its picture along MediaPipe's mesh: pixels of that picture. */
import type { Point } from '../../../renderer/analyzers/similarity-transform.ts';

type At = (point: number) => Point;
export type Rgb = readonly [number, number, number];

export interface Drawn {
  context: OffscreenCanvasRenderingContext2D;
  at: At;
  /** The face's own colour on its two cheeks, by which what lies over it is lit. */
  cheeks: readonly [Rgb, Rgb];
}

const middle = (one: Point, other: Point, share = 0.5): Point => ({
  x: one.x + share * (other.x - one.x),
  y: one.y + share * (other.y - one.y),
});
const between = (one: Point, other: Point): number => Math.hypot(other.x - one.x, other.y - one.y);
const luma = ([r, g, b]: Rgb): number => 0.299 * r + 0.587 * g + 0.114 * b;
/** A light skin in good light: cloth is lit as such a face would be. */
const FULL_LIGHT = 185;

function outline(points: readonly Point[]): Path2D {
  const path = new Path2D();
  for (const [index, { x, y }] of points.entries()) index === 0 ? path.moveTo(x, y) : path.lineTo(x, y);
  path.closePath();
  return path;
}

/** Cloth or plastic of a colour, lit from the side that the face is lit from, with the camera's noise. */
function lay({ context, at, cheeks }: Drawn, path: Path2D, colour: Rgb, alpha = 1): void {
  const [right, left] = [at(234), at(454)];
  const paint = context.createLinearGradient(right.x, right.y, left.x, left.y);
  const lit = (cheek: Rgb): string => {
    const light = Math.min(1.15, Math.max(luma(cheek), 20) / FULL_LIGHT);
    const [r, g, b] = colour.map((value) => Math.min(255, value * light));
    return `rgb(${r} ${g} ${b})`;
  };
  paint.addColorStop(0.15, lit(cheeks[0]));
  paint.addColorStop(0.85, lit(cheeks[1]));
  context.save();
  context.globalAlpha = alpha;
  context.filter = `blur(${between(right, left) / 160}px)`;
  context.fillStyle = paint;
  context.fill(path);
  context.restore();
}

/** Dark lines across what was laid: pleats of a mask, ribs of a cap, hairs. */
function pleat({ context, at }: Drawn, path: Path2D, from: Point, to: Point, lines: number, alpha: number): void {
  const width = between(at(234), at(454));
  context.save();
  context.clip(path);
  context.strokeStyle = `rgb(0 0 0 / ${alpha})`;
  context.lineWidth = width / 60;
  for (let line = 1; line <= lines; line += 1) {
    const { x, y } = middle(from, to, line / (lines + 1));
    context.beginPath();
    context.moveTo(x - width, y + width * 0.02);
    context.quadraticCurveTo(x, y + width * 0.07, x + width, y);
    context.stroke();
  }
  context.restore();
}

const JAW = [93, 132, 58, 172, 136, 150, 149, 176, 148, 152, 377, 400, 378, 379, 365, 397, 288, 361, 323];
const MASK_EDGE = [346, 347, 348, 197, 119, 118, 117];

export function mask(drawn: Drawn, colour: Rgb, pleats = 3): void {
  const { at } = drawn;
  const path = outline([...JAW, ...MASK_EDGE].map(at));
  lay(drawn, path, colour);
  pleat(drawn, path, at(5), at(152), pleats, 0.14);
}

/** A scarf or a collar drawn up to the nose. */
export function scarf(drawn: Drawn, colour: Rgb, stripe: Rgb): void {
  const { at } = drawn;
  const chin = at(152);
  const down = { x: chin.x - at(1).x, y: chin.y - at(1).y };
  const below = (point: number): Point => ({ x: at(point).x + down.x, y: at(point).y + down.y });
  const path = outline([at(234), at(117), at(195), at(346), at(454), below(454), below(152), below(234)]);
  lay(drawn, path, colour);
  const { context } = drawn;
  context.save();
  context.clip(path);
  for (let line = 0; line < 9; line += 2) {
    const [from, to] = [middle(at(234), below(234), line / 9), middle(at(454), below(454), line / 9)];
    const [until, back] = [middle(at(454), below(454), (line + 1) / 9), middle(at(234), below(234), (line + 1) / 9)];
    lay(drawn, outline([from, to, until, back]), stripe);
  }
  context.restore();
}

/** A mask that was drawn below the chin covers nothing. */
export function maskBelowChin(drawn: Drawn, colour: Rgb): void {
  const { at } = drawn;
  const down = { x: (at(152).x - at(1).x) * 0.6, y: (at(152).y - at(1).y) * 0.6 };
  const below = (point: number): Point => ({ x: at(point).x + down.x, y: at(point).y + down.y });
  lay(drawn, outline([at(58), at(149), at(152), at(378), at(288), below(288), below(152), below(58)]), colour);
}

function lens({ at }: Drawn, outer: number, inner: number, height: number): Path2D {
  const [one, other] = [at(outer), at(inner)];
  const { x, y } = middle(one, other);
  const wide = between(one, other);
  const path = new Path2D();
  const turn = Math.atan2(other.y - one.y, other.x - one.x);
  path.ellipse(x, y + wide * 0.1, wide * 0.85, wide * height, turn, 0, 2 * Math.PI);
  return path;
}
const lenses = (drawn: Drawn, height: number): Path2D[] => [
  lens(drawn, 33, 133, height),
  lens(drawn, 263, 362, height),
];

function frame(drawn: Drawn, height: number, colour: string, width: number): void {
  const { context, at } = drawn;
  const eyes = between(at(33), at(263));
  context.save();
  context.strokeStyle = colour;
  context.lineWidth = eyes * width;
  for (const path of lenses(drawn, height)) context.stroke(path);
  context.beginPath();
  for (const [from, to] of [
    [133, 362],
    [33, 127],
    [263, 356],
  ] as const) {
    context.moveTo(at(from).x, at(from).y);
    context.lineTo(at(to).x, at(to).y);
  }
  context.stroke();
  context.restore();
}

/** `alpha`: how little light a lens lets through. */
export function sunglasses(drawn: Drawn, colour: Rgb, alpha: number): void {
  for (const path of lenses(drawn, 0.66)) lay(drawn, path, colour, alpha);
  frame(drawn, 0.66, 'rgb(20 20 20)', 0.045);
}

export const glasses = (drawn: Drawn, colour: string, width: number): void => frame(drawn, 0.6, colour, width);

const BROW_EDGE = [127, 70, 63, 105, 66, 107, 9, 336, 296, 334, 293, 300, 356];

function overHead({ at }: Drawn, edge: readonly Point[], wide: number): Path2D {
  const [top, chin] = [at(10), at(152)];
  const up = { x: (top.x - chin.x) * 0.45, y: (top.y - chin.y) * 0.45 };
  const side = (point: number, by: number): Point => ({
    x: at(point).x + up.x * by + (at(point).x - at(168).x) * wide,
    y: at(point).y + up.y * by,
  });
  return outline([...edge, side(356, 1), { x: top.x + up.x, y: top.y + up.y }, side(127, 1)]);
}

/** A cap or a hat drawn down to the brows. */
export function cap(drawn: Drawn, colour: Rgb): void {
  const { at } = drawn;
  const lift = { x: (at(10).x - at(9).x) * 0.1, y: (at(10).y - at(9).y) * 0.1 };
  const edge = BROW_EDGE.map((point) => ({ x: at(point).x + lift.x, y: at(point).y + lift.y }));
  const path = overHead(drawn, edge, 0.12);
  lay(drawn, path, colour);
  pleat(drawn, path, at(9), at(10), 1, 0.35);
}

/** Hair to the brows: nothing that a person would have to take off. */
export function fringe(drawn: Drawn, colour: Rgb): void {
  const { at } = drawn;
  const edge = BROW_EDGE.map((point, index) => middle(at(point), at(10), index % 2 === 0 ? 0.02 : 0.16));
  const path = overHead(drawn, edge, 0.06);
  lay(drawn, path, colour);
  const { context } = drawn;
  context.save();
  context.clip(path);
  context.strokeStyle = 'rgb(255 255 255 / 0.07)';
  context.lineWidth = between(at(234), at(454)) / 90;
  for (let strand = 0; strand < 30; strand += 1) {
    const from = middle(at(127), at(356), strand / 29);
    context.beginPath();
    context.moveTo(at(10).x * 1.5 - from.x * 0.5, at(10).y * 1.5 - at(9).y * 0.5);
    context.lineTo(from.x, from.y);
    context.stroke();
  }
  context.restore();
}

const LIPS = [61, 185, 40, 39, 37, 0, 267, 269, 270, 409, 291, 375, 321, 405, 314, 17, 84, 181, 91, 146];

/** A full beard; lips stay bare. */
export function beard(drawn: Drawn, colour: Rgb, alpha: number): void {
  const { at } = drawn;
  const path = outline([...JAW, 425, 426, 327, 2, 98, 206, 205].map(at));
  path.addPath(outline(LIPS.map(at)));
  const { context } = drawn;
  context.save();
  const bare = new Path2D();
  bare.rect(0, 0, context.canvas.width, context.canvas.height);
  bare.addPath(outline(LIPS.map(at)));
  context.clip(bare, 'evenodd');
  lay(drawn, outline([...JAW, 425, 426, 327, 2, 98, 206, 205].map(at)), colour, alpha);
  pleat(drawn, path, at(164), at(152), 12, 0.12);
  context.restore();
}

/** Four fingers of the candidate's own hand over the mouth. */
export function hand(drawn: Drawn): void {
  const { at, cheeks, context } = drawn;
  const wide = between(at(234), at(454));
  const skin = cheeks[0].map((value) => value * 0.93);
  const [from, to] = [at(58), at(288)];
  for (let finger = 0; finger < 4; finger += 1) {
    const y = at(164).y + (at(152).y - at(164).y) * (finger / 3.4);
    const path = new Path2D();
    path.roundRect(
      from.x - wide * 0.1,
      y - wide * 0.05,
      (to.x - from.x) * (0.95 - finger * 0.06),
      wide * 0.14,
      wide * 0.07,
    );
    context.save();
    context.fillStyle = `rgb(${skin.join(' ')})`;
    context.fill(path);
    context.strokeStyle = `rgb(${skin.map((value) => value * 0.7).join(' ')})`;
    context.lineWidth = wide / 70;
    context.stroke(path);
    context.restore();
  }
}

/** A black band over both eyes and the bridge of the nose, upright and flat as somebody draws it who hides a face. */
export function band({ context, at }: Drawn): void {
  const [right, left, above, below] = [at(127), at(356), at(105), at(118)];
  context.fillStyle = 'rgb(16 16 16)';
  context.fillRect(right.x, Math.min(above.y, at(334).y), left.x - right.x, below.y - above.y);
}
