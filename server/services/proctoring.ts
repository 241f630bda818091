import { createHash } from 'node:crypto';
import type { RouteBody } from '../../shared/contract/http.ts';
import type { AttemptEvent } from '../../shared/contract/views.ts';
import type { Clock } from '../../shared/support/clock.ts';
import { Fault } from '../../shared/support/fault.ts';
import type { Storage } from '../sql/storage.ts';
import type { StaffCaller } from './callers.ts';
import type { Events } from './events.ts';
import type { Pictures } from './pictures.ts';
import type { Wall } from './wall.ts';

/** Looks within this time of each other are one. */
const LOOK_MS = 60_000;

export interface Proctoring {
  /** The proctor looked closely at a candidate: the proof that each was looked at. */
  look(staff: StaffCaller, attemptId: string): Promise<void>;
  /** A violation that the proctor has seen. */
  flag(staff: StaffCaller, attemptId: string, seen: RouteBody<'flag'>): Promise<void>;
  /** Keeps what the proctor sees, with its hashes. Throws `not_found`, and `bad_request` without a picture. */
  snapshot(staff: StaffCaller, attemptId: string, pictures: RouteBody<'snapshot'>): Promise<void>;
}

interface Parts {
  store: Storage;
  clock: Clock;
  events: Events;
  wall: Wall;
  pictures: Pictures;
}

export function createProctoring({ store, clock, events, wall, pictures }: Parts): Proctoring {
  return {
    async look(staff, attemptId) {
      await store.transactionAbout({ attemptId }, async (all) => {
        await all.findAttempt(attemptId);
        const last = (await all.latestLooks([attemptId])).get(attemptId);
        if (last === undefined || clock.now() - last >= LOOK_MS)
          await events.record(all, attemptId, 'looked_at', { by: staff.name });
      });
      // Not announced: fifty looks in ten minutes would push what happened out of the room's list of events.
      wall.touch(attemptId);
    },
    async flag(staff, attemptId, { kind, note }) {
      const told = await store.transactionAbout({ attemptId }, async (all) => {
        await all.countViolations(attemptId, 1);
        return [await events.record(all, attemptId, kind, { by: staff.name, note })];
      });
      events.announce(told);
    },
    async snapshot(staff, attemptId, { front, rear }) {
      await store.findAttempt(attemptId);
      if (front === null && rear === null) throw new Fault('bad_request', { field: 'front' });
      const detail: AttemptEvent['detail'] = { by: staff.name };
      for (const [camera, picture] of Object.entries({ front, rear })) {
        if (picture === null) continue;
        detail[camera] = await pictures.keep(attemptId, picture);
        detail[`${camera}Sha256`] = createHash('sha256').update(picture, 'base64').digest('hex');
      }
      await events.add(attemptId, 'snapshot', detail);
    },
  };
}
