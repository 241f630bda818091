/** A stretch of recording that plays by itself, in memory until the server has it. */
export interface Segment {
  id: string;
  blob: Blob;
  mime: string;
  /** `performance.now()` of its first picture: the server's clock may be known only later. */
  startedAt: number;
  durationMs: number;
}

/** `[A-Za-z0-9_-]{1,64}`, unique without knowing the attempt: 64 random bits. */
export function newSegmentId(): string {
  const bits = Array.from(crypto.getRandomValues(new Uint32Array(2)), (word) => word.toString(36)).join('');
  return `rear-${Date.now().toString(36)}-${bits}`;
}
