import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { type Agent, request } from 'node:https';
import { rawPaths, routes, type TusMetadata } from '../../../shared/contract/http.ts';
import type { Camera } from '../../../shared/contract/views.ts';

/** A device with its line, which it keeps. */
export interface Device {
  origin: string;
  ca: string;
  agent: Agent;
  token: string;
  camera: Camera;
}

/** What every segment of the bench is: its hash is made once, or the homes would spend their processor on it. */
export interface Recording {
  bytes: Buffer;
  sha256: string;
}
export const recordingOf = (bytes: Buffer): Recording => ({
  bytes,
  sha256: createHash('sha256').update(bytes).digest('hex'),
});

interface Asked {
  method: 'POST' | 'HEAD' | 'PATCH' | 'GET';
  path: string;
  headers?: Record<string, string | number>;
  body?: Buffer;
}

function ask({ origin, ca, agent, token }: Device, { method, path, headers, body }: Asked): Promise<IncomingMessage> {
  const { hostname, port } = new URL(origin);
  const tus = { authorization: `Bearer ${token}`, 'tus-resumable': '1.0.0' };
  return new Promise((resolve, reject) => {
    const call = request({ hostname, port, ca, agent, method, path, headers: { ...tus, ...headers } }, (answer) => {
      answer.resume();
      answer.once('error', reject);
      answer.once('end', () => {
        const { statusCode = 0 } = answer;
        if (statusCode < 300) resolve(answer);
        else reject(new Error(`${method} ${path}: status ${statusCode}`));
      });
    });
    call.once('error', reject);
    call.end(body);
  });
}

/**
 * Brings a segment in with the requests that its device makes (tus 1.0): the phone asks how much has arrived before it sends, the exam
 * window asks for the stored hash after it.
 */
export async function bringRecording(
  device: Device,
  segment: Omit<TusMetadata, 'sha256' | 'camera'>,
  { bytes, sha256 }: Recording,
): Promise<void> {
  const { camera } = device;
  const metadata = Object.entries({ ...segment, camera, sha256 })
    .map(([name, value]) => `${name} ${Buffer.from(String(value)).toString('base64')}`)
    .join(',');
  const begun = await ask(device, {
    ...{ method: 'POST', path: rawPaths.evidence },
    headers: { 'upload-length': bytes.length, 'upload-metadata': metadata, 'content-length': 0 },
  });
  const path = begun.headers.location ?? '';
  if (camera === 'rear') await ask(device, { method: 'HEAD', path });
  await ask(device, {
    ...{ method: 'PATCH', path, body: bytes },
    headers: {
      'upload-offset': 0,
      'content-type': 'application/offset+octet-stream',
      'content-length': bytes.length,
    },
  });
  if (camera === 'front') {
    const of = routes.segmentAcknowledgement.path.replace(':segmentId', segment.segmentId);
    await ask(device, { method: 'GET', path: of });
  }
}
