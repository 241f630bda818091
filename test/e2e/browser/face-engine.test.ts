import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureModels } from '../../../build/models/main.ts';
import { projectPath } from '../../../build/project.ts';
import { ensureChromium } from '../../../build/runtimes/chromium.ts';
import { cosineSimilarity, SAME_PERSON_SIMILARITY } from '../../../shared/domain/identity.ts';
import { BROWSER_ARGUMENTS } from '../../films/browser-arguments.ts';
import { type FaceSite, openFaceSite } from '../../films/face-site.ts';

const CAMERA_PICTURES = ['LD20260001', 'LD20260002', 'LD20260003', 'impostor'].map((of) => `camera-${of}.jpg`);
const OTHERS = ['group.jpg', 'nobody.jpg', 'rear-view.jpg'];
/** By onnxruntime-web 1.22.0 with silero_vad_v5.onnx, for `madeVoice` at 8 kHz, each 32 ms. */
const SILERO_SAYS = [
  ...[
    0.7384, 0.7614, 0.7295, 0.7791, 0.7201, 0.6702, 0.6416, 0.8773, 0.8286, 0.2674, 0.1262, 0.081, 0.0457, 0.0325,
    0.0172,
  ],
  ...[
    0.0948, 0.8139, 0.918, 0.9398, 0.9123, 0.9464, 0.9589, 0.9821, 0.9867, 0.9798, 0.829, 0.4948, 0.1951, 0.0817,
    0.0362,
  ],
  ...[
    0.0148, 0.9364, 0.9644, 0.972, 0.9966, 0.9813, 0.9918, 0.9906, 0.9922, 0.0065, 0.0929, 0.1223, 0.0492, 0.0248,
    0.0094,
  ],
  ...[
    0.0041, 0.0156, 0.7407, 0.8899, 0.8664, 0.8044, 0.7188, 0.6215, 0.477, 0.7421, 0.6916, 0.2563, 0.1164, 0.0598,
    0.0354,
  ],
];
const REGISTERED = ['LD20260001.jpg', 'LD20260002.jpg'];

let pictures = '';
let site: FaceSite;
let browser: Browser;
let page: Page;
const refusals: string[] = [];

beforeAll(async () => {
  await ensureModels();
  pictures = await mkdtemp(join(tmpdir(), 'yunkao-faces-'));
  await Promise.all([
    ...REGISTERED.map((name) => copyFile(projectPath('assets/sample/photos', name), join(pictures, name))),
    ...[...CAMERA_PICTURES, ...OTHERS].map((name) =>
      copyFile(projectPath('.cache/pictures', name), join(pictures, name)),
    ),
  ]);
  site = await openFaceSite('test/e2e/face-page.ts', pictures);
  browser = await chromium.launch({ executablePath: await ensureChromium(), args: BROWSER_ARGUMENTS });
  page = await browser.newPage();
  page.on('console', (line) => {
    if (/Content Security Policy/.test(line.text())) refusals.push(line.text());
  });
  await page.goto(site.origin);
});

afterAll(async () => {
  await browser.close();
  site.close();
  await rm(pictures, { recursive: true, force: true });
});

const observe = (name: string) => page.evaluate((picture) => window.observePicture(picture), name);
const template = (name: string) => page.evaluate((picture) => window.templatePicture(picture), name);

async function similarity(registered: string, camera: string): Promise<number> {
  const [left, right] = [await template(registered), await template(camera)];
  expect([left.problem, right.problem]).toEqual([null, null]);
  const found = cosineSimilarity(left.template ?? [], right.template ?? []);
  console.log(`similarity of ${registered} and ${camera}: ${found.toFixed(3)}`);
  return found;
}

/** What cameras give: nothing said, and each of two matrices and ranges. */
const COLOUR_SPACES = [
  null,
  ...[false, true].flatMap((fullRange) => [of('smpte170m', fullRange), of('bt709', fullRange)]),
];
function of(matrix: VideoMatrixCoefficients, fullRange: boolean): VideoColorSpaceInit {
  return { matrix, fullRange, primaries: 'bt709', transfer: 'bt709' };
}

