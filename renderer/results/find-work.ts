import { COUNTERS, type WorkSubject, workOf } from '../../shared/domain/proof-of-work.ts';

/** Tried between two chances for the page to paint: some ten milliseconds on an old phone. */
const AT_ONCE = 1_000;

const painted = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** The first counter that is the work asked for, with the page alive meanwhile. */
export async function findWork(subject: WorkSubject): Promise<number> {
  const isWork = workOf(subject);
  for (let from = 0; from < COUNTERS; from += AT_ONCE) {
    for (let counter = from; counter < from + AT_ONCE; counter += 1) if (isWork(counter)) return counter;
    await painted();
  }
  throw new Error('no counter is the work asked for');
}
