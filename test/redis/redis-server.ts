import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { createInterface } from 'node:readline';
import { findRedis } from '../../build/runtimes/redis.ts';
import { freePort } from '../free-port.ts';

/** Why a test is left out. Throws where it must not be: `YUNKAO_REDIS=required`. */
export function noRedis(): string {
  if (process.env.YUNKAO_REDIS === 'required') throw new Error('There is no Redis on this computer.');
  return 'no Redis on this computer';
}

/** A Redis server of our own, which forgets everything when it ends. */
export class RedisServer {
  private server!: ChildProcess;
  private constructor(
    private readonly program: string,
    private readonly port: number,
  ) {}

  /** Null where this computer has no Redis. */
  static async make(): Promise<RedisServer | null> {
    const program = findRedis();
    if (!program) return null;
    const server = new RedisServer(program, await freePort());
    await server.start();
    return server;
  }

  get pid(): number {
    return this.server.pid ?? 0;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}/0`;
  }

  async start(): Promise<void> {
    const args = ['--port', String(this.port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
    this.server = spawn(this.program, args, { cwd: tmpdir(), stdio: ['ignore', 'pipe', 'ignore'] });
    await new Promise<void>((resolve, reject) => {
      createInterface({ input: this.server.stdout as NodeJS.ReadableStream }).on('line', (line) => {
        if (line.includes('Ready to accept connections')) resolve();
      });
      this.server.once('exit', () => reject(new Error('Redis did not start')));
    });
  }

  /** Everything in it is gone. */
  async stop(): Promise<void> {
    if (this.server.exitCode !== null || this.server.signalCode !== null) return;
    const gone = once(this.server, 'exit');
    this.server.kill('SIGKILL');
    await gone;
  }
}
