import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { projectPath } from '../project.ts';
import { areIntact, writePinned } from './pinned-files.ts';

const FOLDER = '.cache/pinned-files-test';
/** Of the three letters "abc" (FIPS 180-2, B.1). */
const ABC = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
const pinned = { [`${FOLDER}/good`]: ABC, [`${FOLDER}/other`]: ABC };

afterEach(() => rm(projectPath(FOLDER), { recursive: true, force: true }));

describe('pinned files', () => {
  it('are intact once written', async () => {
    expect(await areIntact(pinned)).toBe(false);
    await writePinned(pinned, { good: Buffer.from('abc'), other: Buffer.from('abc') });
    expect(await areIntact(pinned)).toBe(true);
  });

  it('are not written at all when one content is not the pinned one', async () => {
    const contents = { good: Buffer.from('abc'), other: Buffer.from('abd') };
    await expect(writePinned(pinned, contents)).rejects.toThrow(`${FOLDER}/other`);
    expect(existsSync(projectPath(FOLDER))).toBe(false);
  });
});
