import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createLiveViews } from './live-views.ts';
import type { Network } from './ports.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const view = { viewId: 'view-1', attemptId: 'attempt', camera: 'front', peerId: 'peer-1' } as const;

function room() {
  const told: string[] = [];
  const tell = (_: string, name: string, payload: unknown) => told.push(`${name} ${JSON.stringify(payload)}`);
  const live = createLiveViews({
    network: { toCandidate: tell, toPhone: tell, toViewer: tell, toStaff: () => undefined } as unknown as Network,
    timers: {
      after: (ms, run) => clearTimeout.bind(null, setTimeout(run, ms)),
      every: () => () => undefined,
    },
    iceServers: () => [],
  });
  live.publisherCame('attempt', 'front');
  live.open({ viewerId: 'socket-1', staffId: 'zhao', role: 'proctor' }, { ...view, peerId: null });
  return { live, told };
}

const STOP = 'view.stop {"viewId":"view-1"}';

it('a window whose line broke takes its views up again, and they never stopped', () => {
  const { live, told } = room();
  live.viewerWent('socket-1');
  vi.advanceTimersByTime(19_000);
  live.open({ viewerId: 'socket-2', staffId: 'zhao', role: 'proctor' }, view);
  vi.advanceTimersByTime(60_000);
  expect(told).not.toContain(STOP);
  expect(told.at(-1)).toBe('view.start {"viewId":"view-1","iceServers":[],"peerId":"peer-1"}');
});

it('the views of a window that does not come back end after a while', () => {
  const { live, told } = room();
  live.viewerWent('socket-1');
  vi.advanceTimersByTime(20_000);
  expect(told.at(-1)).toBe(STOP);
});

it('[SEC-1] nobody else takes them up, before or after', () => {
  const { live } = room();
  const refused = expect.objectContaining({ reason: 'not_allowed' });
  const open = (viewerId: string, staffId: string) => () => live.open({ viewerId, staffId, role: 'proctor' }, view);
  expect(open('socket-2', 'qian')).toThrow(refused);
  live.viewerWent('socket-1');
  expect(open('socket-2', 'qian')).toThrow(refused);
});
