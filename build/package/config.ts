import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Configuration } from 'electron-builder';
import { ELECTRON_FUSES } from './fuses.ts';
import { LINUX } from './linux.ts';
import { macos } from './macos.ts';
import { STAGE } from './stage.ts';
import { WINDOWS } from './windows.ts';

export interface PackageChoice {
  /** The version of Electron that goes into the package. */
  electronVersion: string;
  /** A folder with that Electron unpacked, for the platform that is packaged; null: electron-builder fetches it. */
  electronDist: string | null;
  /** An exam-server.json that goes into the package; null: it is handed out beside it. */
  examServer: string | null;
  /** Where newer versions will lie, any web server of files; null: the program does not look for any. */
  updates: string | null;
  env: NodeJS.ProcessEnv;
}

/**
 * Beside the archive, because the system that loads it knows no archives; found there from within it and from the thread
 * alike, since both search the folders above them.
 */
const NATIVE_LIBRARY = {
  from: 'node_modules/koffi',
  to: 'node_modules/koffi',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: electron-builder fills these
  filter: ['index.js', 'package.json', 'LICENSE.txt', 'build/koffi/${platform}_${arch}/koffi.node'],
};

/** What electron-builder is told, the same for every platform and then by platform. */
export function packageConfig({
  electronVersion,
  electronDist,
  examServer,
  updates,
  env,
}: PackageChoice): Configuration {
  return {
    appId: 'cn.yunkao.exam',
    productName: 'Yunkao',
    copyright: 'Apache-2.0',
    electronVersion,
    ...(electronDist === null ? {} : { electronDist }),
    electronLanguages: ['zh-CN', 'en-US'],
    directories: { app: STAGE, output: 'dist/packages', buildResources: 'build/package' },
    // The stage holds what is needed; nothing is collected from node_modules or compiled.
    beforeBuild: async () => false,
    // The local runtime brings a program of its own in this place.
    afterExtract: ({ appOutDir }) => rm(join(appOutDir, 'resources/app'), { recursive: true, force: true }),
    asar: true,
    // A thread is started from a file of its own.
    asarUnpack: ['electron/*-thread.cjs'],
    electronFuses: ELECTRON_FUSES,
    // Written into the package, and what lies there beside the installers: nothing is sent there.
    publish: updates === null ? null : { provider: 'generic', url: updates },
    extraResources: [NATIVE_LIBRARY, ...(examServer === null ? [] : [{ from: examServer, to: 'exam-server.json' }])],
    forceCodeSigning: false,
    ...WINDOWS,
    ...macos(env),
    ...LINUX,
  };
}
