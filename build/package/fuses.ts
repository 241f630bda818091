import { type FuseConfig, FuseV1Options, FuseVersion, getCurrentFuseWire } from '@electron/fuses';
import { FuseState } from '@electron/fuses/dist/constants.js';

/**
 * What is burnt into the executable, so that no switch, variable or file beside it opens it again. Cookie encryption
 * stays off: the exam window keeps none, and where there is no keyring it would only fail.
 */
export const ELECTRON_FUSES = {
  runAsNode: false,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableCookieEncryption: false,
  onlyLoadAppFromAsar: true,
  // Checked by Electron 22 on macOS only; on Windows from 30 on, on Linux never.
  enableEmbeddedAsarIntegrityValidation: true,
} as const;

const PLACES: Record<keyof typeof ELECTRON_FUSES, FuseV1Options> = {
  runAsNode: FuseV1Options.RunAsNode,
  enableNodeOptionsEnvironmentVariable: FuseV1Options.EnableNodeOptionsEnvironmentVariable,
  enableNodeCliInspectArguments: FuseV1Options.EnableNodeCliInspectArguments,
  enableCookieEncryption: FuseV1Options.EnableCookieEncryption,
  onlyLoadAppFromAsar: FuseV1Options.OnlyLoadAppFromAsar,
  enableEmbeddedAsarIntegrityValidation: FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
};

type FuseName = keyof typeof ELECTRON_FUSES;
export const FUSE_NAMES = Object.keys(ELECTRON_FUSES) as FuseName[];

/** Names of the fuses that `wire` does not have as we set them. */
export function wrongFuses(wire: FuseConfig<FuseState>): FuseName[] {
  if (wire.version !== FuseVersion.V1) return FUSE_NAMES;
  return FUSE_NAMES.filter((name) => {
    const wanted = ELECTRON_FUSES[name] ? FuseState.ENABLE : FuseState.DISABLE;
    return wire[PLACES[name]] !== wanted;
  });
}

/** Reads the fuses of a built executable back and throws when one is not as it must be. */
export async function requireFuses(executable: string): Promise<void> {
  const wrong = wrongFuses(await getCurrentFuseWire(executable));
  if (wrong.length > 0) throw new Error(`fuses of ${executable} are not set: ${wrong.join(', ')}`);
}
