/**
 * Delay before retry number `attempt` (0 = first retry), in milliseconds: exponential from `baseMs`,
 * capped at `capMs`, with full jitter over the upper half so that a room of candidates does not return in step.
 * There is no last attempt: the caller goes on for ever (DESIGN.md section 3, "no final retry").
 */
export function backoffDelay(attempt: number, random: () => number, baseMs = 500, capMs = 15_000): number {
  const ceiling = Math.min(capMs, baseMs * 2 ** Math.min(attempt, 30));
  return ceiling / 2 + random() * (ceiling / 2);
}

/** Resolves after that delay, on the caller's timer. */
export function backoffPause(
  attempt: number,
  { schedule, random }: { schedule(task: () => void, ms: number): unknown; random(): number },
): Promise<void> {
  return new Promise((resolve) => {
    schedule(resolve, backoffDelay(attempt, random));
  });
}
