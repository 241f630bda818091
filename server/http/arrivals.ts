/** Bytes that arrive over many lines at once. */
export interface Arrivals {
  /** What comes over one of them, at the pace at which it is let in. */
  inTurn(arriving: AsyncIterable<Buffer>): AsyncIterable<Buffer>;
}

/** Lets them in so many pieces a turn of the loop, so that between them everything else has its own (NET-1). */
export function createArrivals(pieces: number): Arrivals {
  let waiting: (() => void)[] = [];
  const letIn = () => {
    const now = waiting.slice(0, pieces);
    waiting = waiting.slice(pieces);
    for (const resolve of now) resolve();
    if (waiting.length > 0) setImmediate(letIn);
  };
  const turn = () =>
    new Promise<void>((resolve) => {
      waiting.push(resolve);
      if (waiting.length === 1) setImmediate(letIn);
    });
  return {
    async *inTurn(arriving) {
      for await (const piece of arriving) {
        await turn();
        yield piece;
      }
    },
  };
}
