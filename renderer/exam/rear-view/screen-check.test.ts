import { describe, expect, it } from 'vitest';
import type { HttpClient } from '../../../shared/contract/http-client.ts';
import { FINE_HEIGHT, FINE_WIDTH } from '../../../shared/domain/lit-screen.ts';
import { createScreenCheck } from './screen-check.ts';

/** A phone that takes a picture in five seconds, of a room in which the screen is, or is not. */
function room({ inView, silentAfter = Number.POSITIVE_INFINITY }: { inView: boolean; silentAfter?: number }) {
  let time = 0;
  let next: (() => void) | null = null;
  let takenAt = 0;
  let tone = 'none';
  let taken = 'none';
  const check = createScreenCheck({
    http: (async () => ({ takenAt, jpeg: taken, tilt: null })) as unknown as HttpClient,
    now: () => time,
    luma: async (jpeg) =>
      Array.from({ length: FINE_WIDTH * FINE_HEIGHT }, (_, cell) => {
        const screen = cell % FINE_WIDTH < 8 && cell < 8 * FINE_WIDTH;
        return inView && screen ? (jpeg === 'white' ? 220 : 20) : 100;
      }),
    schedule: (task) => {
      next = task;
      return () => {
        next = null;
      };
    },
    log: (_, text) => expect.fail(text),
  });
  const tones: string[] = [];
  check.subscribe(() => {
    tone = check.state.shows?.tone ?? 'none';
    tones.push(tone);
  });
  return {
    check,
    tones,
    async pass(seconds: number) {
      for (const until = time + seconds * 1_000; time < until; ) {
        time += 500;
        if (time % 5_000 === 0 && time <= silentAfter) [takenAt, taken] = [time, tone];
        const task = next;
        next = null;
        task?.();
        await new Promise<void>((resolve) => setImmediate(resolve));
      }
    },
  };
}

describe('[CAM-3] the look for the lit screen', () => {
  it('shows black, white, black, white, each until a picture of it has come, and says that the phone sees it', async () => {
    const { check, tones, pass } = room({ inView: true });
    check.begin();
    await pass(22);
    expect(tones).toEqual(['black', 'white', 'black', 'white', 'none']);
    expect(check.state).toEqual({ shows: null, result: 'seen' });
  });

  it('says that it does not, and may be tried again', async () => {
    const { check, pass } = room({ inView: false });
    check.begin();
    await pass(22);
    expect(check.state.result).toBe('not_seen');
    check.begin();
    expect(check.state).toEqual({ shows: { tone: 'black', left: 4 }, result: null });
  });

  it('[LOCK-3] leaves nobody before a black screen: it gives up without pictures, and ends when it is stopped', async () => {
    const { check, pass } = room({ inView: true, silentAfter: 6_000 });
    check.begin();
    await pass(30);
    expect(check.state).toEqual({ shows: null, result: 'no_picture' });
    check.begin();
    check.stop();
    await pass(5);
    expect(check.state).toEqual({ shows: null, result: null });
  });
});
