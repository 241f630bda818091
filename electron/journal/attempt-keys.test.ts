import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAttemptFiles } from '../disk/attempt-files.ts';
import { createAttemptKeys, type SystemSeal } from './attempt-keys.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yunkao-keys-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A system's seal under a key of one user; Electron's own is tried in test/e2e/shell.test.ts. */
function userSeal(backend: string | null, user = randomBytes(32)): SystemSeal {
  return {
    isEncryptionAvailable: () => true,
    encryptString(plain) {
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', user, iv);
      return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    },
    decryptString(sealed) {
      const cipher = createDecipheriv('aes-256-gcm', user, sealed.subarray(0, 12));
      cipher.setAuthTag(sealed.subarray(-16));
      return Buffer.concat([cipher.update(sealed.subarray(12, -16)), cipher.final()]).toString();
    },
    ...(backend && { getSelectedStorageBackend: () => backend }),
  };
}

const attemptKey = randomBytes(32).toString('base64');

function rig(seal: SystemSeal) {
  const lines: string[] = [];
  const log = { write: (level: string, text: string) => void lines.push(`${level} ${text}`) };
  return { keys: createAttemptKeys(createAttemptFiles(folder, 'key'), seal, log), lines };
}

describe('[ANS-6] attempt keys on this computer', () => {
  it('are there after a restart, and neither the key nor the attempt is readable on the disk', async () => {
    const seal = userSeal(null);
    expect(await rig(seal).keys.keep('attempt-1', attemptKey)).toBe(true);
    expect(await rig(seal).keys.read('attempt-1')).toBe(attemptKey);
    expect(await rig(seal).keys.read('attempt-2')).toBeNull();
    const [name = ''] = await readdir(folder);
    expect(name).not.toContain('attempt-1');
    expect((await readFile(join(folder, name))).toString('latin1')).not.toContain(attemptKey);
  });

  it('are not written at all under a password that everybody knows', async () => {
    const { keys, lines } = rig(userSeal('basic_text'));
    expect(await keys.keep('attempt-1', attemptKey)).toBe(false);
    expect(await readdir(folder)).toEqual([]);
    expect(lines.join()).toContain('no safe place');
  });

  it('are null for another user of this computer and when the file is damaged', async () => {
    const seal = userSeal('gnome_libsecret');
    await rig(seal).keys.keep('attempt-1', attemptKey);
    const other = rig(userSeal('gnome_libsecret'));
    expect(await other.keys.read('attempt-1')).toBeNull();
    expect(other.lines.join()).toContain('cannot be opened');
    const [name = ''] = await readdir(folder);
    await writeFile(join(folder, name), (await readFile(join(folder, name))).subarray(0, 20));
    expect(await rig(seal).keys.read('attempt-1')).toBeNull();
  });

  it('are gone once forgotten, and forgetting what is not there is no error', async () => {
    const { keys } = rig(userSeal(null));
    await keys.keep('attempt-1', attemptKey);
    await keys.forget('attempt-1');
    await keys.forget('attempt-1');
    expect(await readdir(folder)).toEqual([]);
  });
});
