/** Bytes that arrive over many lines at once. */
export interface Arrivals {
  /** What comes over one of them, at the pace at which it is let in. */
  inTurn(arriving: AsyncIterable<Buffer>): AsyncIterable<Buffer>;
}

/** Lets them in so many pieces a turn of the loop, so that between them everything else has its own (NET-1). */
export function createArrivals(pieces: number): Arrivals {
  let waiting: (() => void)[] = [];
  /** Of this turn; only once it is used up does anybody wait. */
  let left = pieces;
  const beginTurn = () => {
    const now = waiting.slice(0, pieces);
    waiting = waiting.slice(pieces);
    left = pieces - now.length;
    if (now.length > 0) setImmediate(beginTurn);
    for (const resolve of now) resolve();
  };
  const letIn = (): Promise<void> | null => {
    if (left === pieces) setImmediate(beginTurn);
    if (left === 0) return new Promise((resolve) => waiting.push(resolve));
    left -= 1;
    return null;
  };
  return {
    async *inTurn(arriving) {
      for await (const piece of arriving) {
        const wait = letIn();
        if (wait !== null) await wait;
        yield piece;
      }
    },
  };
}
