import type { AttemptFiles } from '../disk/attempt-files.ts';
import type { LogFile } from '../log/log-file.ts';

/** The part of Electron's `safeStorage` that is used: DPAPI on Windows, the keychain on macOS, a keyring on Linux. */
export interface SystemSeal {
  isEncryptionAvailable(): boolean;
  encryptString(plain: string): Buffer;
  decryptString(sealed: Buffer): string;
  /** Linux only, and not yet in the Electron that ships. */
  getSelectedStorageBackend?(): string;
}

/** Keys of attempts that are not over, sealed by the system: readable by this user on this computer only. */
export interface AttemptKeys {
  /** False when the system has no safe place: then nothing is written at all. */
  keep(attemptId: string, attemptKey: string): Promise<boolean>;
  read(attemptId: string): Promise<string | null>;
  forget(attemptId: string): Promise<void>;
}

export function createAttemptKeys(files: AttemptFiles, seal: SystemSeal, log: LogFile): AttemptKeys {
  /** Without a keyring Chromium would seal with a password that everybody knows. */
  const safe = (): boolean => seal.isEncryptionAvailable() && seal.getSelectedStorageBackend?.() !== 'basic_text';
  return {
    async keep(attemptId, attemptKey) {
      if (!safe()) {
        log.write('warn', 'the attempt key is not kept: this system has no safe place for it');
        return false;
      }
      await files.write(attemptId, seal.encryptString(attemptKey));
      return true;
    },
    async read(attemptId) {
      const sealed = await files.read(attemptId);
      if (!sealed || !safe()) return null;
      try {
        return seal.decryptString(sealed);
      } catch (cause) {
        // Another user, a reset keyring, a damaged file: the key comes with the next sign-in.
        log.write('warn', `the kept attempt key cannot be opened: ${cause}`);
        return null;
      }
    },
    forget: files.remove,
  };
}
