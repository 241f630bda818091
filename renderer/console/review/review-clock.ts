import { Watched } from '../watched.ts';

export const RATES: readonly number[] = [0.5, 1, 2, 4, 8];

export interface Playing {
  /** On the server's clock. */
  at: number;
  playing: boolean;
  rate: number;
}

interface Parts {
  from: number;
  until: number;
  at: number;
  /** Whether every camera has the picture of this moment: time waits for the slower one. */
  ready: () => boolean;
  /** The next moment that any camera has a picture of, where none has one now; null when none has one any more. */
  skipTo: (at: number) => number | null;
}

/** The moment that is looked at: both cameras follow it, neither leads. */
export class ReviewClock {
  readonly now: Watched<Playing>;
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.now = new Watched({ at: this.#within(parts.at), playing: false, rate: 1 });
  }

  /** Called at every frame with the time since the one before. */
  pass(elapsedMs: number): void {
    const { at, playing, rate } = this.now.get();
    if (!playing || !this.#parts.ready()) return;
    const skipped = this.#parts.skipTo(at);
    if (skipped === null) {
      this.#set({ playing: false });
      return;
    }
    const next = this.#within(Math.max(at + elapsedMs * rate, skipped));
    this.#set({ at: next, playing: next < this.#parts.until });
  }

  seek(at: number): void {
    this.#set({ at: this.#within(at) });
  }

  step(ms: number): void {
    this.seek(this.now.get().at + ms);
  }

  toggle(): void {
    this.#set({ playing: !this.now.get().playing });
  }

  setRate(rate: number): void {
    this.#set({ rate });
  }

  /** To the next slower or faster rate. */
  changeRate(direction: 1 | -1): void {
    const index = RATES.indexOf(this.now.get().rate);
    this.setRate(RATES[Math.max(0, Math.min(RATES.length - 1, index + direction))] ?? 1);
  }

  #within(at: number): number {
    return Math.max(this.#parts.from, Math.min(this.#parts.until, at));
  }

  #set(change: Partial<Playing>): void {
    this.now.set({ ...this.now.get(), ...change });
  }
}
