import { open, readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import * as z from 'zod';
import { type CaseLink, intactCaseLinks } from '../../shared/domain/adjudication.ts';
import { BackupError } from '../backup/backup-error.ts';
import { filesBelow } from '../backup/copied-file.ts';
import { digestFile } from '../disk/arrived-file.ts';
import { checkedEvidenceList, EVIDENCE_LIST } from './evidence-lists.ts';
import { RECORDING_LIST, recordingFaults } from './recording-list.ts';

/** Written last: a directory without it is no whole export. */
const NAME = 'manifest.json';
/** The chains of every attempt that has a case, as the exam centre holds them. */
export const CHAINS = 'cases.json';

const ManifestSchema = z.object({
  format: z.literal(1),
  madeAt: z.iso.datetime(),
  cases: z.number().int(),
  files: z.array(z.object({ path: z.string(), bytes: z.number().int(), sha256: z.string() })),
});
type Manifest = z.infer<typeof ManifestSchema>;

/** Lists every file of the export with its hash. Returns the list's own hash, to be kept apart from it. */
export async function writeManifest(directory: string, cases: number, madeAt: string): Promise<string> {
  const files: Manifest['files'] = [];
  for (const path of await filesBelow(directory, () => true)) {
    files.push({ path: path.replaceAll('\\', '/'), ...(await digestFile(join(directory, path))) });
  }
  const file = await open(join(directory, NAME), 'wx', 0o600);
  try {
    await file.writeFile(`${JSON.stringify({ format: 1, madeAt, cases, files } satisfies Manifest, null, 1)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  return (await digestFile(join(directory, NAME))).sha256;
}

export interface Verified {
  files: number;
  cases: number;
  /** The hash of the list itself: the same as was printed when it was made, or the list is another. */
  manifestSha256: string;
  /** What is not as it was exported, in words for whoever checks; empty when everything is. */
  faults: string[];
}

/** Checks an export by itself, without the exam centre. Throws `BackupError` where there is no whole one. */
export async function verifyExport(directory: string): Promise<Verified> {
  const text = await readFile(join(directory, NAME), 'utf8').catch(() => null);
  if (text === null) throw new BackupError(`${directory} holds no whole export: its list ${NAME} is missing`);
  let listed: Manifest;
  try {
    listed = ManifestSchema.parse(JSON.parse(text));
  } catch {
    throw new BackupError(`${join(directory, NAME)} cannot be read: it is damaged, or of a newer version`);
  }
  const faults: string[] = [];
  const there = new Set((await filesBelow(directory, () => true)).map((path) => path.replaceAll('\\', '/')));
  there.delete(NAME);
  for (const { path, bytes, sha256 } of listed.files) {
    if (!there.delete(path)) {
      faults.push(`missing: ${path}`);
      continue;
    }
    const found = await digestFile(join(directory, path));
    if (found.sha256 !== sha256 || found.bytes !== bytes) faults.push(`altered: ${path}`);
  }
  faults.push(...[...there].map((path) => `not listed: ${path}`));
  faults.push(...(await brokenChains(directory)), ...(await evidenceFaults(directory, listed.files)));
  const { sha256: manifestSha256 } = await digestFile(join(directory, NAME));
  return { files: listed.files.length, cases: listed.cases, manifestSha256, faults };
}

/** Clips and stills carry their camera's name; other pictures are of identity checks and snapshots. */
const OF_A_CAMERA = /^(front|rear)-/;

/** Each candidate's list of evidence must fit its ledgers, and hold every clip, still and part of a recording that lies beside it. */
async function evidenceFaults(directory: string, files: Manifest['files']): Promise<string[]> {
  const faults: string[] = [];
  for (const { path } of files.filter((file) => posix.basename(file.path) === EVIDENCE_LIST)) {
    const list = await checkedEvidenceList(directory, path);
    faults.push(...list.faults);
    if (!list.manifest) continue;
    const folder = posix.dirname(path);
    const beside = files.filter((file) => file.path.startsWith(`${folder}/`));
    const hashes = new Set(list.manifest.cameras.flatMap(({ segments }) => segments.map(({ sha256 }) => sha256)));
    for (const file of beside) {
      if (!OF_A_CAMERA.test(posix.basename(file.path)) || hashes.has(file.sha256)) continue;
      faults.push(`${file.path} is not in the list of the evidence`);
    }
    faults.push(...(await recordingFaults(directory, `${folder}/${RECORDING_LIST}`, beside, list.manifest)));
  }
  return faults;
}

async function brokenChains(directory: string): Promise<string[]> {
  try {
    const chains = JSON.parse(await readFile(join(directory, CHAINS), 'utf8')) as Record<string, CaseLink[]>;
    const broken: string[] = [];
    for (const [attemptId, links] of Object.entries(chains)) {
      const intact = await intactCaseLinks(links);
      if (intact !== links.length) broken.push(`the steps of ${attemptId} do not verify from step ${intact + 1} on`);
    }
    return broken;
  } catch {
    return [`${CHAINS} cannot be read`];
  }
}
