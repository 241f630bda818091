import type { Quality } from '../../shared/contract/socket.ts';
import type { Camera, IceServer } from '../../shared/contract/views.ts';
import type { StaffRole } from '../../shared/domain/staff.ts';
import { Fault } from '../../shared/support/fault.ts';
import type { Network, Timers } from './ports.ts';

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

/**
 * Who watches which camera. Signals pass unread, and only between the viewer who opened a view and the publisher of
 * that attempt's camera (SEC-1).
 */
export interface LiveViews {
  /** A camera can be watched now. A reconnected publisher knows no views: the wall opens them again. */
  publisherCame(attemptId: string, camera: Camera): void;
  publisherWent(attemptId: string, camera: Camera): void;
  /** Throws `not_found` when the camera is not connected, `not_allowed` when another person has this id. */
  open(window: WatchingWindow, view: OpenedView): void;
  quality(viewerId: string, quality: Quality): void;
  close(viewerId: string, viewId: string): void;
  /** Ends the views of one attempt by whoever may not watch it any more. */
  endForeign(attemptId: string, mayWatch: (viewer: Pick<WatchingWindow, 'staffId' | 'role'>) => boolean): void;
  /** The line to a window broke: its views end unless it opens them again within 20 s. */
  viewerWent(viewerId: string): void;
  signalFromViewer(viewerId: string, viewId: string, data: unknown): void;
  signalFromPublisher(attemptId: string, camera: Camera, viewId: string, data: unknown): void;
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
  iceServers(attemptId: string): IceServer[];
}

export function createLiveViews({ network, timers, iceServers }: Parts): LiveViews {
  const views = new Map<string, View>();
  const publishers = new Set<string>();
  const key = (attemptId: string, camera: Camera) => `${camera} ${attemptId}`;

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

  /** The view, if it is this viewer's; a view that ended while a message was under way is no error. */
  const viewOf = (viewerId: string, viewId: string): View | undefined => {
    const view = views.get(viewId);
    if (view && view.viewerId !== viewerId) throw new Fault('not_allowed');
    return view;
  };
  const close = (viewId: string, view: View) => {
    views.delete(viewId);
    toPublisher(view).stop(viewId);
  };
  const forget = (attemptId: string, camera: Camera) => {
    for (const [viewId, view] of views) {
      if (view.attemptId === attemptId && view.camera === camera) views.delete(viewId);
    }
  };

  return {
    publisherCame(attemptId, camera) {
      forget(attemptId, camera);
      publishers.add(key(attemptId, camera));
      network.toStaff('camera.changed', { attemptId, camera, connected: true });
    },
    publisherWent(attemptId, camera) {
      forget(attemptId, camera);
      if (!publishers.delete(key(attemptId, camera))) return;
      network.toStaff('camera.changed', { attemptId, camera, connected: false });
    },
    open({ viewerId, staffId, role }, { viewId, attemptId, camera, peerId }) {
      const known = views.get(viewId);
      // A window that comes back has another socket, perhaps before the first is known to be dead: its person is the same.
      if (known && known.staffId !== staffId) throw new Fault('not_allowed');
      if (known && (known.attemptId !== attemptId || known.camera !== camera)) close(viewId, known);
      if (!publishers.has(key(attemptId, camera))) throw new Fault('not_found');
      const view = { viewerId, staffId, role, attemptId, camera };
      views.set(viewId, view);
      toPublisher(view).start(viewId, peerId);
    },
    quality(viewerId, quality) {
      const view = viewOf(viewerId, quality.viewId);
      if (view) toPublisher(view).quality(quality);
    },
    close(viewerId, viewId) {
      const view = viewOf(viewerId, viewId);
      if (view) close(viewId, view);
    },
    endForeign(attemptId, mayWatch) {
      for (const [viewId, view] of views) if (view.attemptId === attemptId && !mayWatch(view)) close(viewId, view);
    },
    viewerWent(viewerId) {
      timers.after(VIEWER_BACK_MS, () => {
        for (const [viewId, view] of views) if (view.viewerId === viewerId) close(viewId, view);
      });
    },
    signalFromViewer(viewerId, viewId, data) {
      const view = viewOf(viewerId, viewId);
      if (view) toPublisher(view).signal(viewId, data);
    },
    signalFromPublisher(attemptId, camera, viewId, data) {
      const view = views.get(viewId);
      if (!view) return;
      if (view.attemptId !== attemptId || view.camera !== camera) throw new Fault('not_allowed');
      network.toViewer(view.viewerId, 'signal', { viewId, data });
    },
  };
}
