import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { lockDirectory } from '../sql/directory-lock.ts';

/** Another server works on this data directory. */
export class DirectoryInUse extends Error {}

export interface DataDirectory {
  /** Where the rows lie, unless a PostgreSQL database has them. */
  database: string;
  evidence: string;
  pictures: string;
  documents: string;
  theses: string;
  tls: string;
  log: string;
  release(): void;
}

/**
 * Makes the directory if need be, for the server's own account only, and holds it: alone, or as this member of an exam centre of
 * several processes, with a log and a certificate of its own. Throws `DirectoryInUse`.
 */
export async function holdDataDirectory(path: string, member: string | null = null): Promise<DataDirectory> {
  await mkdir(path, { recursive: true, mode: 0o700 });
  await chmod(path, 0o700);
  const release = lockDirectory(join(path, 'server.lock'), member !== null);
  if (!release)
    throw new DirectoryInUse(`another server is using the data directory ${path}; stop it or name another with --data`);
  return {
    database: join(path, 'yunkao.db'),
    evidence: join(path, 'evidence'),
    pictures: join(path, 'pictures'),
    documents: join(path, 'documents'),
    theses: join(path, 'theses'),
    tls: join(path, member === null ? 'tls' : `tls-${member}`),
    log: join(path, member === null ? 'server.log' : `server-${member}.log`),
    release,
  };
}
