import type { Configuration } from 'electron-builder';

/** English, for systems in a language we have no words in; `*.lproj/InfoPlist.strings` has them in Chinese too. */
const USAGE = {
  NSCameraUsageDescription:
    'The camera shows the proctor who sits the examination. It is on during the examination only.',
  NSMicrophoneUsageDescription: 'The microphone lets the proctor hear the room. It is on during the examination only.',
};

/** Whether whoever packages has given what Apple's notary wants: an API key, or an Apple ID with its password. */
const mayNotarise = (env: NodeJS.ProcessEnv): boolean =>
  Boolean(
    (env.APPLE_API_KEY && env.APPLE_API_KEY_ID && env.APPLE_API_ISSUER) ||
      (env.APPLE_ID && env.APPLE_APP_SPECIFIC_PASSWORD && env.APPLE_TEAM_ID),
  );

/** macOS 10.13 and newer on Intel; on Apple's own processors by translation, until Electron 22 is left behind. */
export function macos(env: NodeJS.ProcessEnv): Pick<Configuration, 'mac' | 'dmg'> {
  return {
    mac: {
      // The dmg is opened by hand; an update comes as the zip, which is what macOS's own updater takes.
      target: ['dmg', 'zip'].map((target) => ({ target, arch: ['x64'] })),
      icon: 'assets/icon/icon.icns',
      category: 'public.app-category.education',
      minimumSystemVersion: '10.13.0',
      hardenedRuntime: true,
      gatekeeperAssess: false,
      entitlements: 'build/package/macos/entitlements.plist',
      entitlementsInherit: 'build/package/macos/entitlements.plist',
      notarize: mayNotarise(env),
      // biome-ignore lint/suspicious/noTemplateCurlyInString: electron-builder fills these
      artifactName: 'yunkao-${version}-macos-${arch}.${ext}',
      extendInfo: {
        ...USAGE,
        CFBundleDevelopmentRegion: 'en',
        CFBundleLocalizations: ['zh_CN', 'en'],
        LSHasLocalizedDisplayName: true,
      },
      extraResources: ['zh_CN.lproj', 'en.lproj'].map((folder) => ({
        from: `build/package/macos/${folder}`,
        to: folder,
      })),
    },
    dmg: { title: '云考试 Yunkao' },
  };
}
