import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdtemp, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { findPostgres } from '../../build/runtimes/postgres.ts';

const run = promisify(execFile);
const READY = 'database system is ready to accept connections';

/** PostgreSQL refuses root: then the account that Debian made for it, or the one that owns nothing. */
async function account(): Promise<{ uid: number; gid: number } | null> {
  if (process.getuid?.() !== 0) return null;
  const idOf = async (user: string, which: '-u' | '-g') => Number((await run('id', [which, user])).stdout);
  const user = await idOf('postgres', '-u').then(
    () => 'postgres',
    () => 'nobody',
  );
  return { uid: await idOf(user, '-u'), gid: await idOf(user, '-g') };
}

const IN_MEMORY = '/dev/shm';
/** Some databases of ten megabytes each at a time, and their log. */
const ROOM_BYTES = 1024 ** 3;

/** Memory where there is room, so that making a database a test costs a tenth; a kill takes nothing from it either. */
async function roomyFolder(): Promise<string> {
  const free = await statfs(IN_MEMORY).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => 0,
  );
  return free >= ROOM_BYTES ? IN_MEMORY : tmpdir();
}

/** A PostgreSQL server of our own in a directory of its own, reached by a socket in it, as durable as any. */
export class Cluster {
  private server!: ChildProcess;
  /** Of its first process, whose children the others are. */
  get pid(): number {
    return this.server.pid ?? 0;
  }
  private constructor(
    private readonly programs: string,
    private readonly directory: string,
    private readonly owner: { uid: number; gid: number } | null,
  ) {}

  /** Null where this computer has no PostgreSQL. `folder`: where a directory is made for it. */
  static async make(folder?: string): Promise<Cluster | null> {
    const programs = findPostgres();
    if (!programs) return null;
    const directory = await mkdtemp(join(folder ?? (await roomyFolder()), 'yunkao-postgres-'));
    const owner = await account();
    if (owner) await chown(directory, owner.uid, owner.gid);
    const cluster = new Cluster(programs, directory, owner);
    const options = ['--auth=trust', '--username=yunkao', '--encoding=UTF8', '--locale=C', '--no-sync'];
    await run(join(programs, 'initdb'), ['--pgdata', cluster.data, ...options], { ...owner, cwd: directory });
    await cluster.start();
    return cluster;
  }

  private get data(): string {
    return join(this.directory, 'data');
  }

  async start(): Promise<void> {
    const settings = ['listen_addresses=', 'max_connections=100'].flatMap((setting) => ['-c', setting]);
    const args = ['-D', this.data, '-k', this.directory, ...settings];
    const options = { ...this.owner, cwd: this.directory };
    this.server = spawn(join(this.programs, 'postgres'), args, { ...options, stdio: ['ignore', 'ignore', 'pipe'] });
    const said: string[] = [];
    await new Promise<void>((resolve, reject) => {
      // Read to the end, so that its log never waits for a reader.
      createInterface({ input: this.server.stderr as NodeJS.ReadableStream }).on('line', (line) => {
        if (said.length < 50) said.push(line);
        if (line.includes(READY)) resolve();
      });
      this.server.once('exit', () => reject(new Error(`PostgreSQL did not start:\n${said.join('\n')}`)));
    });
  }

  /** `SIGKILL` as a power cut has it, `SIGINT` as an operator. */
  async stop(signal: 'SIGKILL' | 'SIGINT'): Promise<void> {
    if (this.server.exitCode !== null || this.server.signalCode !== null) return;
    const gone = once(this.server, 'exit');
    this.server.kill(signal);
    await gone;
  }

  url(database: string): string {
    return `postgresql://yunkao@${encodeURIComponent(this.directory)}/${database}`;
  }

  async end(): Promise<void> {
    await this.stop('SIGINT');
    await rm(this.directory, { recursive: true, force: true });
  }
}
