import { type RouteBody, type RouteName, type RouteReply, rawPaths } from '../../../shared/contract/http.ts';
import type { HttpClient } from '../../../shared/contract/http-client.ts';
import type { Run } from '../../../shared/contract/training.ts';
import type { AttemptEvent } from '../../../shared/contract/views.ts';
import { Fault } from '../../../shared/support/fault.ts';
import type { Desk, DeskConnection } from '../desk.ts';
import { LatestStills } from '../live/latest-stills.ts';
import { LiveViews } from '../live/live-views.ts';
import { SeenViolations } from '../wall/seen-violations.ts';
import type { WallLayouts } from '../wall/wall-layout.ts';
import type { WallStore } from '../wall/wall-store.ts';
import { WatchList } from '../wall/watch-list.ts';
import { groundOfNote } from './ground-of-note.ts';
import { MemoryStorage } from './memory-storage.ts';
import type { SimulatedCameras } from './simulated-cameras.ts';
import { placeOfAttempt } from './simulated-places.ts';

/** What a proctor can do in the training room; the rest of the console is not offered there. */
type Offered = 'look' | 'flag' | 'snapshot' | 'attemptEvents' | 'lowerHand';
type Answers = {
  [Name in Offered]: (attemptId: string, body: RouteBody<Name>) => Promise<RouteReply<Name>>;
};

interface Parts {
  run: Run;
  connection: DeskConnection;
  wallLayouts: WallLayouts;
  wallStore: WallStore;
  cameras: SimulatedCameras;
}

/** The desk of the real wall, with simulated candidates behind it: what is noted goes to the exam centre, the rest stays here. */
export function simulatedDesk({ run, connection, wallLayouts, wallStore, cameras }: Parts): Desk {
  const { clock } = connection;
  const snapshots = new Map<string, string>();
  let ids = 0;
  const newId = (): string => `training-${++ids}`;

  function add(attemptId: string, kind: AttemptEvent['kind'], detail: AttemptEvent['detail']): AttemptEvent {
    const by = connection.session.get()?.name ?? '';
    const event = { id: newId(), attemptId, at: clock.now(), kind, detail: { by, ...detail } };
    wallStore.addEvent(event);
    return event;
  }
  function change(attemptId: string, changed: { lookedAt?: number; violations?: number }): void {
    const place = wallStore.wall.get()?.places.find((each) => each.attemptId === attemptId);
    if (place) wallStore.changePlace({ ...place, ...changed });
  }

  const answers: Answers = {
    async look(attemptId) {
      change(attemptId, { lookedAt: clock.now() });
      return {};
    },
    async flag(attemptId, { kind, note }) {
      const place = placeOfAttempt(attemptId);
      await connection.http('flagInRun', { place, ground: groundOfNote(note), note }, { runId: run.runId });
      const { places = [] } = wallStore.wall.get() ?? {};
      change(attemptId, { violations: (places[place]?.violations ?? 0) + 1 });
      add(attemptId, kind, { note });
      return {};
    },
    async snapshot(attemptId, pictures) {
      const detail: AttemptEvent['detail'] = {};
      for (const camera of ['front', 'rear'] as const) {
        const jpeg = pictures[camera];
        if (jpeg === null) continue;
        const id = newId();
        snapshots.set(rawPaths.picture + id, jpeg);
        detail[camera] = id;
      }
      add(attemptId, 'snapshot', detail);
      return {};
    },
    async attemptEvents(attemptId) {
      return { events: (wallStore.wall.get()?.events ?? []).filter((event) => event.attemptId === attemptId) };
    },
    lowerHand: async () => ({}),
  };
  const has = (name: RouteName): name is Offered => name in answers;
  const http = (async (name: RouteName, body: never, params: Record<string, string> = {}) => {
    if (!has(name)) throw new Fault('not_allowed');
    return answers[name](params.attemptId ?? '', body);
  }) as HttpClient;
  const request = (async (name: string, body: { attemptId: string | null; text: string }) => {
    if (name !== 'message.send' || body.attemptId === null) throw new Fault('not_allowed');
    const { id, at } = add(body.attemptId, 'message', { text: body.text, toAll: false });
    return { id, at, from: '', text: body.text, toAll: false };
  }) as DeskConnection['request'];

  return {
    connection: {
      ...{ session: connection.session, link: connection.link, clock, http, request },
      signIn: (...given) => connection.signIn(...given),
      enter: (session) => connection.enter(session),
      signOut: () => connection.signOut(),
    },
    ...{ has, wallStore, wallLayouts, latestStills: new LatestStills() },
    liveViews: new LiveViews({
      createViewer: (viewId, events) => cameras.createViewer(viewId, events),
      request: {
        open: async ({ viewId, attemptId, camera }) => cameras.open(viewId, attemptId, camera),
        quality: async ({ viewId, ...quality }) => cameras.setQuality(viewId, quality),
        signal: async () => undefined,
      },
      ...{ clock, random: Math.random, newId },
    }),
    seenViolations: new SeenViolations(new MemoryStorage()),
    watchList: new WatchList(new MemoryStorage()),
    fetchProtected: async (path) => {
      const jpeg = snapshots.get(path);
      if (jpeg === undefined) throw new Fault('not_found');
      return new Blob([Uint8Array.from(atob(jpeg), (letter) => letter.charCodeAt(0))], { type: 'image/jpeg' });
    },
    sendFile: () => Promise.reject(new Fault('not_allowed')),
    openEyes: () => {
      throw new Error('no photos are looked at in the training room');
    },
  };
}
