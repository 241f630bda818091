import type { Quality } from '../../shared/contract/socket.ts';
import type { Camera, IceServer } from '../../shared/contract/views.ts';
import type { StaffRole } from '../../shared/domain/staff.ts';
import { Fault } from '../../shared/support/fault.ts';
import { STAFF_SIGN_IN_MS } from './callers.ts';
import type { Log, Network, SharedMemory, Timers } from './ports.ts';

/** One window of a member of staff. */
interface WatchingWindow {
  viewerId: string;
  staffId: string;
  role: StaffRole;
}

interface View extends WatchingWindow {
  attemptId: string;
  camera: Camera;
}

/** A window whose line broke may take its views up again for this long: until then the pictures go on. */
const VIEWER_BACK_MS = 20_000;
/** Neither a view nor a camera outlasts the sign-in of whoever watches. */
const LIFE_MS = STAFF_SIGN_IN_MS;

/**
 * Who watches which camera. Signals pass unread, and only between the viewer who opened a view and the publisher of
 * that attempt's camera (SEC-1), each of whom may be connected to any process.
 */
export interface LiveViews {
  /**
   * A camera can be watched now, over this line of its device. A reconnected publisher knows no views: the wall opens them
   * again.
   */
  publisherCame(attemptId: string, camera: Camera, line: number): Promise<void>;
  /** This line is over. Nothing more happens when the device has another by now. */
  publisherWent(attemptId: string, camera: Camera, line: number): Promise<void>;
  /** Whatever lines its device has: this camera cannot be watched over any of them. */
  notWatchable(attemptId: string, camera: Camera): Promise<void>;
  /** Throws `not_found` when the camera is not connected, `not_allowed` when another person has this id. */
  open(window: WatchingWindow, view: OpenedView): Promise<void>;
  quality(viewerId: string, quality: Quality): Promise<void>;
  close(viewerId: string, viewId: string): Promise<void>;
  /** Ends the views of one attempt by whoever may not watch it any more. */
  endForeign(attemptId: string, mayWatch: (viewer: Pick<WatchingWindow, 'staffId' | 'role'>) => boolean): Promise<void>;
  /** The line to a window broke: its views end unless it opens them again within 20 s. */
  viewerWent(viewerId: string): void;
  signalFromViewer(viewerId: string, viewId: string, data: unknown): Promise<void>;
  signalFromPublisher(attemptId: string, camera: Camera, viewId: string, data: unknown): Promise<void>;
}

export interface OpenedView {
  viewId: string;
  attemptId: string;
  camera: Camera;
  /** The peer that the window still has. */
  peerId: string | null;
}

interface Parts {
  network: Network;
  timers: Timers;
  memory: SharedMemory;
  log: Log;
  iceServers(attemptId: string): IceServer[];
}

