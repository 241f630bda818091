import { setTimeout as pass } from 'node:timers/promises';

const AGAIN_MS = 1_000;

/** Says it again and again until the exam centre has heard it. */
export async function untilHeard(say: () => Promise<unknown>): Promise<void> {
  for (;;) {
    const heard = await say().then(
      () => true,
      () => false,
    );
    if (heard) return;
    await pass(AGAIN_MS);
  }
}
