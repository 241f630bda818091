/** Pixels as red, green, blue, alpha bytes, row by row. */
export interface RgbaImage {
  width: number;
  height: number;
  data: Uint8Array;
}

/** A rectangle of a picture, turned with a tilted head, and the size it gets. */
export interface PictureCut {
  /** Middle of the cut, in pixels of the source. */
  centre: { x: number; y: number };
  /** Width in pixels of the source; the height follows from the size. */
  sourceWidth: number;
  /** Degrees by which the cut's axes are turned, counter-clockwise: the roll of the head in the source makes it upright. */
  roll: number;
  size: { width: number; height: number };
  /** Factors for red, green and blue: another light. */
  light?: readonly [number, number, number];
}

const within = (value: number, size: number): number => Math.max(0, Math.min(size - 1, value));

/** The cut, each pixel blended from the four it falls between; beyond the source's edge its border goes on. */
export function cutPicture(source: RgbaImage, cut: PictureCut): RgbaImage {
  const { centre, sourceWidth, roll, size, light = [1, 1, 1] } = cut;
  const step = sourceWidth / size.width;
  const [cos, sin] = [Math.cos((roll * Math.PI) / 180) * step, Math.sin((roll * Math.PI) / 180) * step];
  const data = new Uint8Array(size.width * size.height * 4);
  let at = 0;
  for (let row = 0; row < size.height; row += 1) {
    for (let column = 0; column < size.width; column += 1) {
      const across = column + 0.5 - size.width / 2;
      const down = row + 0.5 - size.height / 2;
      const blend = fourPixels(source, centre.x + across * cos + down * sin, centre.y - across * sin + down * cos);
      for (let channel = 0; channel < 3; channel += 1) {
        data[at + channel] = Math.min(255, Math.round((light[channel] ?? 1) * blend(channel)));
      }
      data[at + 3] = 255;
      at += 4;
    }
  }
  return { ...size, data };
}

/** The pixels around a place (pixel centres lie at halves), and how much of each makes its colour. */
function fourPixels({ width, height, data }: RgbaImage, x: number, y: number): (channel: number) => number {
  const [left, top] = [Math.floor(x - 0.5), Math.floor(y - 0.5)];
  const [right, bottom] = [within(left + 1, width), within(top + 1, height)];
  const [rightShare, bottomShare] = [x - 0.5 - left, y - 0.5 - top];
  const upper = within(top, height) * width;
  const lower = bottom * width;
  const near = within(left, width);
  const at = (pixel: number, channel: number): number => data[4 * pixel + channel] ?? 0;
  return (channel) =>
    (at(upper + near, channel) * (1 - rightShare) + at(upper + right, channel) * rightShare) * (1 - bottomShare) +
    (at(lower + near, channel) * (1 - rightShare) + at(lower + right, channel) * rightShare) * bottomShare;
}
