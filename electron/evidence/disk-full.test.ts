import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EvidenceStatus } from '../../shared/contract/shell.ts';
import { createEvidence, type Evidence } from './evidence.ts';
import { serverAgent } from './pinned-agent.ts';

const server = { origin: 'https://127.0.0.1:9', fingerprint: '0'.repeat(64) };
const attempt = { attemptId: 'a', token: 't', attemptKey: randomBytes(32).toString('base64') };
const meta = (segmentId: string, startedAt: number) => ({
  segmentId,
  camera: 'front' as const,
  startedAt,
  durationMs: 1,
  mime: 'video/webm',
});

// A disk that is really full takes a small one of its own, which only root may mount.
const canMount = process.platform === 'linux' && process.getuid?.() === 0;

describe.runIf(canMount)('a full disk', () => {
  let disk: string;
  let evidence: Evidence;
  const seen: EvidenceStatus[] = [];

  beforeEach(async () => {
    disk = await mkdtemp(join(tmpdir(), 'yunkao-full-'));
    execFileSync('/bin/mount', ['-t', 'tmpfs', '-o', 'size=256k', 'none', disk]);
    evidence = createEvidence({
      root: disk,
      serverOrigin: server.origin,
      agent: () => serverAgent(server),
      random: () => 0,
      log: { write: () => undefined },
      statusChanged: (status) => seen.push(status),
    });
  });
  afterEach(() => {
    evidence.close();
    execFileSync('/bin/umount', [disk]);
  });

  it('is refused as storage_full, told in the status, and harms nothing that is kept', async () => {
    await evidence.open(attempt);
    await evidence.put(meta('fits', 1), randomBytes(100_000));
    await expect(evidence.put(meta('does-not', 2), randomBytes(200_000))).rejects.toMatchObject({
      reason: 'storage_full',
    });
    expect(evidence.status()).toMatchObject({ state: 'disk_full', pending: 1, pendingBytes: 100_000 });
    expect(seen.at(-1)?.state).toBe('disk_full');
    expect((await readdir(disk, { recursive: true })).filter((name) => name.endsWith('.tmp'))).toEqual([]);

    await evidence.put(meta('fits-too', 3), randomBytes(10_000));
    expect(evidence.status().state).not.toBe('disk_full');
    expect(evidence.status().pending).toBe(2);
  });
});
