import { stat } from 'node:fs/promises';
import { readBundleId } from '../executable/bundle-id.ts';
import { readPeFile } from '../executable/pe-file.ts';
import { withFile } from '../executable/read-at.ts';
import { readSignerNames } from '../executable/signer-names.ts';
import { readVersionStrings } from '../executable/version-resource.ts';

/** What a program's file says it is, whatever it is called now. */
export interface FileIdentity {
  originalName: string | null;
  bundleId: string | null;
  signers: readonly string[];
}

export const UNKNOWN: FileIdentity = { originalName: null, bundleId: null, signers: [] };

async function readIdentity(path: string): Promise<FileIdentity> {
  const bundleId = await readBundleId(path).catch(() => null);
  const told = await withFile(path, async (readAt) => {
    const pe = await readPeFile(readAt);
    if (!pe) return null;
    const strings = await readVersionStrings(pe, readAt);
    return { originalName: strings.get('OriginalFilename') || null, signers: await readSignerNames(pe, readAt) };
  });
  return { ...UNKNOWN, ...told, bundleId };
}

/** Reads each file once, and again when it has changed. A file that cannot be read tells nothing. */
export function createFileIdentities(): (path: string) => Promise<FileIdentity> {
  const known = new Map<string, { version: string; identity: FileIdentity }>();
  return async (path) => {
    try {
      const { mtimeMs, size } = await stat(path);
      const version = `${mtimeMs} ${size}`;
      const before = known.get(path);
      if (before?.version === version) return before.identity;
      const identity = await readIdentity(path);
      known.set(path, { version, identity });
      return identity;
    } catch {
      return UNKNOWN;
    }
  };
}
