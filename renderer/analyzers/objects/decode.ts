import type { Anchor } from './anchors.ts';
import { OBJECT_CLASSES, type ObjectKind, type SeenObject } from './seen-object.ts';

/** Classes in the model's answer for each anchor. */
const CLASSES = 91;
/** Centre and size are told in tenths and, as logarithms, in fifths of the anchor's own. */
const [PLACE, SIZE] = [10, 5];
/** Below this it is noise; what is believed is for whoever asked to say. */
const LEAST = 0.25;
/** Two boxes of one kind that share more than this of their common area are one thing. */
const SAME = 0.4;

const KINDS = Object.entries(OBJECT_CLASSES) as [ObjectKind, number][];
/** The least score before the logistic function. */
const LEAST_RAW = Math.log(LEAST / (1 - LEAST));

function boxAt(raw: ArrayLike<number>, at: number, { x, y, width, height }: Anchor): SeenObject['box'] {
  const part = (index: number): number => raw[4 * at + index] ?? 0;
  const size = { width: Math.exp(part(3) / SIZE) * width, height: Math.exp(part(2) / SIZE) * height };
  return {
    x: (part(1) / PLACE) * width + x - size.width / 2,
    y: (part(0) / PLACE) * height + y - size.height / 2,
    ...size,
  };
}

/** Intersection over union. */
export function overlap(one: SeenObject['box'], other: SeenObject['box']): number {
  const across = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const down = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  const both = Math.max(0, across) * Math.max(0, down);
  return both / (one.width * one.height + other.width * other.height - both);
}

/**
 * The things in a picture, surest first, from the detector's two raw outputs: four numbers an anchor (y, x, height, width), and
 * one an anchor and class.
 */
export function decodeObjects(
  boxes: ArrayLike<number>,
  scores: ArrayLike<number>,
  anchors: readonly Anchor[],
): SeenObject[] {
  const found: SeenObject[] = [];
  for (const [at, anchor] of anchors.entries()) {
    for (const [kind, index] of KINDS) {
      const raw = scores[at * CLASSES + index] ?? Number.NEGATIVE_INFINITY;
      if (raw >= LEAST_RAW) found.push({ kind, score: 1 / (1 + Math.exp(-raw)), box: boxAt(boxes, at, anchor) });
    }
  }
  found.sort((left, right) => right.score - left.score);
  const kept: SeenObject[] = [];
  for (const each of found)
    if (!kept.some(({ kind, box }) => kind === each.kind && overlap(box, each.box) > SAME)) kept.push(each);
  return kept;
}
