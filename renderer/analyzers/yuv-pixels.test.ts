import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../shared/domain/seeded-random.ts';
import { type YuvPicture, yuvPixels } from './yuv-pixels.ts';

const WIDTH = 5;
const HEIGHT = 3;
const LUMA = WIDTH * HEIGHT;
/** Of 5 x 3 pixels: 3 x 2 colours. */
const COLOURS = 6;

const random = seededRandom('planes');
const values = (count: number): number[] => Array.from({ length: count }, () => Math.floor(random() * 256));
const [luma, blue, red] = [values(LUMA), values(COLOURS), values(COLOURS)];

function pixelsOf(picture: Pick<YuvPicture, 'format' | 'planes'> & { bytes: number[] }, kind = {}): number[] {
  const rgba = new Uint8ClampedArray(4 * LUMA).fill(255);
  const bytes = Uint8Array.from(picture.bytes);
  yuvPixels({ ...picture, bytes, width: WIDTH, height: HEIGHT, bt709: false, fullRange: false, ...kind }, rgba);
  return [...rgba];
}

const I420 = {
  format: 'I420' as const,
  bytes: [...luma, ...blue, ...red],
  planes: [
    { offset: 0, stride: WIDTH },
    { offset: LUMA, stride: 3 },
    { offset: LUMA + COLOURS, stride: 3 },
  ],
};

describe('the pixels of a camera’s picture', () => {
  it('are the same however the planes lie, also of an odd number of rows and columns', () => {
    const turns = blue.flatMap((value, at) => [value, red[at] ?? 0]);
    const nv12 = {
      format: 'NV12' as const,
      // Rows are longer than the picture, and something lies before them.
      bytes: [9, ...[0, 1, 2].flatMap((row) => [...luma.slice(row * WIDTH, (row + 1) * WIDTH), 7]), ...turns],
      planes: [
        { offset: 1, stride: WIDTH + 1 },
        { offset: 1 + LUMA + 3, stride: 6 },
      ],
    };
    expect(pixelsOf(nv12)).toEqual(pixelsOf(I420));
  });

  it('are black, white and grey without colour, by the range that the camera says', () => {
    const grey = (light: number, kind: object) =>
      pixelsOf({ ...I420, bytes: [...Array(LUMA).fill(light), ...Array(2 * COLOURS).fill(128)] }, kind).slice(0, 4);
    expect([16, 126, 235].map((light) => grey(light, {}))).toEqual([
      [0, 0, 0, 255],
      [128, 128, 128, 255],
      [255, 255, 255, 255],
    ]);
    expect([0, 128, 255].map((light) => grey(light, { fullRange: true, bt709: true }))).toEqual([
      [0, 0, 0, 255],
      [128, 128, 128, 255],
      [255, 255, 255, 255],
    ]);
  });

  it('refuse a picture that lacks a plane', () => {
    expect(() => pixelsOf({ ...I420, planes: I420.planes.slice(0, 2) })).toThrow('second colour');
  });
});
