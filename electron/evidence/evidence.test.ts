import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EvidenceStatus, SegmentMeta } from '../../shared/contract/shell.ts';
import { startBreakingLine, startSlowLine, startTusCentre, type TusCentre } from '../../test/fakes/tus-centre.ts';
import { createEvidence, type Evidence } from './evidence.ts';
import { serverAgent } from './pinned-agent.ts';
import { sha256Of } from './segment-cipher.ts';

const attempt = { attemptId: 'attempt-1', token: 'first-token', attemptKey: randomBytes(32).toString('base64') };
const meta = (segmentId: string, startedAt: number): SegmentMeta => ({
  segmentId,
  camera: 'front',
  startedAt,
  durationMs: 4000,
  mime: 'video/webm;codecs=h264,opus',
});

let root: string;
let centre: TusCentre;
const closing: (() => unknown)[] = [];

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'yunkao-evidence-'));
  centre = await startTusCentre();
  closing.push(() => centre.close());
});
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** A shell's evidence, its log, and a way to wait for a status. */
function start(origin = centre.origin, fingerprint = centre.fingerprint) {
  const lines: string[] = [];
  const seen: EvidenceStatus[] = [];
  const waiting = new Set<() => void>();
  const evidence: Evidence = createEvidence({
    root,
    serverOrigin: origin,
    agent: () => serverAgent({ origin, fingerprint }),
    random: () => 0,
    log: { write: (level, text) => lines.push(`${level} ${text}`) },
    statusChanged(status) {
      seen.push(status);
      for (const look of [...waiting]) look();
    },
  });
  closing.push(() => evidence.close());
  const reached = (wanted: (status: EvidenceStatus) => boolean) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (!wanted(evidence.status())) return;
        waiting.delete(look);
        resolve();
      };
      waiting.add(look);
      look();
    });
  return { evidence, lines, seen, reached };
}

const nothingPending = (status: EvidenceStatus) => status.pending === 0 && status.state === 'idle';
const segmentFiles = async () => (await readdir(root, { recursive: true })).filter((name) => name.endsWith('.segment'));

