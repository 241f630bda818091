import type { candidateSocket, RequestBody } from '../../shared/contract/socket.ts';
import type { DeviceCheckRow, Stage } from '../../shared/contract/views.ts';
import type { ClockDrift } from '../../shared/domain/clock-drift.ts';
import type { Clock } from '../../shared/support/clock.ts';
import type { Storage } from '../sql/storage.ts';
import type { Events } from './events.ts';
import type { Wall } from './wall.ts';

export interface Reports {
  deviceChecked(attemptId: string, rows: readonly DeviceCheckRow[]): Promise<void>;
  stage(attemptId: string, stage: Stage): Promise<void>;
  gap(attemptId: string, gap: RequestBody<typeof candidateSocket, 'gap.report'>): Promise<void>;
  shellLeft(attemptId: string, reason: string): Promise<void>;
  clockDrift(attemptId: string, drift: ClockDrift): Promise<void>;
  slept(attemptId: string, sleep: RequestBody<typeof candidateSocket, 'computer.slept'>): Promise<void>;
}

/** What the exam window reports about itself. */
export function createReports({
  store,
  clock,
  events,
  wall,
}: {
  store: Storage;
  clock: Clock;
  events: Events;
  wall: Wall;
}): Reports {
  return {
    async deviceChecked(attemptId, rows) {
      await store.insertDeviceCheck({ attempt_id: attemptId, at: clock.now(), rows_json: JSON.stringify(rows) });
      const named = (result: DeviceCheckRow['result']) =>
        rows
          .filter((row) => row.result === result)
          .map((row) => row.check)
          .join(', ');
      const changed = rows.find(({ check }) => check === 'hotspot')?.value ?? null;
      await events.add(attemptId, 'device_checked', {
        failed: named('failed'),
        warning: named('warning'),
        ...(changed !== null && { hotspotMs: changed * 1_000 }),
      });
    },
    async stage(attemptId, stage) {
      await store.updateAttempt(attemptId, { stage });
      wall.touch(attemptId);
    },
    async gap(attemptId, { camera, from, durationMs, cause }) {
      await store.insertGap({ attempt_id: attemptId, camera, from_at: from, duration_ms: durationMs, cause });
      await events.add(attemptId, 'recording_gap', { camera, from, durationMs, cause });
    },
    shellLeft: (attemptId, reason) => events.add(attemptId, 'left_shell', { reason }),
    clockDrift: (attemptId, drift) => events.add(attemptId, 'clock_drift', { ...drift }),
    slept: (attemptId, { until, durationMs }) => events.add(attemptId, 'computer_slept', { until, durationMs }),
  };
}
