const FIRST_BYTES = 512 * 1024;
/** The server answers no more than this at a time. */
const MOST_BYTES = 16 * 1024 * 1024;

export interface RateParts {
  /** Moves that many bytes; resolves when the last has arrived. Throws `Fault`. */
  move(bytes: number): Promise<void>;
  elapsed(): number;
  /** How long to measure, ms. */
  forMs: number;
  /** Bytes a second so far. */
  tell(rate: number): void;
}

/**
 * Bytes a second over a line: moves growing blocks until the time is up, and counts from the second block on, since
 * the first pays for opening the connection.
 */
export async function transferRate({ move, elapsed, forMs, tell }: RateParts): Promise<number> {
  await move(FIRST_BYTES);
  const start = elapsed();
  let moved = 0;
  let block = FIRST_BYTES;
  for (;;) {
    const before = elapsed();
    await move(block);
    moved += block;
    const now = elapsed();
    const rate = moved / Math.max(0.001, (now - start) / 1000);
    tell(rate);
    if (now - start >= forMs) return rate;
    // A block that took less than half a second says little: take a bigger one.
    if (now - before < 500) block = Math.min(MOST_BYTES, block * 2);
  }
}
