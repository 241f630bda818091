import { join } from 'node:path';
import Libsql from 'libsql';
import type { Db } from './tables.ts';

/** A checkpoint of the server may keep the file busy for a moment. */
const BUSY_MS = 30_000;

/**
 * Writes the database as it is at this moment into a new file, while a server goes on writing: everything committed before
 * the call is in it. Throws when what was written is not sound.
 */
export function snapshotSqlite(from: string, to: string): void {
  const live = new Libsql(from, { timeout: BUSY_MS });
  try {
    live.prepare('VACUUM INTO ?').run(to);
  } finally {
    live.close();
  }
  const written = new Libsql(to);
  try {
    const verdict = written.prepare('PRAGMA quick_check').all() as { quick_check: string }[];
    if (verdict[0]?.quick_check !== 'ok') throw new Error(`the snapshot is damaged: ${verdict[0]?.quick_check}`);
  } finally {
    written.close();
  }
}

/** Paths, within the data directory, of the files that rows speak of. */
export async function filesNamed(db: Db): Promise<string[]> {
  const pictures = await db.selectFrom('picture').select('id').where('removed_at', 'is', null).execute();
  const declared = await db.selectFrom('batch').select('declaration_id as id').execute();
  const theses = await db.selectFrom('thesis').select('path').where('scan', '!=', 'infected').execute();
  const segments = await db.selectFrom('segment').select('path').execute();
  return [
    ...pictures.map(({ id }) => join('pictures', `${id}.jpg`)),
    ...declared.flatMap(({ id }) => (id === null ? [] : [join('documents', id)])),
    ...theses.map(({ path }) => join('theses', path)),
    ...segments.map(({ path }) => join('evidence', path)),
  ];
}
