import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createOwnMemory } from '../processes/own-memory.ts';
import { createLiveViews } from './live-views.ts';
import type { Network } from './ports.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const view = { viewId: 'view-1', attemptId: 'attempt', camera: 'front', peerId: 'peer-1' } as const;
const zhao = { viewerId: 'socket-1', staffId: 'zhao', role: 'proctor' } as const;

/** Two processes that share a memory, and what either tells anybody. */
async function room() {
  const told: string[] = [];
  const tell = (_: string, name: string, payload: unknown) => told.push(`${name} ${JSON.stringify(payload)}`);
  const toStaff = (name: string, { connected }: { connected: boolean }) => told.push(`${name} ${connected}`);
  const parts = {
    network: { toCandidate: tell, toPhone: tell, toViewer: tell, toStaff } as unknown as Network,
    memory: createOwnMemory({ now: Date.now }),
    timers: {
      after: (ms: number, run: () => void) => clearTimeout.bind(null, setTimeout(run, ms)),
      every: () => () => undefined,
    },
    log: {} as never,
    iceServers: () => [],
  };
  const [live, elsewhere] = [createLiveViews(parts), createLiveViews(parts)];
  await elsewhere.publisherCame('attempt', 'front', 1);
  await live.open(zhao, { ...view, peerId: null });
  return { live, elsewhere, told };
}

const STOP = 'view.stop {"viewId":"view-1"}';

it('a window whose line broke takes its views up again, at another process too, and they never stopped', async () => {
  const { live, elsewhere, told } = await room();
  live.viewerWent('socket-1');
  await vi.advanceTimersByTimeAsync(19_000);
  await elsewhere.open({ ...zhao, viewerId: 'socket-2' }, view);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(told).not.toContain(STOP);
  expect(told.at(-1)).toBe('view.start {"viewId":"view-1","iceServers":[],"peerId":"peer-1"}');
});

it('the views of a window that does not come back end after a while', async () => {
  const { live, told } = await room();
  live.viewerWent('socket-1');
  await vi.advanceTimersByTimeAsync(20_000);
  expect(told.at(-1)).toBe(STOP);
});

it('[SEC-1] nobody else takes them up, before or after, at any process', async () => {
  const { live, elsewhere } = await room();
  const qian = { viewerId: 'socket-2', staffId: 'qian', role: 'proctor' } as const;
  for (const each of [live, elsewhere])
    await expect(each.open(qian, view)).rejects.toMatchObject({ reason: 'not_allowed' });
  live.viewerWent('socket-1');
  await expect(elsewhere.open(qian, view)).rejects.toMatchObject({ reason: 'not_allowed' });
  const signal = elsewhere.signalFromViewer('socket-2', 'view-1', 'offer');
  await expect(signal).rejects.toMatchObject({ reason: 'not_allowed' });
});

it('a line that is over late ends nothing of the one that took its place', async () => {
  const { live, elsewhere, told } = await room();
  await live.publisherCame('attempt', 'front', 2);
  await live.open(zhao, { ...view, peerId: null });
  told.length = 0;
  await elsewhere.publisherWent('attempt', 'front', 1);
  await elsewhere.signalFromPublisher('attempt', 'front', 'view-1', 'offer');
  expect(told).toEqual(['signal {"viewId":"view-1","data":"offer"}']);
  await live.publisherWent('attempt', 'front', 2);
  expect(told.at(-1)).toBe('camera.changed false');
  await expect(live.open(zhao, view)).rejects.toMatchObject({ reason: 'not_found' });
});
