import type { rawPaths, TusMetadata } from '../../../shared/contract/http.ts';

const ENDPOINT: (typeof rawPaths)['evidence'] = '/api/evidence/upload';
const VERSION = { 'Tus-Resumable': '1.0.0' };

/** An upload the server has begun and may lack some bytes of. */
export interface TusUpload {
  path: string;
}

/** Longer than the slowest usable network takes for a segment; what has arrived by then stays there. */
const ANSWER_MS = 60_000;
const LOCKED = 423;

/** The server refused with this HTTP status. */
export class UploadRefused extends Error {
  /** The upload is unknown to it, or its bytes came damaged; otherwise the same one can be resumed. */
  readonly beginAnew: boolean;

  constructor(status: number) {
    super(`upload refused with ${status}`);
    this.beginAnew = status < 500 && status !== LOCKED;
  }
}

/** tus 1.0 "Upload-Metadata": keys and base64 values. All values here are ASCII. */
export function metadataHeader(metadata: Record<keyof TusMetadata, string>): string {
  return Object.entries(metadata)
    .map(([key, value]) => `${key} ${btoa(value)}`)
    .join(',');
}

/** The tus core protocol and its creation extension, as far as one segment in memory needs them. */
export function createTusClient(token: string) {
  const call = async (path: string, method: string, headers: Record<string, string>, body: Blob | null = null) => {
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(), ANSWER_MS);
    try {
      const response = await fetch(path, {
        method,
        headers: { ...VERSION, Authorization: `Bearer ${token}`, ...headers },
        body,
        cache: 'no-store',
        signal: abort.signal,
      });
      if (!response.ok) throw new UploadRefused(response.status);
      return response;
    } finally {
      clearTimeout(timer);
    }
  };
  return {
    /** Announces an upload. */
    async create(size: number, metadata: Record<keyof TusMetadata, string>): Promise<TusUpload> {
      const response = await call(ENDPOINT, 'POST', {
        'Upload-Length': String(size),
        'Upload-Metadata': metadataHeader(metadata),
      });
      const location = response.headers.get('Location');
      if (!location) throw new UploadRefused(response.status);
      // Only the path: behind a proxy the server may not know its own origin.
      return { path: new URL(location, self.location.href).pathname };
    },
    /** Sends what the server has not got yet. */
    async resume({ path }: TusUpload, blob: Blob): Promise<void> {
      const head = await call(path, 'HEAD', {});
      const offset = Number(head.headers.get('Upload-Offset'));
      if (offset >= blob.size) return;
      await call(
        path,
        'PATCH',
        { 'Upload-Offset': String(offset), 'Content-Type': 'application/offset+octet-stream' },
        // Without its own type, or the browser would send that instead of the header.
        blob.slice(offset, blob.size, ''),
      );
    },
  };
}

export type TusClient = ReturnType<typeof createTusClient>;
