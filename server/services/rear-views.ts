import type { Storage } from '../sql/storage.ts';
import type { StaffCaller } from './callers.ts';
import type { Events } from './events.ts';

export interface RearViews {
  /** A proctor finds that the phone stands where it should. Throws `not_found`. */
  confirm(staff: StaffCaller, attemptId: string): Promise<void>;
}

export function createRearViews({ store, events }: { store: Storage; events: Events }): RearViews {
  return {
    async confirm(staff, attemptId) {
      await store.findAttempt(attemptId);
      await events.add(attemptId, 'rear_view_confirmed', { by: staff.name });
    },
  };
}
