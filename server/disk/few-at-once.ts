export interface FewAtOnce {
  /** Does it once fewer than so many others are being done, in the order they were asked for. */
  run<Result>(work: () => Promise<Result>): Promise<Result>;
}

export function createFewAtOnce(most: number): FewAtOnce {
  let free = most;
  const waiting: (() => void)[] = [];
  return {
    async run(work) {
      if (free > 0) free -= 1;
      else await new Promise<void>((resolve) => waiting.push(resolve));
      try {
        return await work();
      } finally {
        const next = waiting.shift();
        if (next) next();
        else free += 1;
      }
    },
  };
}
