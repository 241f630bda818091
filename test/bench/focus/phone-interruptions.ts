import type { Page } from 'playwright-core';
import type { ProctorDesk } from './proctor-desk.ts';

/** What happens to a phone, and how it is over. */
interface Interruption {
  begin(phone: Page): Promise<unknown>;
  end(phone: Page): Promise<unknown>;
}

const visible = (phone: Page, hidden: boolean) =>
  phone.evaluate((on) => {
    // A headless browser has no background: only what the browser would say is put in its place.
    Object.defineProperty(document, 'hidden', { configurable: true, value: on });
    document.dispatchEvent(new Event('visibilitychange'));
  }, hidden);

const INTERRUPTIONS: Record<string, Interruption> = {
  'put in the background': {
    begin: (phone) => visible(phone, true),
    end: (phone) => visible(phone, false),
  },
  'camera dead, its track live': {
    begin: (phone) =>
      phone.evaluate(() => {
        const stream = document.querySelector('video')?.srcObject as MediaStream;
        for (const track of stream.getVideoTracks()) stream.removeTrack(track);
      }),
    // The page takes the camera anew by itself.
    end: async () => undefined,
  },
  'without a network': {
    begin: (phone) => phone.context().setOffline(true),
    end: (phone) => phone.context().setOffline(false),
  },
};

export interface Told {
  what: string;
  /** From what happened to the paint that says so, ms. */
  took: number[];
}

/** Each of them so many times, from a phone that is live; what the proctor's screen took to say so. */
export async function interruptOften(desk: ProctorDesk, phone: Page, times: number): Promise<Told[]> {
  const all: Told[] = [];
  for (const [what, { begin, end }] of Object.entries(INTERRUPTIONS)) {
    const took: number[] = [];
    for (let each = 0; each < times; each += 1) {
      await desk.phoneSaid('live');
      const from = Date.now();
      const [saidAt] = await Promise.all([desk.phoneSaid('lost'), begin(phone)]);
      took.push(saidAt - from);
      await end(phone);
    }
    await desk.phoneSaid('live');
    all.push({ what, took });
  }
  return all;
}
