import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isStill } from '../../shared/domain/still.ts';
import { BackupError } from '../backup/backup-error.ts';
import { makeDirectory, writeCopy } from '../backup/copied-file.ts';
import type { BucketPlace } from '../bucket/bucket-place.ts';
import { bucketOf } from '../bucket/open-evidence-store.ts';
import { openAnywhere } from '../bucket/remote-file.ts';
import { keyFileBeside, readEvidenceKeys } from '../disk/evidence-keys.ts';
import { allOf, openSealed, openStored, readWhole, SealBroken } from '../disk/sealed-file.ts';
import type { StoredFile } from '../services/ports.ts';
import { openToRead } from '../sql/database.ts';
import { createStorage } from '../sql/storage.ts';
import { type CaseMaterial, caseMaterial } from './case-material.ts';
import { type CaseFiles, type CaseRow, caseRow, momentText } from './case-rows.ts';
import { caseWorkbook } from './case-workbook.ts';
import { EVIDENCE_LIST, writeEvidenceList } from './evidence-lists.ts';
import { CHAINS, writeManifest } from './export-manifest.ts';
import { EXPORT_WORDS } from './export-words.ts';
import { type RecordedCandidate, recordedCandidates } from './recorded-candidates.ts';
import { type RecordingList, writeRecordingList } from './recording-list.ts';
import { type RecordedAttempt, reportPage } from './report-page.ts';
import { wholeRecordings } from './whole-recordings.ts';

export interface ExportOrder {
  data: string;
  /** A directory that does not exist yet, or an empty one. */
  to: string;
  /** URL of the database that holds the rows; null: the file in `data` does. */
  postgres: string | null;
  /** Admission numbers of those whose recordings are wanted although they have no case. */
  also: readonly string[];
  /** File with the key that they are sealed with; null: beside `data`. */
  evidenceKey: string | null;
  /** The bucket in which the rest of the recordings lies; null: `data` has everything. */
  store: BucketPlace | null;
}

export interface Exported {
  cases: number;
  clips: number;
  pictures: number;
  /** Files of one camera from beginning to end. */
  recordings: number;
  /** Recordings and pictures that rows speak of and that are not there, or not what they were when they came. */
  wrong: string[];
  manifestSha256: string;
}

/** Why a stored file cannot be handed over; whatever else went wrong is thrown on. */
function lossOf(cause: unknown): 'missing' | 'altered' {
  if (cause instanceof SealBroken) return 'altered';
  if ((cause as { code?: string }).code === 'ENOENT') return 'missing';
  throw cause;
}

const EXTENSION = /[.]\w{1,5}$/;
const folderOf = (admissionNo: string) => admissionNo.replace(/[^\w-]/g, '_');
const timeOf = (at: number) => momentText(at).slice(11).replaceAll(':', '');

/**
 * Hands over what was reported, as the notice asks for it (§4.3): a workbook, a page, and a folder a case with its pictures and
 * clips, every clip as it was recorded, and what each camera recorded from beginning to end. While the server runs. Throws
 * `BackupError`.
 */
