import * as z from 'zod';
import { Watched } from '../watched.ts';

const STORED = 'yunkao.console.watch-list';

/** Candidates that this proctor keeps an eye on, by admission number. Kept over a reload of the page. */
export class WatchList {
  readonly watched: Watched<readonly string[]>;
  readonly #storage: Storage;

  constructor(storage: Storage) {
    this.#storage = storage;
    const stored = storage.getItem(STORED);
    const parsed = stored ? z.array(z.string()).safeParse(JSON.parse(stored)) : null;
    this.watched = new Watched(parsed?.success ? parsed.data : []);
  }

  toggle(admissionNo: string): void {
    const now = this.watched.get();
    const next = now.includes(admissionNo) ? now.filter((each) => each !== admissionNo) : [...now, admissionNo];
    this.#storage.setItem(STORED, JSON.stringify(next));
    this.watched.set(next);
  }

  /** At sign-out: the next person at this console has a list of their own. */
  clear(): void {
    this.#storage.removeItem(STORED);
    this.watched.set([]);
  }
}
