import { setTimeout as pass } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import type { PhoneSaid } from './desk-page.ts';

const LOOK_EVERY_MS = 50;
const PATIENCE_MS = 45_000;
const RAISED_WIDTH = 640;

/** Looks until it is so. The console's policy forbids what `waitForFunction` does in the page. */
async function until(what: string, so: () => Promise<boolean>): Promise<void> {
  const giveUpAt = performance.now() + PATIENCE_MS;
  while (!(await so())) {
    if (performance.now() > giveUpAt) throw new Error(`${what}: not so after ${PATIENCE_MS} ms`);
    await pass(LOOK_EVERY_MS);
  }
}

/** The real console of a proctor who watches one candidate. */
export interface ProctorDesk {
  /** Opens the candidate again and again, each time from a wall that is small again; ms to the first raised frame. */
  raiseOften(times: number): Promise<number[]>;
  /** Resolves with the wall clock at the first frame of the phone that is shown after this call. */
  nextRearFrame(): Promise<number>;
  /** No picture of the phone is left. */
  rearGone(): Promise<void>;
  /** Resolves with the wall clock at the first paint that says so. */
  phoneSaid(state: PhoneSaid): Promise<number>;
}

export function proctorDesk(desk: Page, admissionNo: string): ProctorDesk {
  const open = desk.getByTestId(`place-${admissionNo}`).getByRole('button');
  const [front, rear] = [`video-front-${admissionNo}`, `video-rear-${admissionNo}`];
  const width = () => desk.getByTestId(front).evaluate((video) => (video as HTMLVideoElement).videoWidth);
  return {
    async raiseOften(times) {
      const took: number[] = [];
      for (let each = 0; each < times; each += 1) {
        await until('a small picture on the wall', async () => {
          const now = await width();
          return now > 0 && now < RAISED_WIDTH;
        });
        took.push(await open.evaluate((tile) => window.raise(tile as HTMLElement)));
        await desk.keyboard.press('Escape');
        await desk.getByTestId(`candidate-${admissionNo}`).waitFor({ state: 'detached' });
      }
      return took;
    },
    nextRearFrame: () => desk.evaluate((testId) => window.nextFrame(testId), rear),
    rearGone: () =>
      until('a phone that is gone', async () => (await desk.getByTestId(rear).getAttribute('data-state')) === 'absent'),
    phoneSaid: (state) => desk.evaluate(([who, what]) => window.phoneSaid(who, what), [admissionNo, state] as const),
  };
}
