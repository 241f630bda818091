import * as z from 'zod';
import type { WallPlace } from '../../../shared/contract/views.ts';
import { Watched } from '../watched.ts';

const STORED = 'yunkao.console.seen-violations';
const SeenSchema = z.record(z.string(), z.number());

/** Attempt id -> how many of its violations this proctor has looked at. Kept over a reload of the page. */
export class SeenViolations {
  readonly seen: Watched<Readonly<Record<string, number>>>;
  readonly #storage: Storage;

  constructor(storage: Storage) {
    this.#storage = storage;
    const stored = storage.getItem(STORED);
    const parsed = stored ? SeenSchema.safeParse(JSON.parse(stored)) : null;
    this.seen = new Watched(parsed?.success ? parsed.data : {});
  }

  /** The proctor has looked at everything known of this place. */
  mark(place: WallPlace): void {
    if (place.attemptId === null || this.seen.get()[place.attemptId] === place.violations) return;
    const seen = { ...this.seen.get(), [place.attemptId]: place.violations };
    this.#storage.setItem(STORED, JSON.stringify(seen));
    this.seen.set(seen);
  }
}
