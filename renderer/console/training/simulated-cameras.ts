import type { Camera, ViewGrade } from '../../../shared/contract/views.ts';
import type { Scene } from '../../../shared/domain/training/scene.ts';
import type { ViewQuality } from '../../streaming/view-profile.ts';
import type { Viewer } from '../../streaming/viewer.ts';
import type { ViewerEvents } from '../live/live-camera.ts';
import { openRoomSound, type RoomSound } from './room-sound.ts';
import { drawFront } from './scene/front-view.ts';
import { heardIn } from './scene/heard.ts';
import { type Look, lookOf } from './scene/look.ts';
import { drawRear } from './scene/rear-view.ts';
import { placeOfAttempt } from './simulated-places.ts';

export interface SceneNow {
  scene: Scene;
  /** On the exam centre's clock, ms. */
  since: number;
}

/** As a real view is sent: small on the wall, larger where it is looked at, seldom where nobody sees it. */
const GRADES: Readonly<Record<ViewGrade, { width: number; everyMs: number }>> = {
  away: { width: 320, everyMs: 1_000 },
  wall: { width: 320, everyMs: 200 },
  raised: { width: 640, everyMs: 100 },
};
const TICK_MS = 50;
/** What the scenes are drawn in, whatever the picture's size. */
const SCENE_WIDTH = 320;
const SCENE_HEIGHT = 240;

interface Open {
  events: ViewerEvents;
  canvas: HTMLCanvasElement;
  stream: MediaStream | null;
  camera: Camera;
  place: number;
  look: Look;
  grade: ViewGrade;
  /** While somebody listens. */
  sound: RoomSound | null;
  drawnAt: number;
  frames: number;
}

interface Parts {
  /** What a candidate looks like is drawn from it: another run, other people. */
  seed: string;
  now: () => number;
  sceneAt: (place: number) => SceneNow | null;
}

/** Takes the place of candidates' cameras: scenes drawn on canvases, each a real stream for the wall's own tiles, and heard by who listens. */
export class SimulatedCameras {
  readonly #parts: Parts;
  readonly #open = new Map<string, Open>();
  readonly #timer: ReturnType<typeof setInterval>;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#timer = setInterval(() => this.#drawAll(), TICK_MS);
  }

  createViewer(viewId: string, events: ViewerEvents): Viewer {
    const canvas = document.createElement('canvas');
    const made: Open = {
      ...{ events, canvas, stream: null, camera: 'front', place: 0, look: lookOf(''), grade: 'wall' },
      ...{ sound: null, drawnAt: 0, frames: 0 },
    };
    this.#open.set(viewId, made);
    events.onState('connecting');
    return {
      signal: () => undefined,
      peerId: () => (made.stream ? viewId : null),
      stats: async () => ({ framesDecoded: made.frames, width: canvas.width, height: canvas.height, kbps: 0 }),
      close: () => {
        this.#listen(made, false);
        for (const track of made.stream?.getTracks() ?? []) track.stop();
        this.#open.delete(viewId);
      },
    };
  }

  /** As the exam centre has a camera send its picture. */
  open(viewId: string, attemptId: string, camera: Camera): void {
    const view = this.#open.get(viewId);
    if (!view) return;
    const place = placeOfAttempt(attemptId);
    Object.assign(view, { place, camera, look: lookOf(`${this.#parts.seed} ${place}`) });
    this.#draw(view);
    view.stream = view.canvas.captureStream();
    view.events.onStream(view.stream);
    view.events.onState('live');
  }

  setQuality(viewId: string, { grade, sound }: ViewQuality): void {
    const view = this.#open.get(viewId);
    if (!view) return;
    view.grade = grade;
    this.#listen(view, sound);
  }

  close(): void {
    clearInterval(this.#timer);
  }

  #listen(view: Open, on: boolean): void {
    if (on === (view.sound !== null) || !view.stream) return;
    if (view.sound) {
      view.stream.removeTrack(view.sound.track);
      view.sound.close();
      view.sound = null;
      return;
    }
    view.sound = openRoomSound(`${this.#parts.seed} ${view.place}`);
    view.stream.addTrack(view.sound.track);
  }

  #drawAll(): void {
    const now = performance.now();
    for (const view of this.#open.values()) {
      if (view.stream && now - view.drawnAt >= GRADES[view.grade].everyMs) this.#draw(view);
    }
  }

  #draw(view: Open): void {
    const { canvas, place, look, camera, grade } = view;
    const { width } = GRADES[grade];
    if (canvas.width !== width) Object.assign(canvas, { width, height: (width * SCENE_HEIGHT) / SCENE_WIDTH });
    const brush = canvas.getContext('2d', { alpha: false });
    if (!brush) return;
    const scale = width / SCENE_WIDTH;
    brush.setTransform(scale, 0, 0, scale, 0, 0);
    const now = this.#parts.now();
    const going = this.#parts.sceneAt(place);
    const shown = { look, scene: going?.scene ?? null, elapsedMs: going ? now - going.since : 0, now };
    view.sound?.hear(heardIn(shown.scene));
    if (camera === 'front') drawFront(brush, shown);
    else drawRear(brush, shown);
    view.drawnAt = performance.now();
    view.frames += 1;
  }
}
