import { createHash } from 'node:crypto';
import { DefaultHttpStack, type DetailedError, Upload } from 'tus-js-client';
import type { TestServer } from './harness.ts';

export const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

/** What a refused upload was told: status and reason. */
export function refusalOf(cause: unknown): { status: number | undefined; reason: unknown; params: unknown } {
  const response = (cause as DetailedError).originalResponse;
  const said = JSON.parse(response?.getBody() || '{}') as { reason?: unknown; params?: unknown };
  return { status: response?.getStatus(), reason: said.reason, params: said.params };
}

/** Uploads to one tus endpoint of a test server. */
export function uploadsTo(server: () => TestServer, path: string) {
  function upload(bytes: Buffer, token: string, metadata: Record<string, string>, options: object = {}) {
    let job: Upload | undefined;
    const done = new Promise<Upload>((resolve, reject) => {
      job = new Upload(bytes, {
        endpoint: server().origin + path,
        headers: { authorization: `Bearer ${token}` },
        httpStack: new DefaultHttpStack({ ca: server().ca }),
        metadata,
        retryDelays: null as never,
        onError: reject,
        onSuccess: () => resolve(job as Upload),
        ...options,
      });
      job.start();
    });
    return { done, job: job as Upload };
  }
  /** Uploads the first bytes and then cuts the line in the middle of the next. Returns the path to go on at. */
  const beginUpload = (bytes: Buffer, token: string, metadata: Record<string, string>, first: number) =>
    new Promise<string>((resolve, reject) => {
      const { job, done } = upload(bytes, token, metadata, {
        chunkSize: first,
        onProgress: (sent: number) => {
          if (sent <= first) return;
          job.abort().then(() => resolve(new URL(job.url ?? '').pathname), reject);
        },
      });
      done.catch(reject);
    });
  return { upload, beginUpload };
}
