import { describe, expect, it, vi } from 'vitest';
import type { Gap } from '../connection/phone-connection.ts';
import { createGapReports } from './gap-reports.ts';

const lost = (startedAt: number) => ({ startedAt, durationMs: 10_000, cause: 'memory_full' });

describe('what a phone gave up', () => {
  it('[CAM-1] waits through an outage and arrives once, in order, by the clock of the centre', async () => {
    const sent: Gap[] = [];
    let online = false;
    const reports = createGapReports({
      serverTimeAt: (elapsed) => elapsed + 1_000_000,
      send: async (gap) => {
        if (!online) throw new Error('offline');
        sent.push(gap);
      },
    });
    reports.report(lost(500));
    reports.report(lost(10_500));
    await vi.waitFor(() => expect(sent).toEqual([]));
    online = true;
    reports.kick();
    await vi.waitFor(() => expect(sent.map(({ from }) => from)).toEqual([1_000_500, 1_010_500]));
    reports.kick();
    reports.report(lost(20_500));
    await vi.waitFor(() => expect(sent.map(({ from }) => from)).toEqual([1_000_500, 1_010_500, 1_020_500]));
  });

  it('[CAM-1] waits for the clock of the centre', async () => {
    const sent: Gap[] = [];
    let offset: number | null = null;
    const reports = createGapReports({
      serverTimeAt: (elapsed) => (offset === null ? null : elapsed + offset),
      send: async (gap) => void sent.push(gap),
    });
    reports.report(lost(500));
    offset = 7;
    reports.kick();
    await vi.waitFor(() => expect(sent).toEqual([{ from: 507, durationMs: 10_000, cause: 'memory_full' }]));
  });
});
