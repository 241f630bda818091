import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { CameraNews, CameraOrder } from './camera-orders.ts';

type Sent = Extract<CameraNews, { news: 'sent' }>;

/** The process full of cameras, seen from the bench. */
export interface Cameras {
  /** Resolves once the order is carried out. */
  order(order: CameraOrder): Promise<void>;
  stop(): Promise<Sent>;
  /** Called with what a camera offers while `offer` runs. */
  onSignal: (index: number, data: unknown) => void;
  /** An answer or a candidate for a camera. */
  signal(index: number, data: unknown): void;
  end(): void;
}

export function startCameras(): Cameras {
  const child: ChildProcess = fork(fileURLToPath(new URL('./camera-process.ts', import.meta.url)));
  const ended = once(child, 'exit').then(() => Promise.reject(new Error('the cameras ended')));
  // Their end is an error only to whoever waits for them.
  ended.catch(() => undefined);
  let answered: ((news: CameraNews) => void) | null = null;
  const cameras: Cameras = {
    order: async (order) => void (await ask(order)),
    stop: async () => (await ask({ order: 'stop' })) as Sent,
    onSignal: () => undefined,
    signal: (index, data) => void child.send({ order: 'signal', index, data } satisfies CameraOrder),
    end: () => child.disconnect(),
  };
  const ask = async (order: CameraOrder): Promise<CameraNews> => {
    const answer = new Promise<CameraNews>((resolve) => {
      answered = resolve;
    });
    child.send(order);
    return Promise.race([answer, ended]);
  };
  child.on('message', (news: CameraNews) => {
    if (news.news === 'signal') cameras.onSignal(news.index, news.data);
    else answered?.(news);
  });
  return cameras;
}
