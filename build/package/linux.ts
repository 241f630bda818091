import type { Configuration } from 'electron-builder';

/** Linux, to rehearse and to test: candidates have Windows or macOS (annex 4). */
export const LINUX: Pick<Configuration, 'linux'> = {
  linux: {
    target: [{ target: 'AppImage', arch: ['x64'] }],
    executableName: 'yunkao',
    icon: 'assets/icon/png',
    category: 'Education',
    synopsis: '云考试 Yunkao',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: electron-builder fills these
    artifactName: 'yunkao-${version}-linux-${arch}.${ext}',
    desktop: { entry: { Name: 'Yunkao', 'Name[zh_CN]': '云考试' } },
  },
};
