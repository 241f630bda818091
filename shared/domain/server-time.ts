/** One round trip: local monotonic times of sending and of the reply, and the server's clock in the reply. All ms. */
export interface RoundTrip {
  sentAt: number;
  receivedAt: number;
  serverTime: number;
}

/** Server time = local monotonic time + offset, known to within `uncertainty` milliseconds. */
export interface ServerTimeEstimate {
  offset: number;
  uncertainty: number;
}

/**
 * The estimate from the shortest round trip (Cristian's algorithm): its error is at most half that round trip.
 * Counted on a monotonic clock, so that the computer's wall clock plays no part (TIME-3). Null without samples.
 */
export function estimateServerTime(trips: readonly RoundTrip[]): ServerTimeEstimate | null {
  let best: RoundTrip | null = null;
  for (const trip of trips) {
    if (!best || trip.receivedAt - trip.sentAt < best.receivedAt - best.sentAt) best = trip;
  }
  if (!best) return null;
  const half = (best.receivedAt - best.sentAt) / 2;
  return { offset: best.serverTime + half - best.receivedAt, uncertainty: half };
}
