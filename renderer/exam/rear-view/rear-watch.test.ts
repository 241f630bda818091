import { describe, expect, it } from 'vitest';
import type { HttpClient } from '../../../shared/contract/http-client.ts';
import type { RearFault, RearMeasures } from '../../../shared/domain/rear-view.ts';
import { Fault } from '../../../shared/support/fault.ts';
import { createRearWatch } from './rear-watch.ts';

const sight = Array.from({ length: 192 }, (_, index) => (index * 37) % 120);
const people = [{ score: 0.8, box: { x: 0.3, y: 0.25, width: 0.35, height: 0.7 } }];
const good: RearMeasures = {
  brightness: 120,
  contrast: 60,
  sharpness: 700,
  sight,
  face: null,
  people,
  things: [],
  tilt: null,
};
const elsewhere = { ...good, sight: sight.map((_, index) => sight[(index * 53) % 192] ?? 0) };
const frontal = { ...good, face: { width: 0.2, yaw: 0 } };

/** Each look takes the next picture; `null`: the phone has sent none since. */
function room() {
  const told: (RearFault | null)[] = [];
  const looks: { face: boolean; people: boolean }[] = [];
  const counted: number[] = [];
  let now = 0;
  let peopleEvery: number | null = null;
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
      measure: async (_, lookFor) => {
        looks.push(lookFor);
        const { tilt: _tilt, ...seen } = shown ?? good;
        return { ...seen, people: lookFor.people ? seen.people : null, tookMs: 40 };
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
    elapsed: () => now,
    peopleEveryMs: () => peopleEvery,
    onPeople: ({ people: seen }) => counted.push(seen?.length ?? -1),
    onFault: (fault) => told.push(fault),
    log: (_, text) => expect.fail(text),
  });
  const rest = () => new Promise<void>((resolve) => setImmediate(resolve));
  /** A minute between two: at each of them the place is judged. */
  const see = async (...pictures: (RearMeasures | null)[]) => {
    for (const picture of pictures) {
      now += 60_000;
      if (picture) {
        shown = picture;
        takenAt += 5_000;
      }
      next?.();
      await rest();
    }
  };
  /** Steps of five seconds, with a new picture at each. */
  const step = async (steps: number) => {
    for (let left = steps; left > 0; left -= 1) {
      now += 5_000;
      takenAt += 5_000;
      next?.();
      await rest();
    }
  };
  return {
    ...{ watch, see, step, rest, told, looks, counted },
    lookForPeople: (everyMs: number | null) => {
      peopleEvery = everyMs;
    },
    closedTimes: () => closed,
    waits: () => next !== null,
  };
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
    expect(watch.state).toMatchObject({ fault: null, somebody: true });
    expect(looks).toEqual(Array(3).fill({ face: true, people: true }));
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

  it('[CAM-3] tells a move during the exam once, without a model where none is wanted, and another from there', async () => {
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
    expect(looks).toEqual(Array(7).fill({ face: false, people: false }));
    watch.stop();
    expect(waits()).toBe(false);
  });

  it('[CAM-3] tells the proctor what the candidate went on in spite of', async () => {
    const { watch, see, rest, told } = room();
    watch.place();
    await rest();
    await see({ ...good, people: [] }, { ...good, people: [] });
    expect(watch.state.fault).toBe('nobody');
    expect(told).toEqual([]);
    watch.settle();
    await rest();
    expect(told).toEqual(['nobody']);
  });

  it('[VIO-3] counts persons as often as the budget allows, and judges the place once a minute all the same', async () => {
    const { watch, see, step, rest, looks, counted, lookForPeople } = room();
    watch.place();
    await rest();
    await see(good, good);
    lookForPeople(10_000);
    watch.settle();
    await rest();
    looks.length = 0;
    await step(12);
    expect(looks).toEqual(Array(6).fill({ face: false, people: true }));
    expect(counted).toEqual(Array(6).fill(1));
    lookForPeople(null);
    looks.length = 0;
    await step(24);
    expect(looks).toEqual(Array(2).fill({ face: false, people: false }));
    expect(counted).toHaveLength(6);
  });
});
