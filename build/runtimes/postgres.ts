import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where Debian keeps the programs of each version; only the client's are in the PATH. */
const DEBIAN = '/usr/lib/postgresql';
const OLDEST = 15;

/** The directory of PostgreSQL's own programs, 15 or newer, on this computer; null when it has none. */
export function findPostgres(): string | null {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).map(Number) : [];
  const newest = versions.filter((version) => version >= OLDEST).sort((left, right) => right - left);
  const directories = [...newest.map((version) => join(DEBIAN, String(version), 'bin')), ...pathDirectories()];
  const program = process.platform === 'win32' ? 'initdb.exe' : 'initdb';
  return directories.find((directory) => existsSync(join(directory, program))) ?? null;
}

const pathDirectories = () => (process.env.PATH ?? '').split(delimiter).filter((directory) => directory !== '');
