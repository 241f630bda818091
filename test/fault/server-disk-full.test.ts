import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { rawPaths } from '../../shared/contract/http.ts';
import { TestServer } from '../contract/server/harness.ts';
import { chain, choose, picture, sitTheory } from '../contract/server/people.ts';

let disk: string;
let mounted: boolean;
let server: TestServer | undefined;

beforeEach(async () => {
  disk = await mkdtemp(join(tmpdir(), 'yunkao-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', disk], { stdio: 'ignore' });
    mounted = true;
  } catch {
    mounted = false;
  }
});
afterEach(async () => {
  await server?.end();
  server = undefined;
  if (mounted) execFileSync('umount', ['--lazy', disk]);
  await rm(disk, { recursive: true, force: true });
});

/** Writes until not one byte more fits. */
async function fill(path: string): Promise<void> {
  const zeros = Buffer.alloc(64 * 1024);
  for (let size = zeros.length; size >= 1; size = Math.floor(size / 2)) {
    while (await appended(path, zeros.subarray(0, size)));
  }
}
const appended = (path: string, bytes: Buffer) =>
  writeFile(path, bytes, { flag: 'a' }).then(
    () => true,
    () => false,
  );

test('[ANS-1] a full disk is told as storage_full, keeps what was acknowledged, and takes the rest once there is room', async (context) => {
  context.skip(!mounted, 'a disk of its own needs the right to mount');
  server = await TestServer.start(disk);
  const candidate = await sitTheory(server);
  const { request } = await server.connect('/candidate', candidate.token);
  // More than the free pages that the write-ahead log still holds.
  const text = { kind: 'text', text: '答'.repeat(15_000) } as const;
  const bodies = Array.from(
    { length: 40 },
    () => ({ type: 'response', sessionId: 'theory', itemId: 't1', value: text }) as const,
  );
  const entries = await chain(candidate.attemptId, [choose('t1', 'a'), ...bodies], { at: server.now() });
  const append = (from: number, to: number) =>
    request('entries.append', { epoch: 1, entries: entries.slice(from, to) });
  expect(await append(0, 1)).toEqual({ epoch: 1, cursor: 1 });

  await fill(join(disk, 'filler'));
  await expect(append(1, 41)).rejects.toMatchObject({ reason: 'storage_full' });
  await expect(candidate.call('askProctor', { picture, note: '' })).rejects.toMatchObject({ reason: 'storage_full' });
  // More refusals than the log's last page has room for.
  for (let count = 0; count < 60; count++) {
    await expect(request('stage.report', { stage: 'nowhere' })).rejects.toMatchObject({ reason: 'bad_request' });
  }
  expect((await candidate.call('answers', {})).cursors).toEqual([{ epoch: 1, cursor: 1 }]);

  await rm(join(disk, 'filler'));
  expect(await append(1, 41)).toEqual({ epoch: 1, cursor: 41 });
});

test('[NET-1] recordings are refused while the disk is short, answers are not', async (context) => {
  context.skip(!mounted, 'a disk of its own needs the right to mount');
  server = await TestServer.start(disk);
  const candidate = await sitTheory(server);
  const metadata = {
    segmentId: 'x',
    camera: 'front',
    startedAt: '1',
    durationMs: '1',
    mime: 'video/webm',
    sha256: 'a'.repeat(64),
  };
  const encoded = Object.entries(metadata).map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`);
  const response = await server.fetch(server.origin + rawPaths.evidence, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${candidate.token}`,
      'tus-resumable': '1.0.0',
      'upload-length': '10',
      'upload-metadata': encoded.join(','),
    },
  });
  expect([response.status, await response.json()]).toEqual([507, { reason: 'storage_full', params: {} }]);
  const { request } = await server.connect('/candidate', candidate.token);
  const entries = await chain(candidate.attemptId, [choose('t1', 'a')], { at: server.now() });
  expect(await request('entries.append', { epoch: 1, entries })).toEqual({ epoch: 1, cursor: 1 });
});
