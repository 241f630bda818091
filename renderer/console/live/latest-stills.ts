import type { StillTaken } from '../../../shared/contract/still.ts';
import type { Camera } from '../../../shared/contract/views.ts';
import { Watched } from '../watched.ts';
import { type CameraKey, cameraKey } from './live-view.ts';

/** Where the latest stored picture of a camera is, and when it was taken (server ms). */
export type LatestStill = Pick<StillTaken, 'segmentId' | 'takenAt'>;

/** What the exam centre last told of each camera's stills, for wherever there is no moving picture. */
export class LatestStills {
  readonly #cameras = new Map<CameraKey, Watched<LatestStill | null>>();

  of(attemptId: string, camera: Camera): Watched<LatestStill | null> {
    const key = cameraKey(attemptId, camera);
    const known = this.#cameras.get(key) ?? new Watched<LatestStill | null>(null);
    this.#cameras.set(key, known);
    return known;
  }

  taken({ attemptId, camera, segmentId, takenAt }: StillTaken): void {
    const latest = this.of(attemptId, camera);
    // One that was long under way is no news.
    if (takenAt >= (latest.get()?.takenAt ?? 0)) latest.set({ segmentId, takenAt });
  }

  /** At sign-out: nothing of the room stays on this screen. */
  clear(): void {
    for (const latest of this.#cameras.values()) latest.set(null);
  }
}
