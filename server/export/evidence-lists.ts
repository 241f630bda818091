import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Camera } from '../../shared/contract/views.ts';
import type { FactLink } from '../../shared/domain/camera-fact.ts';
import { type EvidenceManifest, type ManifestFault, manifestFaults } from '../../shared/domain/evidence-manifest.ts';
import { createCameraLedgers } from '../services/camera-ledgers.ts';
import { createEvidenceManifests } from '../services/evidence-manifests.ts';
import { readExaminationBook } from '../services/examination-book.ts';
import type { Storage } from '../sql/storage.ts';

/** In the folder of each candidate who has a case. */
export const EVIDENCE_LIST = 'evidence.json';

/** The manifest of an attempt with its hash, and the ledgers it can be held against without the exam centre. */
export interface EvidenceList {
  sha256: string;
  manifest: EvidenceManifest;
  ledgers: Record<Camera, FactLink[]>;
}

/** Of each of these attempts. */
export async function evidenceLists(store: Storage, attemptIds: readonly string[]): Promise<EvidenceList[]> {
  const book = await readExaminationBook(store);
  const ledgers = createCameraLedgers({ store, clock: { now: Date.now }, book });
  const manifests = createEvidenceManifests({ store, ledgers });
  const lists: EvidenceList[] = [];
  for (const attemptId of attemptIds) {
    lists.push({ ...(await manifests.of(attemptId)), ledgers: await ledgers.links(attemptId) });
  }
  return lists;
}

export async function writeEvidenceList(to: string, list: EvidenceList): Promise<void> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  await writeFile(to, `${JSON.stringify(list, null, 1)}\n`, { mode: 0o600 });
}

function faultText(name: string, fault: ManifestFault): string {
  switch (fault.kind) {
    case 'hash_differs':
      return `the list of the evidence of ${name} is not the one its hash is of`;
    case 'ledger_broken':
      return `the ledger of the ${fault.camera} camera of ${name} does not verify from link ${fault.link} on`;
    case 'ledger_differs':
      return `the list of the evidence of ${name} was made from another ledger of the ${fault.camera} camera`;
    case 'not_in_ledger':
      return `${fault.segmentId} of ${name} is in the list of the evidence and not in its camera's ledger`;
    case 'not_listed':
      return `${fault.segmentId} of ${name} is in its camera's ledger and not in the list of the evidence`;
  }
}

/** What is wrong with the list in this folder, in words; and what it lists, null where it cannot be read. */
export async function checkedEvidenceList(
  directory: string,
  path: string,
): Promise<{ faults: string[]; manifest: EvidenceManifest | null }> {
  try {
    const { manifest, sha256, ledgers } = JSON.parse(await readFile(join(directory, path), 'utf8')) as EvidenceList;
    const { admissionNo } = manifest.candidate;
    const faults = await manifestFaults(manifest, sha256, ledgers);
    return { faults: faults.map((fault) => faultText(admissionNo, fault)), manifest };
  } catch {
    return { faults: [`${path} cannot be read`], manifest: null };
  }
}
