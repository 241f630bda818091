import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { BackupError } from './backup-error.ts';

/** Runs one of PostgreSQL's own programs. Throws `BackupError` with what it said when it fails or is not there. */
async function run(program: string, args: readonly string[]): Promise<void> {
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  let code: number | null;
  try {
    [code] = (await once(child, 'close')) as [number | null];
  } catch {
    throw new BackupError(`the program ${program} of PostgreSQL was not found: install its client programs`);
  }
  if (code !== 0) throw new BackupError(`${program} failed: ${said.trim()}`);
}

/** The whole database as of one moment, in one file; whoever writes to it goes on. */
export const dumpPostgres = (url: string, to: string) =>
  run('pg_dump', ['--format=custom', '--no-owner', `--file=${to}`, `--dbname=${url}`]);

/** Into an empty database, whole or not at all. */
export const restorePostgres = (from: string, url: string) =>
  run('pg_restore', ['--single-transaction', '--exit-on-error', '--no-owner', `--dbname=${url}`, from]);
