import type { candidateSocket, RequestBody } from '../../shared/contract/socket.ts';
import type { DeviceCheckRow, Stage } from '../../shared/contract/views.ts';
import type { ClockDrift } from '../../shared/domain/clock-drift.ts';
import { isPhoneTrouble } from '../../shared/domain/phone-watch.ts';
import type { WatchedKind } from '../../shared/domain/violations/watched-kinds.ts';
import type { Clock } from '../../shared/support/clock.ts';
import type { Storage } from '../sql/storage.ts';
import type { CameraLedgers } from './camera-ledgers.ts';
import type { Events } from './events.ts';
import type { Wall } from './wall.ts';

export interface Reports {
  deviceChecked(attemptId: string, rows: readonly DeviceCheckRow[]): Promise<void>;
  stage(attemptId: string, stage: Stage): Promise<void>;
  /** Either device says what it could not record, and why (CAM-1). */
  gap(attemptId: string, gap: RequestBody<typeof candidateSocket, 'gap.report'>): Promise<void>;
  shellLeft(attemptId: string, reason: string): Promise<void>;
  clockDrift(attemptId: string, drift: ClockDrift): Promise<void>;
  /** What the exam window does not look for now. */
  watchChanged(attemptId: string, undone: readonly WatchedKind[]): Promise<void>;
  slept(attemptId: string, sleep: RequestBody<typeof candidateSocket, 'computer.slept'>): Promise<void>;
}

/** What the exam window reports about itself, and either device about its camera. */
export function createReports({
  store,
  clock,
  events,
  wall,
  ledgers,
}: {
  store: Storage;
  clock: Clock;
  events: Events;
  wall: Wall;
  ledgers: CameraLedgers;
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
      const told = await store.transactionAbout({ attemptId }, async (all) => {
        await ledgers.append(all, attemptId, camera, { kind: 'gap', from, durationMs, cause });
        // That the phone was away, and why, its heartbeats have told already.
        if (camera === 'rear' && isPhoneTrouble(cause)) return null;
        return events.record(all, attemptId, 'recording_gap', { camera, from, durationMs, cause });
      });
      if (told) events.announce([told]);
    },
    shellLeft: (attemptId, reason) => events.add(attemptId, 'left_shell', { reason }),
    clockDrift: (attemptId, drift) => events.add(attemptId, 'clock_drift', { ...drift }),
    watchChanged: (attemptId, undone) => events.add(attemptId, 'watch_changed', { undone: undone.join(', ') }),
    slept: (attemptId, { until, durationMs }) => events.add(attemptId, 'computer_slept', { until, durationMs }),
  };
}
