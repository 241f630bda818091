import { readFile, writeFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import * as z from 'zod';
import type { EvidenceManifest } from '../../shared/domain/evidence-manifest.ts';

/** In the folder of each candidate whose recordings lie there as one file a camera. */
export const RECORDING_LIST = 'recordings.json';
/** How those files are named. */
const RECORDING = /^recording-(front|rear)-/;

const camera = z.enum(['front', 'rear']);
const count = z.number().int().nonnegative();

const RecordingSchema = z.object({
  path: z.string(),
  camera,
  /** On the exam centre's clock, as the device estimated it, ms; all other times are ms from the beginning of the file. */
  startedAt: z.number(),
  durationMs: count,
  bytes: count,
  sha256: z.string(),
  /** Which segment lies where in it, with how many pictures. */
  parts: z.array(z.object({ id: z.string(), sha256: z.string(), from: z.number(), frames: count })),
  /** Where the file goes on without anything having been recorded. */
  gaps: z.array(z.object({ from: count, durationMs: count })),
});

const LeftOutSchema = z.object({
  id: z.string(),
  camera,
  /** Not on the exam centre's disk; not what was received; or nothing in it that could be shown. */
  why: z.enum(['missing', 'altered', 'unreadable']),
});

const ListSchema = z.object({ format: z.literal(1), files: z.array(RecordingSchema), leftOut: z.array(LeftOutSchema) });

export type RecordingEntry = z.infer<typeof RecordingSchema>;
export type LeftOut = z.infer<typeof LeftOutSchema>;
/** The recordings of one attempt as files, and the segments that are in none of them. */
export type RecordingList = z.infer<typeof ListSchema>;

export const writeRecordingList = (folder: string, list: RecordingList): Promise<void> =>
  writeFile(join(folder, RECORDING_LIST), `${JSON.stringify(list, null, 1)}\n`, { mode: 0o600 });

interface ListedFile {
  path: string;
  sha256: string;
}

/** What is wrong with the list in a candidate's folder, held against the files beside it and the list of the evidence. */
export async function recordingFaults(
  directory: string,
  path: string,
  beside: readonly ListedFile[],
  manifest: EvidenceManifest,
): Promise<string[]> {
  let list: RecordingList;
  try {
    list = ListSchema.parse(JSON.parse(await readFile(join(directory, path), 'utf8')));
  } catch {
    return [`${path} cannot be read`];
  }
  const faults: string[] = [];
  const hashes = new Map(list.files.map((file) => [file.path, file.sha256]));
  for (const file of beside) {
    if (!RECORDING.test(posix.basename(file.path))) continue;
    if (hashes.get(file.path) !== file.sha256) faults.push(`${file.path} is not the file that ${path} speaks of`);
    hashes.delete(file.path);
  }
  for (const missing of hashes.keys()) faults.push(`${missing} is in ${path} and not there`);
  for (const { camera: of, segments } of manifest.cameras) {
    const recorded = new Map(segments.filter(({ kind }) => kind === 'recording').map(({ id, sha256 }) => [id, sha256]));
    const told = list.leftOut.filter((left) => left.camera === of).map(({ id }) => id);
    for (const file of list.files.filter((each) => each.camera === of)) {
      for (const { id, sha256 } of file.parts) {
        if (recorded.get(id) !== sha256) faults.push(`${id} is in ${file.path} and not in the list of the evidence`);
        told.push(id);
      }
    }
    for (const id of told) recorded.delete(id);
    for (const id of recorded.keys())
      faults.push(`${id} is in the list of the evidence and in no recording of ${path}`);
  }
  return faults;
}
