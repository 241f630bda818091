import { describe, expect, it } from 'vitest';
import type { HttpClient } from '../../../shared/contract/http-client.ts';
import type { RearFault, RearMeasures } from '../../../shared/domain/rear-view.ts';
import { Fault } from '../../../shared/support/fault.ts';
import { createRearWatch } from './rear-watch.ts';

const sight = Array.from({ length: 192 }, (_, index) => (index * 37) % 120);
const good: RearMeasures = { brightness: 120, contrast: 60, sharpness: 700, sight, face: null, tilt: null };
const elsewhere = { ...good, sight: sight.map((_, index) => sight[(index * 53) % 192] ?? 0) };
const frontal = { ...good, face: { width: 0.2, yaw: 0 } };

/** Each look takes the next picture; `null`: the phone has sent none since. */
function room() {
  const told: (RearFault | null)[] = [];
  const looks: boolean[] = [];
  let takenAt = 0;
  let shown: RearMeasures | null = null;
  let next: (() => void) | null = null;
  let closed = 0;
  const watch = createRearWatch({
    http: (async () => {
      if (!shown && takenAt === 0) throw new Fault('not_found');
      return { takenAt, jpeg: 'AAAA', tilt: shown?.tilt ?? null };
    }) as unknown as HttpClient,
    eyes: {
      measure: async (_, faces) => {
        looks.push(faces);
        return shown as RearMeasures;
      },
      close: () => {
        closed += 1;
      },
    },
    schedule: (task) => {
      next = task;
      return () => {
        next = null;
      };
    },
    onFault: (fault) => told.push(fault),
    log: (_, text) => expect.fail(text),
  });
  const rest = () => new Promise<void>((resolve) => setImmediate(resolve));
  const see = async (...pictures: (RearMeasures | null)[]) => {
    for (const picture of pictures) {
      if (picture) {
        shown = picture;
        takenAt += 5_000;
      }
      next?.();
      await rest();
    }
  };
  return { watch, see, rest, told, looks, closedTimes: () => closed, waits: () => next !== null };
}

describe('the look at what the phone sees', () => {
  it('[LOCK-3] [CAM-3] waits for a picture, advises after two, and takes it back after two better ones', async () => {
    const { watch, see, rest, told, looks } = room();
    watch.place();
    await rest();
    expect(watch.state).toMatchObject({ picture: null, fault: null, judged: false });
    await see(frontal);
    expect(watch.state).toMatchObject({ picture: 'data:image/jpeg;base64,AAAA', fault: null, judged: false });
    // The same picture again is no second one.
    await see(null);
    expect(watch.state.judged).toBe(false);
    await see(frontal);
    expect(watch.state).toMatchObject({ fault: 'from_front', judged: true });
    await see(good);
    expect(watch.state.fault).toBeNull();
    expect(looks).toEqual([true, true, true]);
    // Nobody is told while the phone is being placed.
    expect(told).toEqual([]);
  });

  it('[CAM-3] says by how much the phone is tilted, as it stands now', async () => {
    const { watch, see, rest } = room();
    watch.place();
    await rest();
    await see({ ...good, tilt: { roll: 25, pitch: 10 } }, { ...good, tilt: { roll: 18, pitch: 10 } });
    expect(watch.state).toMatchObject({ fault: 'tilted', tilt: { roll: 18 } });
    await see({ ...good, tilt: { roll: 3, pitch: 10 } });
    expect(watch.state).toMatchObject({ fault: null, tilt: { roll: 3 } });
  });

  it('[CAM-3] tells a move during the exam once, without a model, and another from there', async () => {
    const { watch, see, rest, told, looks, closedTimes, waits } = room();
    watch.place();
    await rest();
    await see(good, good);
    watch.settle();
    await rest();
    expect(closedTimes()).toBe(1);
    looks.length = 0;
    await see(good, elsewhere, elsewhere, elsewhere, elsewhere);
    expect(told).toEqual(['moved', null]);
    await see(good, good);
    expect(told).toEqual(['moved', null, 'moved']);
    expect(new Set(looks)).toEqual(new Set([false]));
    watch.stop();
    expect(waits()).toBe(false);
  });
});
