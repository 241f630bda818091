import { describe, expect, it } from 'vitest';
import { cosineSimilarity } from '../../../shared/domain/identity.ts';
import type { FaceObservation, FaceTemplate, TemplateProblem } from '../../analyzers/face-observation.ts';
import { captureFace, type FaceProgress, Interrupted } from './face-capture.ts';

interface Frame {
  yaw?: number;
  eyes?: number;
  faces?: number;
  brightness?: number;
}

/** A camera before which someone moves as told; the last frame stays. */
function setUp(frames: Frame[], templates: FaceTemplate[] = [{ template: [1, 0], problem: null }]) {
  const told: FaceProgress[] = [];
  const abort = new AbortController();
  let at = 0;
  const bitmap = { width: 640, close: () => undefined } as ImageBitmap;
  const face = captureFace({
    eyes: {
      async observe() {
        const {
          yaw = 0,
          eyes: open = 0.3,
          faces = 1,
          brightness = 120,
        } = frames[Math.min(at, frames.length - 1)] ?? {};
        at += 1;
        return {
          timestampMs: at * 100,
          faces,
          second: 0,
          box: faces === 0 ? null : { x: 0.3, y: 0.3, width: 0.4, height: 0.5 },
          yaw: faces === 0 ? null : yaw,
          pitch: 0,
          roll: 0,
          shape:
            faces === 0
              ? null
              : { eyes: open, mouth: 0, noseAside: 0.3 * Math.sin((yaw * Math.PI) / 180), noseDown: 0.6 },
          brightness,
          sharpness: 200,
          ...{ cover: null, around: 90, landmarks: null },
        } satisfies FaceObservation;
      },
      template: async () => (templates.length > 1 ? templates.shift() : templates[0]) as FaceTemplate,
    },
    frames: {
      async next() {
        if (at > 500) abort.abort();
        return bitmap;
      },
      jpeg: () => 'jpeg',
    },
    actions: ['turn_left', 'blink'],
    signal: abort.signal,
    tell: (progress) => told.push(progress),
  });
  return { face, told, abort };
}
const still = (count: number, frame: Frame = {}): Frame[] => Array<Frame>(count).fill(frame);
/** Frontal, slowly to the own left, back; the eyes shut, and open. */
const turnLeft: Frame[] = [...still(16), ...[5, 10, 15, 20, 25, 20, 15, 10, 5].map((yaw) => ({ yaw }))];
const blink: Frame[] = [...still(8), ...[0.2, 0.08, 0.08, 0.2].map((eyes) => ({ eyes })), ...still(3)];
const actsAsAsked: Frame[] = [...turnLeft, ...blink];
const hints = (told: FaceProgress[]): (TemplateProblem | null)[] =>
  told.flatMap((progress) => (progress.step === 'facing' ? [progress.hint] : []));

describe('taking a face', () => {
  it('asks for the actions and averages several templates of a clear face', async () => {
    const { face, told } = setUp(actsAsAsked, [
      { template: [1, 0.2], problem: null },
      { template: null, problem: 'blurred' },
      { template: [1, -0.2], problem: null },
      { template: [1, 0.1], problem: null },
      { template: [1, -0.1], problem: null },
    ]);
    const { template, turnDegrees, picture } = await face;
    expect(cosineSimilarity(template, [1, 0])).toBeCloseTo(1, 5);
    expect(Math.hypot(...template)).toBeCloseTo(1, 9);
    expect(turnDegrees).toBeGreaterThanOrEqual(15);
    expect(picture).toBe('jpeg');
    expect(told.at(-1)).toMatchObject({ progress: 1 });
    expect(hints(told)).toContain('blurred');
  });

  it('says what is wrong with the picture and does not go on before it is right', async () => {
    const { face, told } = setUp([...still(4, { brightness: 20 }), ...still(4, { faces: 2 }), ...actsAsAsked]);
    await face;
    expect(hints(told).slice(0, 4)).toEqual(Array(4).fill('too_dark'));
    expect(hints(told).slice(4, 8)).toEqual(Array(4).fill('several_faces'));
  });

  it.each([
    ['sits still', still(20), 0],
    ['does only the first', [...turnLeft, ...still(8)], 1],
  ] as const)('is not passed by someone who %s', async (_, frames, done) => {
    const { face, told } = setUp([...frames]);
    await expect(face).rejects.toBeInstanceOf(Interrupted);
    expect(told.at(-1)).toMatchObject({ step: 'acting', liveness: { done, phase: 'act' } });
  });

  it('ends without a word more when the screen is left', async () => {
    const { face, told, abort } = setUp(still(20));
    abort.abort();
    await expect(face).rejects.toBeInstanceOf(Interrupted);
    expect(told).toEqual([]);
  });
});