export function createLiveViews({ network, timers, memory, log, iceServers }: Parts): LiveViews {
  /** Views that windows connected to this process have opened. */
  const opened = new Map<string, Set<string>>();
  const linesOf = (attemptId: string, camera: Camera) => `lines of ${camera} ${attemptId}`;
  const viewsOf = (attemptId: string, camera: Camera) => `views of ${camera} ${attemptId}`;
  const keyOf = (viewId: string) => `view ${viewId}`;

  const toPublisher = ({ attemptId, camera }: View) =>
    ({
      front: {
        start: (viewId: string, peerId: string | null) =>
          network.toCandidate(attemptId, 'view.start', { viewId, iceServers: iceServers(attemptId), peerId }),
        quality: (quality: Quality) => network.toCandidate(attemptId, 'view.quality', quality),
        stop: (viewId: string) => network.toCandidate(attemptId, 'view.stop', { viewId }),
        signal: (viewId: string, data: unknown) => network.toCandidate(attemptId, 'signal', { viewId, data }),
      },
      rear: {
        start: (viewId: string, peerId: string | null) =>
          network.toPhone(attemptId, 'view.start', { viewId, iceServers: iceServers(attemptId), peerId }),
        quality: (quality: Quality) => network.toPhone(attemptId, 'view.quality', quality),
        stop: (viewId: string) => network.toPhone(attemptId, 'view.stop', { viewId }),
        signal: (viewId: string, data: unknown) => network.toPhone(attemptId, 'signal', { viewId, data }),
      },
    })[camera];

  const find = async (viewId: string): Promise<View | null> => JSON.parse((await memory.get(keyOf(viewId))) ?? 'null');
  /** The view, if it is this viewer's; a view that ended while a message was under way is no error. */
  const viewOf = async (viewerId: string, viewId: string): Promise<View | null> => {
    const view = await find(viewId);
    if (view && view.viewerId !== viewerId) throw new Fault('not_allowed');
    return view;
  };
  const remove = async (viewId: string, view: View) => {
    await memory.removeIf(keyOf(viewId), JSON.stringify(view));
    await memory.removeField(viewsOf(view.attemptId, view.camera), viewId);
  };
  const close = async (viewId: string, view: View) => {
    await remove(viewId, view);
    toPublisher(view).stop(viewId);
  };
  /** Its views, each with its id. */
  const openOf = async (attemptId: string, camera: Camera): Promise<[string, View][]> => {
    const found: [string, View][] = [];
    for (const viewId of (await memory.fields(viewsOf(attemptId, camera))).keys()) {
      const view = await find(viewId);
      if (view?.attemptId === attemptId && view.camera === camera) found.push([viewId, view]);
    }
    return found;
  };
  const forget = async (attemptId: string, camera: Camera) => {
    for (const [viewId, view] of await openOf(attemptId, camera)) await remove(viewId, view);
  };
  const isConnected = async (attemptId: string, camera: Camera) =>
    (await memory.fields(linesOf(attemptId, camera))).size > 0;
  const gone = async (attemptId: string, camera: Camera) => {
    await forget(attemptId, camera);
    network.toStaff('camera.changed', { attemptId, camera, connected: false });
  };

  return {
    async publisherCame(attemptId, camera, line) {
      await forget(attemptId, camera);
      const lines = linesOf(attemptId, camera);
      await memory.putField(lines, String(line), '', LIFE_MS);
      for (const each of (await memory.fields(lines)).keys())
        if (Number(each) < line) await memory.removeField(lines, each);
      network.toStaff('camera.changed', { attemptId, camera, connected: true });
    },
    async publisherWent(attemptId, camera, line) {
      if (!(await memory.removeField(linesOf(attemptId, camera), String(line)))) return;
      if (!(await isConnected(attemptId, camera))) await gone(attemptId, camera);
    },
    async notWatchable(attemptId, camera) {
      if (!(await isConnected(attemptId, camera))) return;
      await memory.removeGroup(linesOf(attemptId, camera));
      await gone(attemptId, camera);
    },
    async open({ viewerId, staffId, role }, { viewId, attemptId, camera, peerId }) {
      const known = await find(viewId);
      // A window that comes back has another socket, perhaps before the first is known to be dead: its person is the same.
      if (known && known.staffId !== staffId) throw new Fault('not_allowed');
      if (known && (known.attemptId !== attemptId || known.camera !== camera)) await close(viewId, known);
      if (!(await isConnected(attemptId, camera))) throw new Fault('not_found');
      const view: View = { viewerId, staffId, role, attemptId, camera };
      await memory.put(keyOf(viewId), JSON.stringify(view), LIFE_MS);
      await memory.putField(viewsOf(attemptId, camera), viewId, '', LIFE_MS);
      opened.set(viewerId, (opened.get(viewerId) ?? new Set()).add(viewId));
      toPublisher(view).start(viewId, peerId);
    },
    async quality(viewerId, quality) {
      const view = await viewOf(viewerId, quality.viewId);
      if (view) toPublisher(view).quality(quality);
    },
    async close(viewerId, viewId) {
      const view = await viewOf(viewerId, viewId);
      if (view) await close(viewId, view);
      opened.get(viewerId)?.delete(viewId);
    },
    async endForeign(attemptId, mayWatch) {
      for (const camera of ['front', 'rear'] as const) {
        for (const [viewId, view] of await openOf(attemptId, camera)) if (!mayWatch(view)) await close(viewId, view);
      }
    },
    viewerWent(viewerId) {
      const left = opened.get(viewerId);
      opened.delete(viewerId);
      if (!left) return;
      const end = async () => {
        for (const viewId of left) {
          const view = await find(viewId);
          if (view?.viewerId === viewerId) await close(viewId, view);
        }
      };
      timers.after(VIEWER_BACK_MS, () => {
        end().catch((cause) => log.warn({ err: cause }, 'views of a window that went could not be ended'));
      });
    },
    async signalFromViewer(viewerId, viewId, data) {
      const view = await viewOf(viewerId, viewId);
      if (view) toPublisher(view).signal(viewId, data);
    },
    async signalFromPublisher(attemptId, camera, viewId, data) {
      const view = await find(viewId);
      if (!view) return;
      if (view.attemptId !== attemptId || view.camera !== camera) throw new Fault('not_allowed');
      network.toViewer(view.viewerId, 'signal', { viewId, data });
    },
  };
}
