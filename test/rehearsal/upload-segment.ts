import { createHash } from 'node:crypto';
import type { Agent } from 'node:https';
import { DefaultHttpStack, Upload } from 'tus-js-client';
import { rawPaths, type TusMetadata } from '../../shared/contract/http.ts';

/** How a simulated device reaches the exam centre. */
export interface UploadLine {
  origin: string;
  ca: string;
  agent: Agent;
  /** Of a home with an address of its own. */
  localAddress?: string;
  token: string;
}

/** Brings a segment in as the shell and the phone do (tus 1.0), once. Rejects when it is refused or the line breaks. */
export function uploadSegment(
  { origin, token, ...way }: UploadLine,
  segment: Omit<TusMetadata, 'sha256'>,
  bytes: Buffer,
): Promise<void> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const metadata = Object.entries({ ...segment, sha256 }).map(([name, value]) => [name, String(value)] as const);
  return new Promise((resolve, reject) => {
    new Upload(bytes, {
      endpoint: origin + rawPaths.evidence,
      headers: { authorization: `Bearer ${token}` },
      httpStack: new DefaultHttpStack(way),
      metadata: Object.fromEntries(metadata),
      retryDelays: null,
      onError: reject,
      onSuccess: () => resolve(),
    }).start();
  });
}
