import { describe, expect, it } from 'vitest';
import type { SeenObject } from '../../analyzers/objects/seen-object.ts';
import type { PicturePart } from './picture-part.ts';
import { createWatchThings } from './watch-things.ts';

const PHONE: SeenObject = { kind: 'phone', score: 0.8, box: { x: 0.1, y: 0.6, width: 0.1, height: 0.2 } };
const EVERY_MS = 4_000;

type Shown = (part: PicturePart, look: number) => boolean | null;
const isWhole = ({ width }: PicturePart): boolean => width === 1;
const isLeft = ({ x, width }: PicturePart): boolean => x === 0 && width < 1;

/** Looks whenever one is due, each finding a phone or nothing (null: no model); where each looked and what was waited before it. */
async function looksAt(count: number, found: Shown) {
  let now = 0;
  let look = 0;
  const looked: [part: string, waited: number][] = [];
  let shown: PicturePart = { x: 0, y: 0, width: 0, height: 0 };
  const things = createWatchThings({
    objects: {
      async look() {
        const seen = found(shown, look);
        return seen === null ? null : { objects: seen ? [PHONE] : [], tookMs: 200 };
      },
    },
    async openPart(_, part) {
      shown = part;
      return {} as ImageBitmap;
    },
    elapsed: () => now,
  });
  for (; look < count; look += 1) {
    const waited = Math.max(0, things.dueIn(EVERY_MS));
    now += waited;
    await things.look(new ArrayBuffer(1));
    looked.push([isWhole(shown) ? 'whole' : isLeft(shown) ? 'left' : 'right', waited]);
  }
  return looked;
}

describe('looking for things', () => {
  it('goes round the picture, seldom, while there are none', async () => {
    expect(await looksAt(4, () => false)).toEqual([
      ['whole', 0],
      ['left', 4_000],
      ['right', 4_000],
      ['whole', 4_000],
    ]);
  });

  it('stays where there seems to be one and looks often, until enough looks agree', async () => {
    expect(await looksAt(6, isLeft)).toEqual([
      ['whole', 0],
      ['left', 4_000],
      ['left', 1_500],
      ['left', 1_500],
      ['right', 4_000],
      ['whole', 4_000],
    ]);
  });

  it('looks past one miss, and lets it be after two', async () => {
    expect(await looksAt(5, (_, look) => look !== 1)).toEqual([
      ['whole', 0],
      ['whole', 1_500],
      ['whole', 1_500],
      ['whole', 1_500],
      ['left', 4_000],
    ]);
    expect(await looksAt(4, (_, look) => look === 0)).toEqual([
      ['whole', 0],
      ['whole', 1_500],
      ['whole', 1_500],
      ['left', 4_000],
    ]);
  });

  it('is as seldom where the model cannot be run', async () => {
    expect(await looksAt(3, () => null)).toEqual([
      ['whole', 0],
      ['whole', 4_000],
      ['whole', 4_000],
    ]);
  });
});
