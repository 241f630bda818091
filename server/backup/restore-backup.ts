import { readdir, rename, rm, rmdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { sync } from '../disk/sync.ts';
import { openDatabase } from '../sql/database.ts';
import { recordRestoration } from '../sql/restoration.ts';
import { BackupError } from './backup-error.ts';
import { copyFile, makeDirectory, syncDirectories } from './copied-file.ts';
import { type Manifest, ROWS, readManifest } from './manifest.ts';
import { restorePostgres } from './postgres-programs.ts';

export interface RestoreOrder {
  from: string;
  /** A directory that does not exist yet, or an empty one. */
  data: string;
  /** URL of an empty database, for a backup of one on PostgreSQL; null for any other. */
  postgres: string | null;
}

/**
 * Puts a backup where a server can be started on it, whole or not at all: everything is verified against the list while
 * it is copied into a directory beside `data`, which takes its name at the end. Throws `BackupError`.
 */
export async function restoreBackup({ from, data, postgres }: RestoreOrder): Promise<Manifest> {
  const manifest = await readManifest(from);
  if ((manifest.engine === 'postgres') !== (postgres !== null))
    throw new BackupError(
      manifest.engine === 'postgres'
        ? 'the rows of this backup belong into PostgreSQL: name an empty database with --postgres'
        : 'the rows of this backup are in a file: leave --postgres out',
    );
  if ((await readdir(data).catch(() => [])).length > 0)
    throw new BackupError(`${data} is not empty: nothing is ever written over; name another directory`);

  const unfinished = `${resolve(data)}.restoring`;
  await rm(unfinished, { recursive: true, force: true });
  await makeDirectory(unfinished);
  for (const { path, bytes, sha256 } of manifest.files) {
    const found = await copyFile(join(from, path), join(unfinished, path)).catch((cause) => {
      throw new BackupError(`${path} of the backup cannot be copied: ${(cause as Error).message}`);
    });
    if (found.sha256 !== sha256 || found.bytes !== bytes)
      throw new BackupError(`${path} of the backup is damaged: it is not what the list says. Restore another backup`);
  }

  const unexpected = (text: string) => {
    throw new BackupError(text);
  };
  if (postgres !== null) {
    await restorePostgres(join(unfinished, ROWS.postgres), postgres);
    await rm(join(unfinished, ROWS.postgres));
  }
  const place =
    postgres === null
      ? { file: join(unfinished, ROWS.sqlite) }
      : {
          postgres,
          shared: false,
          onTaken: () => unexpected('another server took the database'),
          onTrouble: unexpected,
        };
  const db = await openDatabase(place);
  await recordRestoration(db, Date.now()).finally(() => db.destroy());

  await syncDirectories(
    unfinished,
    manifest.files.map(({ path }) => path),
  );
  await rmdir(data).catch(() => {});
  await rename(unfinished, data);
  await sync(dirname(resolve(data)));
  return manifest;
}
