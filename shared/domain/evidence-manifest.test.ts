import { describe, expect, it } from 'vitest';
import { sha256Hex } from '../support/sha256.ts';
import { type CameraFact, type FactLink, factText } from './camera-fact.ts';
import { GENESIS } from './entry.ts';
import { type EvidenceManifest, type ManifestSegment, manifestFaults, manifestHash } from './evidence-manifest.ts';

const HASH = { one: '1'.repeat(64), two: '2'.repeat(64), three: '3'.repeat(64) };
const recorded = (segmentId: string, sha256: string): CameraFact => ({
  ...{ kind: 'recorded', from: 0, durationMs: 10_000, segmentId, sha256 },
});

async function chainOf(facts: readonly CameraFact[]): Promise<FactLink[]> {
  const links: FactLink[] = [];
  for (const [index, fact] of facts.entries()) {
    const prev = links.at(-1)?.hash ?? GENESIS;
    const link = { attemptId: 'a', camera: 'front' as const, seq: index + 1, at: index, fact, prev };
    links.push({ ...link, hash: await sha256Hex(factText(link)) });
  }
  return links;
}

const segment = (id: string, sha256: string): ManifestSegment => ({
  ...{
    id,
    kind: 'recording',
    startedAt: 0,
    durationMs: 10_000,
    bytes: 5,
    mime: 'video/webm',
    sha256,
    storedAt: 11_000,
  },
});

const front = await chainOf([recorded('one', HASH.one), recorded('two', HASH.two), recorded('three', HASH.three)]);
const manifest: EvidenceManifest = {
  ...{ format: 1, attemptId: 'a', examinationId: 'e', candidate: { name: '王一', admissionNo: 'T1' }, clocks: [] },
  cameras: [
    {
      ...{ camera: 'front', gaps: [{ from: 0, seconds: 3, cause: 'offline' }] },
      segments: [segment('one', HASH.one), segment('two', HASH.two)],
      deleted: [{ id: 'three', sha256: HASH.three }],
      ledger: { head: front[2]?.hash ?? '', links: 3 },
    },
    { camera: 'rear', segments: [], deleted: [], gaps: [], ledger: { head: GENESIS, links: 0 } },
  ],
};
const sha256 = await manifestHash(manifest);
const chains = { front, rear: [] };
/** The manifest with another first camera, and the hash that is right for it. */
async function changed(change: Partial<EvidenceManifest['cameras'][number]>): Promise<[EvidenceManifest, string]> {
  const [first, ...rest] = manifest.cameras as [EvidenceManifest['cameras'][number]];
  const other = { ...manifest, cameras: [{ ...first, ...change }, ...rest] };
  return [other, await manifestHash(other)];
}

describe('[EVI-3] the manifest of an attempt', () => {
  it('has one hash, whatever the order in which it is written', async () => {
    const turned = Object.fromEntries(Object.entries(manifest).reverse()) as unknown as EvidenceManifest;
    expect(await manifestHash(turned)).toBe(sha256);
  });

  it('fits its hash and its ledgers', async () => {
    expect(await manifestFaults(manifest, sha256, chains)).toEqual([]);
  });

  it('shows whatever was changed in it', async () => {
    const [moved] = await changed({ gaps: [] });
    expect(await manifestFaults(moved, sha256, chains)).toEqual([{ kind: 'hash_differs' }]);
  });

  it('shows what is listed and was never recorded, or with another hash, also under a hash that fits', async () => {
    const [other, hash] = await changed({ segments: [segment('one', HASH.two), segment('two', HASH.two)] });
    expect(await manifestFaults(other, hash, chains)).toEqual([
      { kind: 'not_in_ledger', camera: 'front', segmentId: 'one' },
    ]);
  });

  it('shows what was recorded and is not listed', async () => {
    const [other, hash] = await changed({ deleted: [] });
    expect(await manifestFaults(other, hash, chains)).toEqual([
      { kind: 'not_listed', camera: 'front', segmentId: 'three' },
    ]);
  });

  it('shows a ledger that was changed, and one that is another', async () => {
    const forged = front.map((link) => (link.seq === 2 ? { ...link, at: 99 } : link));
    expect(await manifestFaults(manifest, sha256, { ...chains, front: forged })).toEqual([
      { kind: 'ledger_broken', camera: 'front', link: 2 },
    ]);
    const shortened = await manifestFaults(manifest, sha256, { ...chains, front: front.slice(0, 2) });
    expect(shortened.map(({ kind }) => kind)).toEqual(['ledger_differs', 'not_in_ledger']);
  });
});
