import { createPublicKey } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { OptionError } from './command-line.ts';

/** The public keys in these files, PEM. Throws `OptionError` for one that is none of Ed25519. */
export async function readBuildKeys(files: readonly string[]): Promise<string[]> {
  return Promise.all(
    files.map(async (file) => {
      try {
        const pem = await readFile(file, 'utf8');
        if (createPublicKey(pem).asymmetricKeyType === 'ed25519') return pem;
      } catch (cause) {
        throw new OptionError(`--build-key ${file}: ${(cause as Error).message}`);
      }
      throw new OptionError(`--build-key ${file}: expected an Ed25519 public key (PEM)`);
    }),
  );
}
