import type { Camera, WallPlace } from '../../../shared/contract/views.ts';
import type { Clock } from '../../../shared/support/clock.ts';
import type { ViewQuality } from '../../streaming/view-profile.ts';
import { Watched } from '../watched.ts';
import { LiveCamera, type LiveCameraParts } from './live-camera.ts';
import { type CameraKey, cameraKey } from './live-view.ts';

interface LiveViewsParts {
  createViewer: LiveCameraParts['createViewer'];
  request: {
    open(body: { viewId: string; attemptId: string; camera: Camera; peerId: string | null }): Promise<unknown>;
    quality(body: ViewQuality & { viewId: string }): Promise<unknown>;
    signal(body: { viewId: string; data: unknown }): Promise<unknown>;
  };
  clock: Clock;
  random: () => number;
  newId: () => string;
}

/**
 * Peers of this page at once. Chromium allows about 500 a process and counts closed ones until they are collected; two pages of
 * fifty candidates, one that is left and one that is turned to, are 200.
 */
export const MOST_PEERS = 240;

/** One live view a camera a place, opened when the camera connects, closed when it goes. */
export class LiveViews {
  /** Cameras whose picture stands still -> since when, server ms. */
  readonly frozen = new Watched<ReadonlyMap<CameraKey, number>>(new Map());
  readonly #parts: LiveViewsParts;
  readonly #cameras = new Map<CameraKey, LiveCamera>();
  readonly #byViewId = new Map<string, LiveCamera>();

  constructor(parts: LiveViewsParts) {
    this.#parts = parts;
  }

  /** The view of a camera, also before it was ever connected. */
  camera(attemptId: string, camera: Camera): LiveCamera {
    const key = cameraKey(attemptId, camera);
    const known = this.#cameras.get(key);
    if (known) return known;
    const { request, createViewer, clock, random } = this.#parts;
    const viewId = this.#parts.newId();
    const made = new LiveCamera({
      viewId,
      attemptId,
      camera,
      createViewer,
      admit: (asking) => this.#admit(asking),
      clock,
      random,
      open: (peerId) => request.open({ viewId, attemptId, camera, peerId }),
      setQuality: (quality) => request.quality({ viewId, ...quality }),
      send: (data) => request.signal({ viewId, data }),
    });
    made.view.subscribe(() => this.#noteFrozen(key, made));
    this.#cameras.set(key, made);
    this.#byViewId.set(viewId, made);
    return made;
  }

  /** After joining the wall: a new connection has no views, so each camera that may be there is opened anew. */
  openAll(places: readonly WallPlace[]): void {
    const theirs = new Set(
      places.flatMap(({ attemptId }) =>
        attemptId === null ? [] : [cameraKey(attemptId, 'front'), cameraKey(attemptId, 'rear')],
      ),
    );
    // Of whoever another proctor watches now nothing is left on this screen.
    for (const [key, camera] of this.#cameras) if (!theirs.has(key)) camera.went();
    for (const { attemptId, online, phone } of places) {
      if (attemptId === null) continue;
      this.changed(attemptId, 'front', online);
      // A phone can be lost and yet connected: in the background, or with a dead camera.
      this.changed(attemptId, 'rear', phone !== 'none');
    }
  }

  changed(attemptId: string, camera: Camera, connected: boolean): void {
    const view = this.camera(attemptId, camera);
    if (connected) view.open();
    else view.went();
  }

  signal(viewId: string, data: unknown): void {
    this.#byViewId.get(viewId)?.signal(data);
  }

  /** Both cameras of a candidate large; the sound is the front camera's. */
  raise(attemptId: string, raised: { sound: boolean } | null): void {
    this.camera(attemptId, 'front').raise(raised);
    this.camera(attemptId, 'rear').raise(raised && { sound: false });
  }

  /** At sign-out: nothing of the room stays on this screen. */
  closeAll(): void {
    for (const camera of this.#cameras.values()) camera.close();
  }

  /** A camera that somebody looks at takes the place of one that nobody does; that one is left to its stills. */
  #admit(asking: LiveCamera): boolean {
    const others = [...this.#cameras.values()].filter((camera) => camera !== asking && camera.hasPeer);
    if (others.length < MOST_PEERS) return true;
    const unseen = asking.wanted && others.find((camera) => !camera.wanted);
    if (!unseen) return false;
    unseen.yieldPeer();
    return true;
  }

  #noteFrozen(key: CameraKey, camera: LiveCamera): void {
    const view = camera.view.get();
    const before = this.frozen.get();
    if (view.phase === 'frozen') this.frozen.set(new Map(before).set(key, view.since));
    else if (before.has(key)) this.frozen.set(new Map([...before].filter(([other]) => other !== key)));
  }
}
