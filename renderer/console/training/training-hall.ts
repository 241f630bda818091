import type { Run } from '../../../shared/contract/training.ts';
import type { Desk, DeskConnection } from '../desk.ts';
import type { WallLayouts } from '../wall/wall-layout.ts';
import { WallStore } from '../wall/wall-store.ts';
import { Watched } from '../watched.ts';
import { type SceneNow, SimulatedCameras } from './simulated-cameras.ts';
import { simulatedDesk } from './simulated-desk.ts';
import { simulatedExamination, simulatedPlaces } from './simulated-places.ts';

/** How often is asked what happens now: nothing of later is told beforehand. */
const ASK_EVERY_MS = 1_000;

/** A run that this console is in. */
export interface GoingRun {
  run: Run;
  /** Of the wall with the simulated candidates. */
  desk: Desk;
}

/** The training room of this console: at most one run at a time. */
export class TrainingHall {
  readonly going = new Watched<GoingRun | null>(null);
  readonly #connection: DeskConnection;
  readonly #wallLayouts: WallLayouts;
  #close: () => void = () => undefined;

  constructor(connection: DeskConnection, wallLayouts: WallLayouts) {
    this.#connection = connection;
    this.#wallLayouts = wallLayouts;
  }

  /** `title`: what the session in the header is called. */
  enter(run: Run, title: string): void {
    this.#close();
    const connection = this.#connection;
    const wallStore = new WallStore();
    let scenes = new Map<number, SceneNow>();
    const cameras = new SimulatedCameras({
      ...{ seed: run.runId, now: () => connection.clock.now() },
      sceneAt: (place) => scenes.get(place) ?? null,
    });
    const desk = simulatedDesk({ run, connection, wallStore, cameras, wallLayouts: this.#wallLayouts });
    const places = simulatedPlaces(run);
    wallStore.join([simulatedExamination(run, title)], places, []);
    desk.liveViews.openAll(places);
    const ask = async (): Promise<void> => {
      const told = await connection.http('runScenes', {}, { runId: run.runId });
      scenes = new Map(told.scenes.map(({ place, scene, since }) => [place, { scene, since }]));
    };
    const timer = setInterval(() => {
      if (connection.clock.now() >= run.endsAt) this.#close();
      else ask().catch((cause: unknown) => console.warn('what happens in the run could not be asked', cause));
    }, ASK_EVERY_MS);
    this.#close = () => {
      clearInterval(timer);
      desk.liveViews.closeAll();
      cameras.close();
    };
    this.going.set({ run, desk });
  }

  /** Out of the room; a run that was not ended is broken off. */
  leave(): void {
    this.#close();
    this.going.set(null);
  }
}
