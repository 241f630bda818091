import { Fault } from '../../shared/support/fault.ts';

export interface SharedCommit<Work, Outcome> {
  /** Resolves once the transaction in which the work was done is on the disk, never earlier (ANS-1). */
  run(work: Work): Promise<Outcome>;
}

interface Parts<Work, Outcome> {
  /** No two works of one key are done in the same transaction: the second waits for what the first left. */
  keyOf(work: Work): string;
  sizeOf(work: Work): number;
  /** A transaction ends before it is larger than this, so that nobody else waits long for it. */
  mostSize: number;
  /**
   * Does all of them in one transaction: an outcome for each, in their order, or the reason why it was refused. When it
   * throws, none of it is stored.
   */
  commit(group: readonly Work[]): Promise<readonly (Outcome | Fault)[]>;
}

interface Waiting<Work, Outcome> {
  work: Work;
  resolve(outcome: Outcome): void;
  reject(cause: unknown): void;
}

/**
 * Group commit. A flush to the disk costs more than all the rest of a work, and is the same for one as for a hundred:
 * works that have arrived when a transaction begins share it, those that arrive meanwhile share the next.
 */
export function createSharedCommit<Work, Outcome>(parts: Parts<Work, Outcome>): SharedCommit<Work, Outcome> {
  let waiting: Waiting<Work, Outcome>[] = [];
  let running = false;

  const takeGroup = () => {
    const keys = new Set<string>();
    const group: Waiting<Work, Outcome>[] = [];
    const later: Waiting<Work, Outcome>[] = [];
    let size = 0;
    for (const each of waiting) {
      const key = parts.keyOf(each.work);
      const more = size + parts.sizeOf(each.work);
      if (keys.has(key) || (group.length > 0 && more > parts.mostSize)) later.push(each);
      else {
        group.push(each);
        size = more;
      }
      // Also of one that stays: what came after it from the same hand must not overtake it.
      keys.add(key);
    }
    waiting = later;
    return group;
  };

  /** What fails together is tried in halves, until whatever cannot be stored fails alone. */
  const settle = async (group: readonly Waiting<Work, Outcome>[]): Promise<void> => {
    try {
      const outcomes = await parts.commit(group.map(({ work }) => work));
      for (const [index, { resolve, reject }] of group.entries()) {
        const outcome = outcomes[index];
        if (outcome instanceof Fault) reject(outcome);
        else resolve(outcome as Outcome);
      }
    } catch (cause) {
      const half = Math.ceil(group.length / 2);
      if (group.length === 1) group[0]?.reject(cause);
      else for (const part of [group.slice(0, half), group.slice(half)]) await settle(part);
    }
  };

  /** After everything that can be read now has been read: one transaction for all who knocked at the same moment. */
  const begin = () => setImmediate(() => void settle(takeGroup()).then(next));
  const next = () => {
    running = waiting.length > 0;
    if (running) begin();
  };

  return {
    run: (work) =>
      new Promise((resolve, reject) => {
        waiting.push({ work, resolve, reject });
        if (running) return;
        running = true;
        begin();
      }),
  };
}
