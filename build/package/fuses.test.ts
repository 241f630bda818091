import { FuseV1Options, FuseVersion } from '@electron/fuses';
import { FuseState } from '@electron/fuses/dist/constants.js';
import { expect, it } from 'vitest';
import { wrongFuses } from './fuses.ts';

const { ENABLE, DISABLE } = FuseState;
const wire = {
  version: FuseVersion.V1,
  resetAdHocDarwinSignature: false,
  [FuseV1Options.RunAsNode]: DISABLE,
  [FuseV1Options.EnableCookieEncryption]: DISABLE,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: DISABLE,
  [FuseV1Options.EnableNodeCliInspectArguments]: DISABLE,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: ENABLE,
  [FuseV1Options.OnlyLoadAppFromAsar]: ENABLE,
} as const;

it('takes a wire as we set it', () => {
  expect(wrongFuses(wire)).toEqual([]);
});

it('names each fuse that is not set', () => {
  expect(wrongFuses({ ...wire, [FuseV1Options.RunAsNode]: ENABLE })).toEqual(['runAsNode']);
  expect(wrongFuses({ ...wire, [FuseV1Options.OnlyLoadAppFromAsar]: FuseState.REMOVED })).toEqual([
    'onlyLoadAppFromAsar',
  ]);
});
