import { decode, encode } from 'jpeg-js';
import { type NpmPackage, packageFiles } from './npm-package.ts';
import { cutPicture, type PictureCut } from './picture-cut.ts';

/** Pictures of groups of people that a face recognition library shows its work on. See assets/NOTICE.md. */
export const FACE_API: NpmPackage = {
  spec: '@vladmandic/face-api@1.7.15',
  integrity: 'sha512-WDMmK3CfNLo8jylWqMoQgf4nIst3M0fzx1dnac96wv/dvMTN4DxC/Pq1DGtduDk1lktCamQ3MIDXFnvrdHTXDw==',
};

const PORTRAIT = { width: 480, height: 640 };
const CAMERA = { width: 640, height: 480 };
const JPEG_QUALITY = 90;

interface SamplePicture extends PictureCut {
  /** Which of the package's `demo/sample*.jpg`. */
  sample: 1 | 3 | 6;
}

/**
 * Who is where, found by hand and by similarity. The person of LD20260001 is in two pictures taken on two days, so her
 * photo and her camera differ as they do in life; of the others there is one picture each, so the camera picture of
 * LD20260002 is the photo's source once more, cut wider and in another light.
 */
const PICTURES: Readonly<Record<string, SamplePicture>> = {
  'LD20260001.jpg': { sample: 3, centre: { x: 1195, y: 390 }, sourceWidth: 420, roll: -11.5, size: PORTRAIT },
  'LD20260002.jpg': { sample: 6, centre: { x: 1605, y: 430 }, sourceWidth: 400, roll: -14.8, size: PORTRAIT },
  'camera-LD20260001.jpg': { sample: 1, centre: { x: 1575, y: 335 }, sourceWidth: 640, roll: -44.7, size: CAMERA },
  'camera-LD20260002.jpg': {
    sample: 6,
    centre: { x: 1640, y: 440 },
    sourceWidth: 600,
    roll: -12,
    size: CAMERA,
    light: [0.82, 0.74, 0.6],
  },
  'camera-LD20260003.jpg': { sample: 3, centre: { x: 690, y: 520 }, sourceWidth: 640, roll: -1.6, size: CAMERA },
  'camera-impostor.jpg': { sample: 6, centre: { x: 372, y: 640 }, sourceWidth: 600, roll: 8, size: CAMERA },
  'group.jpg': { sample: 3, centre: { x: 1150, y: 480 }, sourceWidth: 1150, roll: 0, size: CAMERA },
  'nobody.jpg': { sample: 3, centre: { x: 200, y: 380 }, sourceWidth: 380, roll: 0, size: CAMERA },
  'rear-view.jpg': {
    sample: 1,
    centre: { x: 1470, y: 540 },
    sourceWidth: 880,
    roll: 0,
    size: { width: 800, height: 600 },
  },
};

/** Registered photos and camera pictures by file name, as JPEG without the originals' camera and place data. */
export async function makeSamplePictures(): Promise<Record<string, Buffer>> {
  const samples = [...new Set(Object.values(PICTURES).map(({ sample }) => sample))];
  const files = await packageFiles(
    FACE_API,
    samples.map((sample) => `demo/sample${sample}.jpg`),
  );
  const sources = new Map(
    samples.map((sample, index) => [sample, decode(files[index] ?? Buffer.alloc(0), { useTArray: true })]),
  );
  const made = Object.entries(PICTURES).map(([name, { sample, ...cut }]) => {
    const source = sources.get(sample);
    if (!source) throw new Error(`no source for ${name}`);
    return [name, encode(cutPicture(source, cut), JPEG_QUALITY).data] as const;
  });
  return Object.fromEntries(made);
}
