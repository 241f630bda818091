import { once } from 'node:events';
import { existsSync, watch } from 'node:fs';
import { chmod, readdir, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { say } from '../../build/terminal.ts';
import { startCentre } from '../rehearsal/centre.ts';
import type { Display } from '../rehearsal/display.ts';
import { offerVersion } from './offered-version.ts';
import { newCandidateFolder, openPackagedWindow, type PackagedWindow } from './packaged-window.ts';

const VERSION = '99.0.0';
/** From the first field: the second one, then the button that signs in, then the notice's. */
const TO_THE_BUTTON = ['Tab', 'Tab', 'Tab'];
const NEAR = { sessionInSeconds: 600, durationSeconds: 600, breakSeconds: 60 };
/** The sample's own dates, long past. */
const FAR = 'calendar';

/** Resolves once the file is there. */
function untilThere(file: string): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (!existsSync(file)) return;
      watcher.close();
      resolve();
    };
    const watcher = watch(dirname(file), look);
    look();
  });
}

/** The file that an AppImage runs from, which is what is replaced; here it only has to lie there. */
async function installedFile(): Promise<{ folder: string; file: string }> {
  const folder = await newCandidateFolder();
  const file = join(folder, 'yunkao-0.1.0-linux-x64.AppImage');
  await writeFile(file, 'the version before');
  await chmod(file, 0o777);
  return { folder, file };
}

/**
 * Replaces the packaged program by a newer one over the network, through its own updater: not when a session is near,
 * else when the button is pressed; and the new program is started (UPD-1). The new one is a script that leaves its mark.
 */
export async function tryUpdate(executable: string, display: Display): Promise<void> {
  const { folder, file } = await installedFile();
  const mark = join(folder, 'mark');
  const program = Buffer.from(`#!/bin/sh\necho ${VERSION} > ${mark}\n`);
  const offered = await offerVersion(VERSION, program);
  const addressFile = join(dirname(executable), 'resources/app-update.yml');
  await writeFile(addressFile, `provider: generic\nurl: ${offered.address}\nupdaterCacheDirName: yunkao-updater\n`);
  async function inWindow(
    times: typeof NEAR | typeof FAR,
    use: (window: PackagedWindow) => Promise<void>,
  ): Promise<void> {
    const centre = await startCentre(times);
    const args = [`--server=${centre.origin}`, `--fingerprint=${centre.fingerprint}`];
    const window = await openPackagedWindow(executable, args, display.env, { APPIMAGE: file });
    try {
      await window.shown((title) => title.startsWith('云考 Yunkao'));
      await use(window);
    } finally {
      await window.end();
      await centre.close();
    }
  }
  try {
    await inWindow(NEAR, async (window) => {
      await window.logged('no update: a session is near');
      await window.neverLogged('updater:');
    });
    if (offered.asked.length > 0) throw new Error(`asked for ${offered.asked.join(', ')} ten minutes before a session`);
    await inWindow(FAR, async (window) => {
      await window.logged(`version ${VERSION} is there`);
      await window.logged(`version ${VERSION} is ready`);
      const ended = once(window.process, 'exit');
      for (const key of [...TO_THE_BUTTON, 'Return']) await window.key(key);
      await window.within(ended, 'it did not end to be replaced');
      await window.within(untilThere(mark), 'the new version was not started');
    });
    // The version is in the file's name: the new one lies beside where the one before lay.
    const left = await readdir(folder);
    const expected = [offered.file, 'mark'];
    if (!expected.every((name) => left.includes(name)) || left.includes(basename(file)))
      throw new Error(`not replaced: ${left.join(', ')}`);
    say('已从网络更新并重新启动；临近考试时不更新', 'updated over the network and started anew; not near a session');
  } finally {
    await offered.close();
    await rm(addressFile);
  }
}
