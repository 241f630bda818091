import type { AttemptEvent, EventKind } from '../../shared/contract/views.ts';
import type { Clock } from '../../shared/support/clock.ts';
import type { Queries, Storage } from '../sql/storage.ts';
import { newId } from './ids.ts';
import type { Network, RandomSource } from './ports.ts';
import type { Wall } from './wall.ts';

export interface Events {
  /** Stores an event, in the caller's transaction if it has one. Tell it with `announce` after the commit. */
  record(
    into: Queries,
    attemptId: string,
    kind: EventKind,
    detail?: AttemptEvent['detail'],
    at?: number,
  ): Promise<AttemptEvent>;
  /** As `record`, many at once, in their order. */
  recordAll(into: Queries, happened: readonly Happened[]): Promise<AttemptEvent[]>;
  /** Tells the wall what was stored. */
  announce(events: readonly AttemptEvent[]): void;
  /** Stores and tells at once. */
  add(attemptId: string, kind: EventKind, detail?: AttemptEvent['detail']): Promise<void>;
}

export type Happened = Pick<AttemptEvent, 'attemptId' | 'kind' | 'detail' | 'at'>;

interface Parts {
  store: Storage;
  clock: Clock;
  random: RandomSource;
  network: Network;
  wall: Wall;
}

/** The proctor's event list: everything that happens to an attempt, once, in the order the server learnt it. */
export function createEvents({ store, clock, random, network, wall }: Parts): Events {
  const recordAll: Events['recordAll'] = async (into, happened) => {
    const told = happened.map((each) => ({ id: newId(random), ...each }));
    await into.insertEvents(told);
    return told;
  };
  const record: Events['record'] = async (into, attemptId, kind, detail = {}, at = clock.now()) => {
    const [event] = await recordAll(into, [{ attemptId, kind, detail, at }]);
    return event as AttemptEvent;
  };
  const announce: Events['announce'] = (events) => {
    for (const event of events) {
      network.toStaff('event.added', event);
      wall.touch(event.attemptId);
    }
  };
  return {
    record,
    recordAll,
    announce,
    async add(attemptId, kind, detail) {
      announce([await record(store, attemptId, kind, detail)]);
    },
  };
}
