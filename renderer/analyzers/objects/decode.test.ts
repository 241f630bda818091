import { describe, expect, it } from 'vitest';
import { ssdAnchors } from './anchors.ts';
import { decodeObjects } from './decode.ts';

const anchors = ssdAnchors();
const CLASSES = 91;
const PERSON = 1;

/** The model's outputs for a picture in which it sees nothing but what `say` adds. */
function outputs(say: (boxes: Float32Array, scores: Float32Array) => void) {
  const boxes = new Float32Array(4 * anchors.length);
  const scores = new Float32Array(CLASSES * anchors.length).fill(-9);
  say(boxes, scores);
  return decodeObjects(boxes, scores, anchors);
}

/** The anchor nearest to a box. */
function anchorFor(x: number, y: number, height: number): number {
  const away = anchors.map((each) => Math.abs(each.x - x) + Math.abs(each.y - y) + Math.abs(each.height - height));
  return away.indexOf(Math.min(...away));
}

describe('the detector’s anchors', () => {
  it('are as many as its outputs are long, and lie within the picture', () => {
    expect(anchors).toHaveLength(1_917);
    expect(anchors.every(({ x, y }) => x > 0 && x < 1 && y > 0 && y < 1)).toBe(true);
    // The first place of the finest grid, and the one shape that is larger than the picture is wide.
    expect(anchors[0]).toMatchObject({ x: 0.5 / 19, y: 0.5 / 19, width: 0.1, height: 0.1 });
    expect(anchors.at(-1)).toMatchObject({ x: 0.5, y: 0.5 });
  });
});

describe('what the detector says', () => {
  it('is nothing for nothing', () => {
    expect(outputs(() => undefined)).toEqual([]);
  });

  it('is a box where the anchor is, moved and sized as the model says', () => {
    const at = anchorFor(0.5, 0.5, 0.6);
    const anchor = anchors[at];
    const [found, ...others] = outputs((boxes, scores) => {
      scores[at * CLASSES + PERSON] = 2;
      boxes.set([1, -2, 5 * Math.log(1.1), 0], 4 * at);
    });
    expect(others).toEqual([]);
    if (!found || !anchor) throw new Error('not found');
    expect(found.kind).toBe('person');
    expect(found.score).toBeCloseTo(0.88, 2);
    expect(found.box.height).toBeCloseTo(anchor.height * 1.1, 5);
    expect(found.box.width).toBeCloseTo(anchor.width, 5);
    expect(found.box.y + found.box.height / 2).toBeCloseTo(anchor.y + anchor.height / 10, 5);
    expect(found.box.x + found.box.width / 2).toBeCloseTo(anchor.x - anchor.width / 5, 5);
  });

  it('is one person where several anchors see the same, and two where they are apart', () => {
    const [left, right] = [anchorFor(0.25, 0.5, 0.5), anchorFor(0.75, 0.5, 0.5)];
    const found = outputs((boxes, scores) => {
      for (const [at, sure] of [
        [left, 1],
        [right, 2],
      ] as const) {
        scores[at * CLASSES + PERSON] = sure;
        // Its neighbour says the same box: as far from itself as the two are apart.
        const [anchor, beside] = [anchors[at], anchors[at - 1]];
        if (!anchor || !beside) throw new Error('no anchor');
        scores[(at - 1) * CLASSES + PERSON] = sure - 0.5;
        boxes.set(
          [
            (10 * (anchor.y - beside.y)) / beside.height,
            (10 * (anchor.x - beside.x)) / beside.width,
            5 * Math.log(anchor.height / beside.height),
            5 * Math.log(anchor.width / beside.width),
          ],
          4 * (at - 1),
        );
      }
    });
    expect(found.map(({ score }) => score.toFixed(2))).toEqual(['0.88', '0.73']);
    expect((found[0]?.box.x ?? 0) > (found[1]?.box.x ?? 1)).toBe(true);
  });
});