export async function makeExport({
  data,
  to,
  postgres,
  also,
  evidenceKey,
  store: place,
}: ExportOrder): Promise<Exported> {
  const taken = await readdir(to).catch(() => []);
  if (taken.length > 0) throw new BackupError(`${to} is not empty: name a directory that does not exist yet`);
  await makeDirectory(to);
  const keys = await readEvidenceKeys(evidenceKey ?? keyFileBeside(data));
  const bucket = await bucketOf(place, data);
  const segment = async (path: string) => openSealed(await openAnywhere(join(data, 'evidence'), path, bucket), keys);
  const madeAt = new Date().toISOString();
  const db = openToRead(postgres === null ? { file: join(data, 'yunkao.db') } : { postgres });
  const store = createStorage(db);
  const read = async () => {
    const material = await caseMaterial(db, store);
    return { ...material, recorded: await recordedCandidates(db, store, Object.keys(material.chains), also) };
  };
  const { cases, chains, recorded } = await read().finally(() => db.destroy());
  const wrong = new Set<string>();

  /** Null when it is not there, or cannot be read any more. */
  async function bring(
    from: string,
    opened: () => Promise<StoredFile>,
    path: string,
    sha256: string | null,
  ): Promise<string | null> {
    try {
      const copied = await writeCopy(readWhole(opened), join(to, path));
      if (sha256 !== null && copied.sha256 !== sha256) wrong.add(`${from} is not what was received`);
      return path;
    } catch (cause) {
      wrong.add(`${from} is ${lossOf(cause) === 'missing' ? 'missing' : 'not what was received'}`);
      return null;
    }
  }

  async function recordingsOf({ evidence, rows }: RecordedCandidate): Promise<RecordingList> {
    const { name, admissionNo } = evidence.manifest.candidate;
    const folder = folderOf(admissionNo);
    await makeDirectory(join(to, folder));
    await writeEvidenceList(join(to, folder, EVIDENCE_LIST), evidence);
    const list: RecordingList = { format: 1, files: [], leftOut: [] };
    for (const { camera } of evidence.manifest.cameras) {
      const { files, leftOut } = await wholeRecordings(
        rows.filter((row) => row.camera === camera),
        {
          ...{ to, folder, title: `${admissionNo} ${name} ${EXPORT_WORDS.camera[camera]}` },
          read: ({ path }) => allOf(readWhole(() => segment(path))).catch(lossOf),
        },
      );
      list.files.push(...files);
      list.leftOut.push(...leftOut);
    }
    for (const { id, why } of list.leftOut) {
      const path = join('evidence', rows.find((row) => row.id === id)?.path ?? id);
      if (why === 'missing') wrong.add(`${path} is missing`);
      if (why === 'altered') wrong.add(`${path} is not what was received`);
    }
    await writeRecordingList(join(to, folder), list);
    return list;
  }

  async function filesOf(number: number, { candidate, segments, pictures }: CaseMaterial): Promise<CaseFiles> {
    const folder = `${folderOf(candidate.admissionNo)}/${String(number).padStart(3, '0')}`;
    const clips: string[] = [];
    const shown: string[] = [];
    for (const [index, { camera, started_at, path, mime, sha256 }] of segments.entries()) {
      const extension = EXTENSION.exec(path)?.[0] ?? '';
      const name = `${camera}-${timeOf(started_at)}-${String(index + 1).padStart(3, '0')}${extension}`;
      const brought = await bring(join('evidence', path), () => segment(path), `${folder}/${name}`, sha256);
      if (brought !== null) (isStill({ mime }) ? shown : clips).push(brought);
    }
    for (const [index, id] of pictures.entries()) {
      const name = `picture-${String(index + 1).padStart(3, '0')}.jpg`;
      const from = join('pictures', `${id}.jpg`);
      const brought = await bring(from, () => openStored(join(data, from), keys), `${folder}/${name}`, null);
      if (brought !== null) shown.push(brought);
    }
    const whole = recordings.find(({ admissionNo }) => admissionNo === candidate.admissionNo);
    return { folder, clips, pictures: shown, recordings: whole?.list.files.map(({ path }) => path) ?? [] };
  }

  const recordings: RecordedAttempt[] = [];
  for (const each of recorded) {
    recordings.push({ ...each.evidence.manifest.candidate, list: await recordingsOf(each) });
  }
  const listed: { row: CaseRow; material: CaseMaterial }[] = [];
  for (const [index, material] of cases.entries()) {
    listed.push({ row: caseRow(index + 1, material, await filesOf(index + 1, material)), material });
  }
  const rows = listed.map(({ row }) => row);
  await writeFile(join(to, 'list.xlsx'), await caseWorkbook(rows), { mode: 0o600 });
  await writeFile(join(to, 'report.html'), reportPage(listed, recordings, madeAt), { mode: 0o600 });
  await writeFile(join(to, CHAINS), `${JSON.stringify(chains, null, 1)}\n`, { mode: 0o600 });
  return {
    cases: rows.length,
    clips: rows.reduce((sum, { clips }) => sum + clips.length, 0),
    pictures: rows.reduce((sum, { pictures }) => sum + pictures.length, 0),
    recordings: recordings.reduce((sum, { list }) => sum + list.files.length, 0),
    wrong: [...wrong],
    manifestSha256: await writeManifest(to, rows.length, madeAt),
  };
}