describe('evidence', () => {
  it('[EVI-1] uploads oldest first, and removes each file only when its hash is acknowledged', async () => {
    const offline = start('https://127.0.0.1:9');
    await offline.evidence.open(attempt);
    const bytes = new Map([30, 10, 20].map((startedAt) => [`s${startedAt}`, randomBytes(50_000 + startedAt)]));
    for (const [id, plain] of bytes) await offline.evidence.put(meta(id, Number(id.slice(1))), plain);
    await offline.reached(({ state }) => state === 'waiting_for_network');
    expect(offline.evidence.status()).toMatchObject({ pending: 3, pendingBytes: 150_060, acknowledged: 0 });
    offline.evidence.close();

    const { evidence, reached } = start();
    await evidence.open(attempt);
    await reached(nothingPending);
    expect(centre.arrived).toEqual(['s10', 's20', 's30']);
    for (const [id, plain] of bytes) expect(centre.stored.get(id)).toBe(sha256Of(plain));
    expect(await segmentFiles()).toEqual([]);
    expect(evidence.status()).toEqual({ pending: 0, pendingBytes: 0, acknowledged: 3, state: 'idle' });
    expect(centre.requests.every(({ authorization }) => authorization === 'Bearer first-token')).toBe(true);
  });

  it.each([
    ['another hash', 'f'.repeat(64)],
    ['nothing', null],
  ])('[EVI-1] an acknowledgement of %s keeps the file, and it is uploaded again', async (_, claim) => {
    centre.claim = claim;
    const { evidence, reached, lines } = start();
    await evidence.open(attempt);
    const { sha256 } = await evidence.put(meta('s1', 1), randomBytes(10_000));
    await reached(({ state }) => state === 'waiting_for_network');
    expect(evidence.status()).toMatchObject({ pending: 1, acknowledged: 0 });
    expect(await segmentFiles()).toHaveLength(1);
    expect(lines.join()).toContain('NotAcknowledged');

    centre.claim = undefined as never;
    centre.stored.clear();
    await reached(nothingPending);
    expect(centre.stored.get('s1')).toBe(sha256);
    expect(await segmentFiles()).toEqual([]);
  });

  it('resumes where the line broke instead of starting again', async () => {
    const size = 6_000_000;
    const line = await startBreakingLine(centre.port, size * 0.8);
    closing.push(() => line.close());
    const { evidence, reached } = start(line.origin);
    await evidence.open(attempt);
    const { sha256 } = await evidence.put(meta('s1', 1), randomBytes(size));
    await line.breaking;
    await reached(({ state }) => state === 'waiting_for_network');
    expect(centre.arrived).toEqual([]);
    line.mend();
    evidence.networkIsBack();
    await reached(nothingPending);
    expect(centre.stored.get('s1')).toBe(sha256);
    expect(centre.requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
    expect(line.carried()).toBeLessThan(size * 1.6);
  });

  it('resumes after a restart of the program, with the token of the new sign-in', async () => {
    const size = 6_000_000;
    const line = await startBreakingLine(centre.port, size * 0.8);
    closing.push(() => line.close());
    const first = start(line.origin);
    await first.evidence.open(attempt);
    const { sha256 } = await first.evidence.put(meta('s1', 1), randomBytes(size));
    await line.breaking;
    first.evidence.close();
    line.mend();

    const second = start(line.origin);
    await second.evidence.open({ ...attempt, token: 'second-token' });
    await second.reached(nothingPending);
    expect(centre.stored.get('s1')).toBe(sha256);
    expect(centre.requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
    expect(line.carried()).toBeLessThan(size * 1.6);
    expect(centre.requests.at(-1)?.authorization).toBe('Bearer second-token');
  });

  it('a segment whose acknowledgement was lost is not sent twice', async () => {
    centre.claim = null;
    const first = start();
    await first.evidence.open(attempt);
    await first.evidence.put(meta('s1', 1), randomBytes(10_000));
    await first.reached(({ state }) => state === 'waiting_for_network');
    first.evidence.close();
    // As if the crash had come before the place of the upload was forgotten.
    const [file = ''] = await segmentFiles();
    await writeFile(join(root, file.replace('.segment', '.url')), `${centre.origin}/api/evidence/upload/gone`);
    delete centre.claim;
    const posts = centre.requests.filter(({ method }) => method === 'POST').length;

    const second = start();
    await second.evidence.open(attempt);
    await second.reached(nothingPending);
    expect(centre.requests.filter(({ method }) => method === 'POST')).toHaveLength(posts);
  });

  it('[NET-1] leaves the line to answers: the upload under way stops, none begins, and it goes on where it stopped', async () => {
    const size = 16_000_000;
    const line = await startSlowLine(centre.port, size / 2);
    closing.push(() => line.close());
    const { evidence, reached, lines } = start(line.origin);
    await evidence.open(attempt);
    const { sha256 } = await evidence.put(meta('s1', 1), randomBytes(size));
    await line.carrying(size / 4);
    evidence.giveWay(true);
    await reached(({ state }) => state === 'waiting_for_network');
    await line.quiet();
    const before = line.carried();
    expect(before).toBeLessThan(size * 0.9);
    await evidence.put(meta('s2', 2), randomBytes(1_000));
    evidence.networkIsBack();
    await line.quiet();
    expect(line.carried()).toBe(before);
    expect(evidence.status()).toMatchObject({ pending: 2, state: 'waiting_for_network' });

    evidence.giveWay(false);
    await reached(nothingPending);
    expect(centre.stored.get('s1')).toBe(sha256);
    expect(centre.arrived).toEqual(['s1', 's2']);
    expect(line.carried()).toBeLessThan(size * 1.5);
    expect(lines).toEqual([]);
  }, 20_000);

  it('[NET-1] a window that is gone holds nothing up: the next sign-in takes it back', async () => {
    const { evidence, reached } = start();
    await evidence.open(attempt);
    evidence.giveWay(true);
    await evidence.put(meta('s1', 1), randomBytes(1_000));
    await reached(({ state }) => state === 'waiting_for_network');
    await evidence.open({ ...attempt, token: 'second-token' });
    await reached(nothingPending);
  });

  it('a file damaged on the disk is logged and set aside, and never uploaded as if it were good', async () => {
    const offline = start('https://127.0.0.1:9');
    await offline.evidence.open(attempt);
    await offline.evidence.put(meta('s1', 1), randomBytes(10_000));
    await offline.evidence.put(meta('s2', 2), randomBytes(10_000));
    offline.evidence.close();
    for (const file of await segmentFiles()) {
      const bytes = await readFile(join(root, file));
      if (!bytes.includes('"s1"')) continue;
      bytes[bytes.length - 9] = (bytes[bytes.length - 9] ?? 0) ^ 1;
      await writeFile(join(root, file), bytes);
    }

    const { evidence, reached, lines } = start();
    await evidence.open(attempt);
    await reached(nothingPending);
    expect(centre.arrived).toEqual(['s2']);
    expect(lines.join('\n')).toContain('error recording s1 is damaged');
    expect((await readdir(root, { recursive: true })).filter((name) => name.endsWith('.damaged'))).toHaveLength(1);
  });

  it('[SEC-2] sends nothing, not even the token, to a server with another certificate', async () => {
    const { evidence, reached, lines } = start(centre.origin, '0'.repeat(64));
    await evidence.open(attempt);
    await evidence.put(meta('s1', 1), randomBytes(1000));
    await reached(({ state }) => state === 'waiting_for_network');
    expect(centre.requests).toEqual([]);
    expect(lines.join()).toContain('another certificate');
  });

  it('one segment the server refuses does not hold up the others', async () => {
    centre.refuse = { segmentId: 's1', status: 400 };
    const { evidence, reached } = start();
    await evidence.open(attempt);
    await evidence.put(meta('s1', 1), randomBytes(1000));
    await evidence.put(meta('s2', 2), randomBytes(1000));
    await reached(({ acknowledged }) => acknowledged === 1);
    expect(centre.arrived).toEqual(['s2']);
    expect(evidence.status().pending).toBe(1);
  });

  it('refuses recordings before sign-in', async () => {
    await expect(start().evidence.put(meta('s1', 1), randomBytes(10))).rejects.toMatchObject({
      reason: 'not_signed_in',
    });
  });
});
