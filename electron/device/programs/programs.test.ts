import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import given from '../../../assets/prohibited-programs.json';
import { ProhibitedListSchema } from '../../../shared/contract/prohibited-programs.ts';
import type { Finding } from '../../../shared/contract/shell.ts';
import { linuxProcesses } from '../processes/linux-processes.ts';
import { createProgramCloser } from './close-program.ts';
import { createFileIdentities } from './file-identity.ts';
import { createProcessScan } from './process-scan.ts';
import { createProgramFinder, foundPrograms } from './program-finder.ts';
import { createProgramWatch } from './program-watch.ts';

/** On Linux, with real processes: copies of Node under the name of a listed program, or under another one. */
const onLinux = describe.runIf(process.platform === 'linux');
const list = ProhibitedListSchema.parse(given);
const LISTEN = 'require("net").createServer().listen(+process.argv[1],"127.0.0.1",()=>console.log("up"));';
const DEAF = 'process.on("SIGTERM",()=>{});';

let folder = '';
let freePort = 0;
const started: ChildProcess[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yunkao-programs-'));
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  freePort = typeof address === 'object' && address ? address.port : 0;
  server.close();
  await once(server, 'close');
});

afterEach(async () => {
  for (const child of started.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs a copy of Node as a program of this name, until it says that it listens. */
async function start(name: string, script = LISTEN): Promise<ChildProcess> {
  const path = join(folder, name);
  await copyFile(process.execPath, path);
  const child = spawn(path, ['-e', script, String(freePort)], { stdio: ['ignore', 'pipe', 'inherit'] });
  started.push(child);
  await once(child.stdout as NodeJS.ReadableStream, 'data');
  return child;
}

/** `settled`: what is awaited where the closer gives a service time to start the program again. */
function shell(settled: Promise<unknown> = Promise.resolve()) {
  const lines: string[] = [];
  const log = (text: string) => void lines.push(text);
  const scan = createProcessScan({
    processes: linuxProcesses,
    identityOf: createFileIdentities(),
    ownPath: process.execPath,
    log,
  });
  const finder = createProgramFinder({ list, system: 'linux', scan, log });
  // A port that nobody else listens on, in place of a listed one that somebody on this computer may use.
  const own = { name: '远程软件', publisher: '某公司', policy: 'end' as const, images: [], bundleIds: [] };
  finder.extend([{ ...own, ports: [freePort] }]);
  const found = async () => foundPrograms(await finder.matches());
  const wait = async (ms: number) => {
    if (ms > 1_000) await settled;
    else await new Promise((resolve) => setTimeout(resolve, ms / 10));
  };
  return { finder, found, lines, close: createProgramCloser({ finder, processes: linuxProcesses, wait, log }) };
}

onLinux('[LOCK-5] a real program', () => {
  it('is found by its name, and closes when it is asked to', async () => {
    const child = await start('sunloginclient');
    const { found, close } = shell();
    expect(await found()).toContainEqual(
      expect.objectContaining({ id: 'sunlogin', by: 'image', image: 'sunloginclient', closable: true }),
    );
    expect(await close('sunlogin')).toBe('closed');
    expect(child.signalCode).toBe('SIGTERM');
    expect((await found()).map(({ id }) => id)).not.toContain('sunlogin');
    expect(await close('sunlogin')).toBe('gone');
  });

  it('is found under another name by the port on which it listens, and is ended when it does not close', async () => {
    const child = await start('notes', DEAF + LISTEN);
    const { found, close } = shell();
    expect(await found()).toContainEqual(
      expect.objectContaining({ id: 'extra-1', by: 'port', image: 'notes', closable: true }),
    );
    expect(await close('extra-1')).toBe('ended');
    expect(child.signalCode).toBe('SIGKILL');
  });

  it('that something starts again is said to come back', async () => {
    const first = await start('anydesk');
    const again = once(first, 'exit').then(() => start('anydesk'));
    expect(await shell(again).close('anydesk')).toBe('comes_back');
  });

  it('whose policy is to ask is never touched', async () => {
    const child = await start('vmplayer');
    const { found, close } = shell();
    expect(await found()).toContainEqual(expect.objectContaining({ id: 'vmware', policy: 'ask', closable: false }));
    expect(await close('vmware')).toBe('refused');
    expect(child.signalCode).toBeNull();
  });

  it('is told once while the exam runs, and those after it as well', async () => {
    const { finder } = shell();
    const told: Finding[] = [];
    const looks: (() => void)[] = [];
    const watch = createProgramWatch({
      finder,
      schedule: (task) => {
        looks.push(task);
        return () => void looks.splice(0);
      },
      report: (finding) => told.push(finding),
      log: () => undefined,
    });
    const names = () => told.map(({ detail }) => detail.program).filter((name) => String(name).includes('远程'));
    watch.begin();
    watch.begin();
    await expect.poll(() => looks).toHaveLength(1);
    expect(names()).toEqual([]);
    await start('anydesk');
    for (const expected of [2, 3]) {
      looks[expected - 2]?.();
      await expect.poll(() => looks).toHaveLength(expected);
    }
    expect(names()).toEqual(['AnyDesk 远程桌面']);
    expect(told.find(({ detail }) => detail.image === 'anydesk')).toMatchObject({
      kind: 'prohibited_app',
      detail: { policy: 'end', by: 'image' },
    });
    watch.end();
    expect(looks).toEqual([]);
  });
});

describe('what an organiser added', () => {
  it('is left out where it is wrong, although the exam centre let it pass, and the rest holds', async () => {
    const lines: string[] = [];
    const bank = { pid: 1, image: 'bank', path: null, originalName: null, bundleId: null, signers: [], ports: [] };
    const finder = createProgramFinder({
      list,
      system: 'linux',
      scan: async () => [bank, { ...bank, pid: 2, image: 'explorer.exe' }],
      log: (text) => lines.push(text),
    });
    const extra = { name: '题库', publisher: '', policy: 'end' as const, bundleIds: [], ports: [] };
    finder.extend([
      { ...extra, images: ['explorer.exe'] },
      { ...extra, images: ['bank'] },
    ]);
    expect((await finder.matches()).map(({ program, process }) => [program.id, process.pid])).toEqual([['extra-2', 1]]);
    expect(lines).toEqual(['an added program is left out: 1 system_program explorer.exe']);
  });
});
