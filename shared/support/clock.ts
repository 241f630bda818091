/** Milliseconds since the Unix epoch. Injected so that tests own the time. */
export interface Clock {
  now(): number;
}

/** Milliseconds from an arbitrary origin that never jumps (performance.now, process.hrtime). */
export interface MonotonicClock {
  elapsed(): number;
}