describe('face engine in a real browser', () => {
  it('makes the same bitmap of a camera’s picture, to the last bit, as the browser', async () => {
    for (const format of ['I420', 'NV12'] as const)
      for (const space of COLOUR_SPACES)
        expect([
          format,
          space,
          await page.evaluate(([kind, said]) => window.compareFrame(kind, said), [format, space] as const),
        ]).toEqual([format, space, 0]);
  });

  it('finds the same person in two pictures taken on different days', async () => {
    expect(await similarity('LD20260001.jpg', 'camera-LD20260001.jpg')).toBeGreaterThan(SAME_PERSON_SIMILARITY);
  });

  it('finds the same person in the same picture, cut and lit differently', async () => {
    expect(await similarity('LD20260002.jpg', 'camera-LD20260002.jpg')).toBeGreaterThan(SAME_PERSON_SIMILARITY);
  });

  it.each([
    ['LD20260001.jpg', 'camera-impostor.jpg'],
    ['LD20260002.jpg', 'camera-impostor.jpg'],
    ['LD20260001.jpg', 'camera-LD20260002.jpg'],
    ['LD20260002.jpg', 'camera-LD20260001.jpg'],
    ['LD20260001.jpg', 'camera-LD20260003.jpg'],
  ])('tells %s from %s', async (registered, camera) => {
    expect(await similarity(registered, camera)).toBeLessThan(SAME_PERSON_SIMILARITY);
  });

  it('gives 192 numbers of unit length', async () => {
    const { template: numbers } = await template('LD20260001.jpg');
    expect(numbers).toHaveLength(192);
    expect(Math.hypot(...(numbers ?? []))).toBeCloseTo(1, 5);
  });

  it('says why a picture gives no template', async () => {
    expect(await template('nobody.jpg')).toEqual({ template: null, problem: 'no_face' });
    expect(await template('group.jpg')).toEqual({ template: null, problem: 'several_faces' });
  });

  it('describes what a frame shows', async () => {
    const seen = await observe('camera-LD20260002.jpg');
    expect(seen.faces).toBe(1);
    // Found by eye in the 640×480 picture: the face is left of the middle, and looks straight, a little down.
    expect(seen.box?.x).toBeCloseTo(0.23, 1);
    expect(seen.box?.height).toBeCloseTo(0.58, 1);
    expect(Math.abs(seen.yaw ?? 90)).toBeLessThan(10);
    expect(seen.pitch).toBeLessThan(0);
    expect((await observe('group.jpg')).faces).toBe(3);
    expect(await observe('nobody.jpg')).toMatchObject({ faces: 0, box: null, yaw: null, landmarks: null });
  });

  it('calls its sides by the candidate: the mirrored picture looks the other way', async () => {
    const [seen, mirrored] = [await observe('camera-LD20260003.jpg'), await observe('camera-LD20260003.jpg?mirrored')];
    expect(seen.yaw).toBeLessThan(-8);
    expect(mirrored.yaw).toBeGreaterThan(8);
  });

  it('[SEC-2] runs under the policies of the product, without unsafe-eval', () => {
    expect(refusals).toEqual([]);
  });

  it('hears of a voice what ONNX Runtime makes of it with the model as it came', async () => {
    const heard = await page.evaluate(([pieces, reading]) => window.hearVoice(pieces, reading), [60, 800] as const);
    expect(heard).toHaveLength(SILERO_SAYS.length);
    for (const [piece, said] of SILERO_SAYS.entries()) expect(heard[piece]).toBeCloseTo(said, 3);
  });

  it('rejects with a clear error when the worker cannot start', async () => {
    const failed = await page.evaluate(() => window.startEngine('/missing-worker.js'));
    expect(failed).toMatch(/AnalyserError: .*missing-worker/);
  });

  it('rejects with a clear error when the models are missing', async () => {
    const failed = await page.evaluate(() => window.startEngine('/elsewhere/face-worker.js'));
    expect(failed).toMatch(/AnalyserError: .+/);
  });

  it('rejects what is asked of an engine that was closed', async () => {
    expect(await page.evaluate(() => window.askClosedEngine('nobody.jpg'))).toMatch(/AnalyserError: .*closed/);
  });

  it.each([
    // Photographs; what a lens, a lamp or a thumb does to them is made by a filter.
    ['a room without anybody', 'nobody.jpg', 'none', ['nobody']],
    ['a face from the front', 'camera-LD20260001.jpg', 'none', ['from_front']],
    ['a face from the front, in the dark', 'camera-LD20260002.jpg', 'brightness(0.15)', ['too_dark']],
    ['a lens out of focus', 'nobody.jpg', 'blur(18px)', ['blurred']],
    ['a thumb on the lens', 'nobody.jpg', 'contrast(0.06)', ['covered']],
  ] as const)('[CAM-3] says of the phone’s picture: %s', async (_, name, filter, expected) => {
    const found = await page.evaluate(([of, through]) => window.judgeRear(of, through), [name, filter] as const);
    expect(found).toEqual(expect.arrayContaining([...expected]));
  });

  it('[CAM-3] starts no face engine for a look at the phone’s picture that outlives the device check', async () => {
    expect(await page.evaluate(() => window.startedAfterClosing('rear-view.jpg'))).toBe(0);
  });

  it('[CAM-3] counts who is in the phone’s picture, also from behind', async () => {
    const count = (name: string) => page.evaluate((of) => window.countPeople(of), name);
    expect(await count('nobody.jpg')).toBe(0);
    expect(await count('camera-LD20260002.jpg')).toBe(1);
    expect(await count('rear-view.jpg')).toBe(2);
  });

  it.each([
    // The room is a photograph; the screen is drawn into it.
    ['a screen that follows', 'rgb(24 26 30)', 'rgb(212 218 226)', 'none', true],
    [
      'a screen that follows, by a camera that darkens for it',
      'rgb(24 26 30)',
      'rgb(196 200 206)',
      'brightness(0.85)',
      true,
    ],
    ['its glow on a wall', 'rgb(90 90 90 / 40%)', 'rgb(140 140 140 / 40%)', 'none', false],
    ['no screen, and a camera that changes by itself', 'transparent', 'transparent', 'brightness(0.85)', false],
  ] as const)('[CAM-3] finds in the phone’s picture: %s', async (_, black, white, filter, expected) => {
    for (const name of ['nobody.jpg', 'group.jpg']) {
      const seen = page.evaluate((of) => window.judgeScreen(...of), [name, black, white, filter] as const);
      expect(await seen).toBe(expected);
    }
  });
});
