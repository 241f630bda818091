import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { LogFile } from '../log/log-file.ts';
import type { Updater } from './updates.ts';

/** Where a package says from where it is updated; electron-builder writes it when it was told (`--updates`). */
const ADDRESS_FILE = 'app-update.yml';

/** Null: this package has no address, or this is no package. */
export function packageUpdater(resources: string, log: LogFile): (() => Promise<Updater>) | null {
  return existsSync(join(resources, ADDRESS_FILE)) ? () => openPackageUpdater(log) : null;
}

async function openPackageUpdater(log: LogFile): Promise<Updater> {
  // Loaded when it is needed: most starts are on an exam day, when it is not.
  const { autoUpdater, CancellationToken } = await import('electron-updater');
  const cancellation = new CancellationToken();
  autoUpdater.autoDownload = false;
  // Only the candidate's own press replaces the program.
  autoUpdater.autoInstallOnAppQuit = false;
  autoUpdater.logger = {
    info: (text) => log.write('info', `updater: ${text}`),
    warn: (text) => log.write('warn', `updater: ${text}`),
    error: (text) => log.write('warn', `updater: ${text}`),
  };
  return {
    async check() {
      const found = await autoUpdater.checkForUpdates();
      return found?.isUpdateAvailable ? found.updateInfo.version : null;
    },
    async fetch(tell) {
      const told = ({ percent }: { percent: number }): void => tell(percent);
      autoUpdater.on('download-progress', told);
      try {
        await autoUpdater.downloadUpdate(cancellation);
      } finally {
        autoUpdater.off('download-progress', told);
      }
    },
    cancelFetch: () => cancellation.cancel(),
    replace: () => autoUpdater.quitAndInstall(true, true),
  };
}
