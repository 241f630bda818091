/** Where one of a picture's planes is in its bytes, and from how far on its next row is. */
export interface Plane {
  offset: number;
  stride: number;
}

/** A picture as cameras give it: a brightness for each pixel, two colours for each four. */
export interface YuvPicture {
  /** I420: the colours in planes of their own; NV12: taking turns in one. */
  format: 'I420' | 'NV12';
  bytes: Uint8Array;
  planes: readonly Plane[];
  width: number;
  height: number;
  /** ITU-R BT.709 instead of 601, and all 256 values instead of 16 to 235. */
  bt709: boolean;
  fullRange: boolean;
}

/** In 64ths: what brightness is raised by, and what each colour adds to or takes from blue, green and red. */
interface Weights {
  gain: number;
  lift: number;
  blue: number;
  greenOfBlue: number;
  greenOfRed: number;
  red: number;
}

/** Those of libyuv, with which Chromium draws: the same pixels to the last bit. */
function weightsOf({ bt709, fullRange }: Pick<YuvPicture, 'bt709' | 'fullRange'>): Weights {
  if (fullRange) {
    const range = { gain: 16_320, lift: 32 };
    return bt709
      ? { ...range, blue: 119, greenOfBlue: 12, greenOfRed: 30, red: 101 }
      : { ...range, blue: 113, greenOfBlue: 22, greenOfRed: 46, red: 90 };
  }
  const range = { gain: 18_997, lift: -1_160 };
  return bt709
    ? { ...range, blue: 128, greenOfBlue: 14, greenOfRed: 34, red: 115 }
    : { ...range, blue: 128, greenOfBlue: 25, greenOfRed: 52, red: 102 };
}

/** Writes the picture's pixels into `rgba`, which has room for them; opacity is left as it is. */
export function yuvPixels(picture: YuvPicture, rgba: Uint8ClampedArray): void {
  const { format, bytes, planes, width, height } = picture;
  const [luma, first, second] = planes;
  if (!luma || !first) throw new Error(`a picture of ${planes.length} planes`);
  const apart = format === 'NV12' ? 2 : 1;
  const other = format === 'NV12' ? { offset: first.offset + 1, stride: first.stride } : second;
  if (!other) throw new Error('a picture without its second colour');
  const { gain, lift, blue, greenOfBlue, greenOfRed, red } = weightsOf(picture);
  const raised = Int32Array.from({ length: 256 }, (_, value) => ((value * 0x101 * gain) >>> 16) + lift);
  for (let row = 0, to = 0; row < height; row += 1) {
    let at = luma.offset + row * luma.stride;
    let u = first.offset + (row >> 1) * first.stride;
    let v = other.offset + (row >> 1) * other.stride;
    let toBlue = 0;
    let toGreen = 0;
    let toRed = 0;
    for (let column = 0; column < width; column += 1, at += 1, to += 4) {
      if ((column & 1) === 0) {
        const ofBlue = (bytes[u] as number) - 128;
        const ofRed = (bytes[v] as number) - 128;
        toBlue = ofBlue * blue;
        toGreen = ofBlue * greenOfBlue + ofRed * greenOfRed;
        toRed = ofRed * red;
        u += apart;
        v += apart;
      }
      const light = raised[bytes[at] as number] as number;
      rgba[to] = (light + toRed) >> 6;
      rgba[to + 1] = (light - toGreen) >> 6;
      rgba[to + 2] = (light + toBlue) >> 6;
    }
  }
}
