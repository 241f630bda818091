import { execFile } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectPath } from '../../../build/project.ts';

const run = promisify(execFile);

/** The clocks of one computer, as every program sees them that was started with `env`. */
export interface MovedClocks {
  env: NodeJS.ProcessEnv;
  /** By how much its wall clock is ahead of this machine's, ms. */
  readonly wallAhead: number;
  /** Somebody, or a time server, sets the clock. */
  setAhead(ms: number): void;
  /** The time of a sleep passes: on the wall and since boot, and not on the monotonic clock. Its programs have to stand still. */
  sleep(ms: number): void;
}

/** Clocks of computers that can be moved one by one (Linux, with a C compiler); null where they cannot. */
export async function openMovedClocks(): Promise<{ computer(name: string): MovedClocks; close(): void } | null> {
  if (process.platform !== 'linux') return null;
  const folder = mkdtempSync(join(tmpdir(), 'yunkao-clocks-'));
  const library = join(folder, 'moved-clocks.so');
  const files: number[] = [];
  const close = (): void => {
    for (const file of files) closeSync(file);
    rmSync(folder, { recursive: true });
  };
  try {
    const source = projectPath('test/fault/real/moved-clocks.c');
    await run('cc', ['-shared', '-fPIC', '-O2', '-o', library, source]);
  } catch (cause) {
    close();
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw cause;
  }
  return {
    close,
    computer(name) {
      const path = join(folder, name);
      const file = openSync(path, 'w');
      files.push(file);
      let [wall, sinceBoot] = [0, 0];
      const note = (): void => {
        const moved = new BigInt64Array([wall, sinceBoot].map((ms) => BigInt(ms) * 1_000_000n));
        writeSync(file, new Uint8Array(moved.buffer), 0, moved.byteLength, 0);
      };
      note();
      return {
        env: { LD_PRELOAD: library, MOVED_CLOCKS: path },
        get wallAhead() {
          return wall;
        },
        setAhead(ms) {
          wall += ms;
          note();
        },
        sleep(ms) {
          wall += ms;
          sinceBoot += ms;
          note();
        },
      };
    },
  };
}
