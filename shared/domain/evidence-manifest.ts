import { canonicalJson } from '../support/canonical-json.ts';
import { sha256Hex } from '../support/sha256.ts';
import { type FactLink, intactFacts } from './camera-fact.ts';
import { GENESIS } from './entry.ts';

type Camera = FactLink['camera'];

/** A recording or a still as the exam centre holds it. */
export interface ManifestSegment {
  id: string;
  kind: 'recording' | 'still';
  /** Its beginning on the exam centre's clock, as its device estimated it, ms since the Unix epoch. */
  startedAt: number;
  durationMs: number;
  bytes: number;
  mime: string;
  sha256: string;
  /** When it was stored, by the exam centre's own clock. */
  storedAt: number;
}

/** Whole seconds that the camera owed and nothing shows, and why. */
export interface ManifestGap {
  from: number;
  seconds: number;
  cause: string;
}

export interface ManifestCamera {
  camera: Camera;
  segments: ManifestSegment[];
  /** Of the ledger, but no longer kept: deleted on the last day of its retention. */
  deleted: { id: string; sha256: string }[];
  gaps: ManifestGap[];
  /** The chain of what is known of this camera (CAM-1): the hash of its latest link, and how many there are. */
  ledger: { head: string; links: number };
}

/** What the candidate's computer told of its clock against the exam centre's: how wrong it was, or that it slept. */
export interface ManifestClock {
  at: number;
  kind: 'clock_drift' | 'computer_slept';
  detail: Readonly<Record<string, string | number | boolean>>;
}

/** Everything that was recorded of one attempt, and everything that was not (EVI-3). */
export interface EvidenceManifest {
  format: 1;
  attemptId: string;
  examinationId: string;
  candidate: { name: string; admissionNo: string };
  cameras: ManifestCamera[];
  clocks: ManifestClock[];
}

/** SHA-256 over the canonical JSON: the same evidence has the same hash whoever writes it down. */
export const manifestHash = (manifest: EvidenceManifest): Promise<string> => sha256Hex(canonicalJson(manifest));

/** Recordings and stills of a camera's ledger, each by id with its hash. */
export function recordedFacts(links: readonly FactLink[]): ReadonlyMap<string, string> {
  const facts = new Map<string, string>();
  for (const { fact } of links) {
    if (fact.kind === 'recorded' || fact.kind === 'still') facts.set(fact.segmentId, fact.sha256);
  }
  return facts;
}

export type ManifestFault =
  /** The manifest is not the one its hash is of. */
  | { kind: 'hash_differs' }
  /** A link of the ledger was changed, removed or put in; `link`: the first that does not verify. */
  | { kind: 'ledger_broken'; camera: Camera; link: number }
  /** The manifest was made from another ledger. */
  | { kind: 'ledger_differs'; camera: Camera }
  /** Listed, and in no ledger, or there with another hash. */
  | { kind: 'not_in_ledger'; camera: Camera; segmentId: string }
  /** In the ledger, and not listed. */
  | { kind: 'not_listed'; camera: Camera; segmentId: string };

/** What is wrong with a manifest, held against its hash and the chains it was made from; nothing where all is as it was. */
export async function manifestFaults(
  manifest: EvidenceManifest,
  sha256: string,
  chains: Readonly<Record<Camera, readonly FactLink[]>>,
): Promise<ManifestFault[]> {
  const faults: ManifestFault[] = [];
  if ((await manifestHash(manifest)) !== sha256) faults.push({ kind: 'hash_differs' });
  for (const { camera, segments, deleted, ledger } of manifest.cameras) {
    const chain = chains[camera];
    const intact = await intactFacts(chain);
    if (intact !== chain.length) faults.push({ kind: 'ledger_broken', camera, link: intact + 1 });
    const head = chain.at(-1)?.hash ?? GENESIS;
    if (head !== ledger.head || chain.length !== ledger.links) faults.push({ kind: 'ledger_differs', camera });
    const facts = recordedFacts(chain);
    const listed = [...segments, ...deleted];
    for (const { id, sha256: hash } of listed) {
      if (facts.get(id) !== hash) faults.push({ kind: 'not_in_ledger', camera, segmentId: id });
    }
    const ids = new Set(listed.map(({ id }) => id));
    for (const id of facts.keys()) if (!ids.has(id)) faults.push({ kind: 'not_listed', camera, segmentId: id });
  }
  return faults;
}
