import { readdir } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import type { Bucket } from '../bucket/bucket.ts';
import type { BucketPlace } from '../bucket/bucket-place.ts';
import { bucketOf, STORE_MARK } from '../bucket/open-evidence-store.ts';
import { openRemote, type RemoteFile, readRemote, remotePath, wholePath } from '../bucket/remote-file.ts';
import { digestFile } from '../disk/arrived-file.ts';
import { openOnDisk } from '../disk/file-on-disk.ts';
import { allOf, readWhole } from '../disk/sealed-file.ts';
import { openToRead } from '../sql/database.ts';
import { filesNamed, snapshotSqlite } from '../sql/snapshot.ts';
import { BackupError } from './backup-error.ts';
import { copyFile, filesBelow, linkFile, makeDirectory, syncDirectories, writeCopy } from './copied-file.ts';
import { type BackedUpFile, type Manifest, ROWS, readManifest, writeManifest } from './manifest.ts';
import { dumpPostgres } from './postgres-programs.ts';

export interface BackupOrder {
  data: string;
  /** A directory that does not exist yet, or an empty one. */
  to: string;
  /** URL of the database that holds the rows; null: the file in `data` does. */
  postgres: string | null;
  /** The bucket in which the rest of the recordings lies; null: `data` has everything, or the rest is to stay there. */
  store: BucketPlace | null;
  /** An earlier backup on the same disk: what is unchanged is shared with it and takes no room. */
  since: string | null;
}

/**
 * Not the examination: the database's own files, which are read as a whole, locks, the log, keys, which never lie beside what they
 * seal, and uploads under way.
 */
function isKept(path: string): boolean {
  const [top = ''] = path.split(sep);
  if (/^(yunkao[.]db|server[.]lock|server[.]log)|[.]key$/.test(top)) return false;
  return !path.endsWith('.part') && basename(path) !== 'incoming';
}

/** A sealed file is the same as long as its head is, where its own key stands. */
async function startsWith(path: string, head: Buffer): Promise<boolean> {
  const file = await openOnDisk(path).catch(() => null);
  return file !== null && (await allOf(file.read(0, head.length)).finally(() => file.close())).equals(head);
}

const emptyOrAbsent = async (path: string) => (await readdir(path).catch(() => [])).length === 0;

/**
 * Copies an examination while its server runs. First the rows, as of one moment; then the files. A file is on the disk
 * before a row speaks of it and is never changed, so that every file of those rows is among them; files that came later do
 * no harm. The list with the hash of everything is written last. Throws `BackupError`.
 */
export async function makeBackup({ data, to, postgres, store, since }: BackupOrder): Promise<Manifest> {
  if (!(await emptyOrAbsent(to)))
    throw new BackupError(`${to} is not empty: name a directory that does not exist yet, a new one for each backup`);
  const known = since === null ? [] : (await readManifest(since)).files;
  const earlier = new Map(known.map((file) => [file.path, file]));
  const bucket = store && (await bucketOf(store, data));
  await makeDirectory(to);
  const madeAt = new Date().toISOString();
  const engine = postgres === null ? 'sqlite' : 'postgres';
  const rows = join(to, ROWS[engine]);
  if (postgres === null) snapshotSqlite(join(data, ROWS.sqlite), rows);
  else await dumpPostgres(postgres, rows);

  /** As one file, both parts of it, which is read on the disk it is restored to. */
  const bring = async (remote: RemoteFile, from: Bucket, path: string): Promise<BackedUpFile> => {
    const portable = path.split(sep).join('/');
    const before = earlier.get(portable);
    if (since !== null && before && (await startsWith(join(since, path), remote.head))) {
      if (await linkFile(join(since, path), join(to, path))) return before;
    }
    return {
      path: portable,
      ...(await writeCopy(
        readWhole(() => openRemote(remote, from)),
        join(to, path),
      )),
    };
  };
  const copy = async (path: string): Promise<BackedUpFile> => {
    const whole = wholePath(path);
    const remote = bucket && whole !== null ? await readRemote(join(data, path)) : null;
    if (bucket && remote && whole !== null) return bring(remote, bucket, whole);
    const portable = path.split(sep).join('/');
    const before = earlier.get(portable);
    if (since !== null && before) {
      const { sha256 } = await digestFile(join(data, path));
      if (sha256 === before.sha256 && (await linkFile(join(since, path), join(to, path)))) return before;
    }
    return { path: portable, ...(await copyFile(join(data, path), join(to, path))) };
  };
  const files: BackedUpFile[] = [{ path: ROWS[engine], ...(await digestFile(rows)) }];
  for (const path of await filesBelow(data, (path) => isKept(path) && !(bucket && path === STORE_MARK))) {
    try {
      files.push(await copy(path));
    } catch (cause) {
      // An infected file is discarded, a certificate replaced: what is gone by now is not part of the examination.
      if ((cause as { code?: string }).code !== 'ENOENT') throw cause;
    }
  }

  const db = openToRead(postgres === null ? { file: rows } : { postgres });
  const named = await filesNamed(db).finally(() => db.destroy());
  const copied = new Set(files.map(({ path }) => path));
  const missing = named
    .map((path) => path.split(sep).join('/'))
    .filter((path) => !copied.has(path) && !copied.has(remotePath(path)));
  await syncDirectories(
    to,
    files.map(({ path }) => path),
  );
  const manifest: Manifest = { format: 1, madeAt, engine, files, missing };
  await writeManifest(to, manifest);
  return manifest;
}
