import type { Configuration } from 'electron-builder';

/**
 * Windows 7 to 11: installed for one user without an administrator, silently with /S. What a candidate answered lies in
 * the data folder, which an uninstall leaves alone. Signed when CSC_LINK and CSC_KEY_PASSWORD are in the environment.
 */
export const WINDOWS: Pick<Configuration, 'win' | 'nsis'> = {
  win: {
    target: [{ target: 'nsis', arch: ['ia32', 'x64'] }],
    icon: 'assets/icon/icon.ico',
    requestedExecutionLevel: 'asInvoker',
    legalTrademarks: '云考试 Yunkao',
  },
  nsis: {
    oneClick: true,
    perMachine: false,
    deleteAppDataOnUninstall: false,
    createDesktopShortcut: 'always',
    shortcutName: '云考试',
    uninstallDisplayName: '云考试 Yunkao',
    // One installer each: together they would be twice the size on a slow line.
    buildUniversalInstaller: false,
    // biome-ignore lint/suspicious/noTemplateCurlyInString: electron-builder fills these
    artifactName: 'yunkao-${version}-windows-${arch}.${ext}',
    installerLanguages: ['zh_CN', 'en_US'],
    include: 'build/package/windows/exam-server.nsh',
  },
};
