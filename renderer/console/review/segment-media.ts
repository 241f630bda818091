import { rawPaths } from '../../../shared/contract/http.ts';
import type { FetchProtected } from '../connection/protected-media.ts';

/** So many segments of both cameras are kept at hand; a minute of each, around ten megabytes. */
const KEPT = 12;

/** Blob URLs of segments, the latest used kept. Whoever shows one asks for it again when it is shown anew. */
export class SegmentMedia {
  readonly #fetch: FetchProtected;
  readonly #known = new Map<string, Promise<string>>();
  readonly #abort = new AbortController();

  constructor(fetchProtected: FetchProtected) {
    this.#fetch = fetchProtected;
  }

  /** Rejects with a `Fault` as `FetchProtected` does; a segment that failed is fetched again when asked for. */
  url(segmentId: string): Promise<string> {
    const known = this.#known.get(segmentId);
    this.#known.delete(segmentId);
    const url =
      known ??
      this.#fetch(rawPaths.segmentContent + encodeURIComponent(segmentId), this.#abort.signal).then((blob) =>
        URL.createObjectURL(blob),
      );
    this.#known.set(segmentId, url);
    if (!known) url.catch(() => this.#known.delete(segmentId));
    for (const [oldest, held] of this.#known) {
      if (this.#known.size <= KEPT) break;
      this.#known.delete(oldest);
      void held.then(URL.revokeObjectURL, () => undefined);
    }
    return url;
  }

  close(): void {
    this.#abort.abort();
    for (const held of this.#known.values()) void held.then(URL.revokeObjectURL, () => undefined);
    this.#known.clear();
  }
}
