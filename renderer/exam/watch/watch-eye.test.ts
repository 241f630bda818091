import { describe, expect, it } from 'vitest';
import type { FrameLook } from '../../analyzers/frame-look.ts';
import { createWatchEye } from './watch-eye.ts';

const ME = [1, 0];

/** A look at somebody who is `x` from the left, in a picture so bright; whoever is compared is like `template`. */
function lookAt(x: number, brightness: number, template: number[] | null): FrameLook {
  const box = { x, y: 0.3, width: 0.3, height: 0.4 };
  return {
    picture: { brightness, contrast: 60, sharpness: 500, print: 1 },
    face: {
      ...{ timestampMs: 0, faces: 1, box, second: 0, shape: null, yaw: 0, pitch: 0, roll: 0 },
      ...{ brightness, sharpness: 300, landmarks: null, cover: null, around: brightness },
    },
    template: template && { template, problem: null },
    tookMs: 10,
  };
}

/** Looks every 400 ms for so many seconds; returns when the face was compared, in seconds. */
async function comparedAt(seconds: number, seen: (second: number) => { x: number; brightness: number; who: number[] }) {
  let now = 0;
  const compared: number[] = [];
  const eye = createWatchEye({
    eyes: {
      async look(_, identify) {
        const { x, brightness, who } = seen(now / 1_000);
        if (identify) compared.push(now / 1_000);
        return lookAt(x, brightness, identify ? who : null);
      },
    },
    confirmed: () => ME,
    elapsed: () => now,
  });
  for (; now < seconds * 1_000; now += 400) await eye.look('a camera');
  return compared;
}

describe('when the face is compared', () => {
  it('is every 18 seconds while all is well', async () => {
    expect(await comparedAt(60, () => ({ x: 0.3, brightness: 120, who: ME }))).toEqual([0, 18, 36, 54]);
  });

  it('is at once after a cut to another picture, and every two seconds while it is somebody else', async () => {
    const other = (second: number) =>
      second < 10 ? { x: 0.3, brightness: 120, who: ME } : { x: 0.3, brightness: 160, who: [0, 1] };
    expect(await comparedAt(18, other)).toEqual([0, 10.4, 12.4, 14.4, 16.4]);
    const elsewhere = (second: number) => ({ x: second < 10 ? 0.1 : 0.5, brightness: 120, who: ME });
    expect(await comparedAt(28, elsewhere)).toEqual([0, 10.4]);
  });

  it('is no sooner for a head that moves', async () => {
    const swaying = (second: number) => ({ x: 0.3 + 0.04 * Math.sin(second), brightness: 120 + second / 2, who: ME });
    expect(await comparedAt(18, swaying)).toEqual([0]);
  });
});

describe('what looking for things costs', () => {
  it('is counted from the second look on: the first pays for starting the model', () => {
    const eye = createWatchEye({ eyes: { look: async () => null }, confirmed: () => null, elapsed: () => 0 });
    eye.spentOnThings(1_500);
    expect([eye.pace.pace, eye.pace.thingsCost]).toEqual([0, 0]);
    eye.spentOnThings(200);
    expect([eye.pace.pace, eye.pace.thingsCost]).toEqual([0, 200]);
  });
});

describe('what listening costs', () => {
  it('is counted from the second on in which nothing is compiled any more', () => {
    const eye = createWatchEye({ eyes: { look: async () => null }, confirmed: () => null, elapsed: () => 0 });
    eye.spentOnSound(900);
    expect([eye.pace.pace, eye.pace.soundCost]).toEqual([0, 0]);
    eye.spentOnSound(15);
    expect([eye.pace.pace, eye.pace.soundCost]).toEqual([0, 15]);
    for (let second = 0; second < 20; second += 1) eye.spentOnSound(900);
    expect(eye.pace.pace).toBe(5);
  });
});

describe('a face that the edge cuts', () => {
  it('is partly out, and not nobody, though every other look misses it', async () => {
    let now = 0;
    const nobody = (): FrameLook => {
      const { face, ...look } = lookAt(0.3, 120, null);
      return { ...look, face: { ...face, faces: 0, box: null, yaw: null, pitch: null } };
    };
    const shown = [lookAt(-0.1, 120, null), nobody(), nobody(), lookAt(-0.1, 120, null), nobody(), nobody()];
    const eye = createWatchEye({
      eyes: { look: async () => shown.shift() ?? nobody() },
      confirmed: () => null,
      elapsed: () => now,
    });
    const seen: (boolean | null)[] = [];
    for (; now < 9_000; now += 1_000) {
      const { no_face } = await eye.look('a camera');
      seen.push(no_face === undefined ? null : no_face !== null);
    }
    expect(seen).toEqual([false, null, null, false, null, null, true, true, true]);
  });
});
