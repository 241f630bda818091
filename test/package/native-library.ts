import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ensureElectron } from '../../build/runtimes/electron.ts';
import { newCandidateFolder } from './packaged-window.ts';

const run = promisify(execFile);

/** Asks for the native library from where the main process and the thread lie, and calls it from a thread. */
const PROBE = `
const { createRequire } = require('node:module');
const { Worker, isMainThread, parentPort, workerData } = require('node:worker_threads');
const ownPid = (file) => createRequire(file)('koffi').load('libc.so.6').func('int getpid()')();
if (isMainThread) {
  const resources = process.argv[2];
  const main = ownPid(resources + '/app.asar/electron/main.cjs');
  const thread = new Worker(__filename, { workerData: resources + '/app.asar.unpacked/electron/key-hook-thread.cjs' });
  thread.on('message', (pid) => console.log(JSON.stringify([main, pid, process.pid])));
  thread.on('error', (cause) => { console.error(cause); process.exit(1); });
} else parentPort.postMessage(ownPid(workerData));
`;

/**
 * Loads the native library of a package from its archive and from a thread beside it, in the same Electron before its fuses
 * were set: afterwards nothing but the program itself runs in it. Throws when a call does not answer.
 */
export async function tryNativeLibrary(folder: string): Promise<void> {
  const probe = join(await newCandidateFolder(), 'probe.cjs');
  await writeFile(probe, PROBE);
  const { stdout } = await run(await ensureElectron(), [probe, join(folder, 'resources')], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
  });
  const [main, thread, pid] = JSON.parse(stdout.trim().split('\n').at(-1) ?? '[]');
  if (main !== pid || thread !== pid) throw new Error(`the native library did not answer: ${stdout}`);
}
