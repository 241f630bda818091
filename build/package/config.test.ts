import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { Packager, Platform } from 'electron-builder';
import { describe, expect, it } from 'vitest';
import { projectPath } from '../project.ts';
import { packageConfig } from './config.ts';
import { RELEASE_ELECTRON } from './make-package.ts';

const choice = {
  ...{ electronVersion: RELEASE_ELECTRON, electronDist: null, examServer: null, updates: null, env: {} },
};
const config = packageConfig(choice);

it.each([Platform.WINDOWS, Platform.MAC, Platform.LINUX])(
  'electron-builder takes the configuration for $name',
  async (platform) => {
    // The program is laid out when it is packaged; its description is not what is tried here.
    const whole = { ...config, directories: {} };
    const packager = new Packager({ projectDir: projectPath(), targets: platform.createTarget(), config: whole });
    await packager.validateConfig();
    expect(packager.config).toMatchObject({ electronVersion: '22.3.27', electronFuses: { runAsNode: false } });
  },
  30_000,
);

it('every file the configuration names is in the project', () => {
  const named = [
    ...[config.win?.icon, config.mac?.icon, config.linux?.icon, config.nsis?.include],
    ...[config.mac?.entitlements, config.mac?.entitlementsInherit],
  ];
  expect(named.filter((path) => typeof path !== 'string' || !existsSync(projectPath(path)))).toEqual([]);
});

it('packages for candidates hold the Electron that the types and tests are of', async () => {
  const { version } = JSON.parse(await readFile(projectPath('node_modules/electron/package.json'), 'utf8'));
  expect(version).toBe(RELEASE_ELECTRON);
});

it('[UPD-1] looks for updates exactly where whoever packages says', () => {
  expect(config.publish).toBeNull();
  const url = 'https://updates.example/yunkao/';
  expect(packageConfig({ ...choice, updates: url }).publish).toEqual({ provider: 'generic', url });
});

describe('Windows', () => {
  it('is installed without an administrator, on 32 and 64 bits, and an uninstall keeps the answers', () => {
    expect(config.win).toMatchObject({
      requestedExecutionLevel: 'asInvoker',
      target: [{ target: 'nsis', arch: ['ia32', 'x64'] }],
    });
    expect(config.nsis).toMatchObject({ oneClick: true, perMachine: false, deleteAppDataOnUninstall: false });
  });
});

describe('macOS', () => {
  it('runs from 10.13 on, hardened, on Intel', () => {
    expect(config.mac).toMatchObject({ minimumSystemVersion: '10.13.0', hardenedRuntime: true });
    expect(JSON.stringify(config.mac?.target)).not.toContain('arm64');
  });

  it('is notarised exactly when the environment says by whom', () => {
    const notarised = (env: NodeJS.ProcessEnv) => packageConfig({ ...choice, env }).mac?.notarize;
    expect(notarised({})).toBe(false);
    expect(notarised({ APPLE_ID: 'a@b.example', APPLE_APP_SPECIFIC_PASSWORD: 'x', APPLE_TEAM_ID: 'T' })).toBe(true);
    expect(notarised({ APPLE_ID: 'a@b.example' })).toBe(false);
  });

  it.each(['zh_CN', 'en'])('says in %s what camera and microphone are for', async (language) => {
    const text = await readFile(projectPath(`build/package/macos/${language}.lproj/InfoPlist.strings`), 'utf8');
    const keys = [...text.matchAll(/^(\w+) = "[^"]+";$/gm)].map(([, key]) => key);
    expect(keys).toEqual(['CFBundleDisplayName', 'NSCameraUsageDescription', 'NSMicrophoneUsageDescription']);
    expect(config.mac?.extendInfo).toMatchObject({ NSCameraUsageDescription: expect.any(String) });
  });

  it('may use camera and microphone under the hardened runtime', async () => {
    const entitlements = await readFile(projectPath(String(config.mac?.entitlements)), 'utf8');
    for (const right of ['cs.allow-jit', 'device.camera', 'device.audio-input']) {
      expect(entitlements).toMatch(new RegExp(`<key>com.apple.security.${right}</key>\\s*<true/>`));
    }
  });
});
