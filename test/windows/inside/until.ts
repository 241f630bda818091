import { setTimeout as wait } from 'node:timers/promises';

const LOOK_EVERY_MS = 20;

/** Resolves once it holds; rejects with what was waited for when it does not in ten seconds. */
export async function until(what: string, holds: () => boolean, withinMs = 10_000): Promise<void> {
  const end = performance.now() + withinMs;
  while (!holds()) {
    if (performance.now() > end) throw new Error(`waited in vain for ${what}`);
    await wait(LOOK_EVERY_MS);
  }
}
