import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openAnsweringComputer } from './answering-computer.ts';
import { openKillableCentre } from './killable-centre.ts';
import { createWrittenTexts, type TextCounts } from './written-texts.ts';

const run = promisify(execFile);
/** What a profile of the engine needs, and some room. */
const DISK = '96m';
const ANSWERS = 40;

export interface FullDisk extends TextCounts {
  /** What the log said of the disk while it was full, with a line and without. */
  told: string[];
  /** Written while the disk was full and there was a line: the exam centre had them at once. */
  receivedWhileFull: number;
  /** What the log says of the disk once there is room again. */
  afterwards: string;
  unreadable: number;
}

/** A disk of its own, in memory; null where this account may not mount one. */
export async function mountSmallDisk(): Promise<{ folder: string; remove(): Promise<void> } | null> {
  const folder = await mkdtemp(join(tmpdir(), 'yunkao-small-disk-'));
  try {
    await run('mount', ['-t', 'tmpfs', '-o', `size=${DISK}`, 'tmpfs', folder]);
  } catch {
    await rm(folder, { recursive: true });
    return null;
  }
  return {
    folder,
    async remove() {
      await run('umount', ['--lazy', folder]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Takes what is left, to the last byte. */
async function fill(file: string): Promise<void> {
  const zeros = Buffer.alloc(1024 * 1024);
  for (let size = zeros.length; size >= 1; size = Math.floor(size / 2)) {
    const fits = () =>
      writeFile(file, zeros.subarray(0, size), { flag: 'a' }).then(
        () => true,
        () => false,
      );
    while (await fits());
  }
}

/**
 * The candidate's disk fills up in the middle of the paper: what was saved stays, what comes goes to the exam centre, and
 * without a line it is kept as soon as there is room. Then the power goes, and all of it must be there.
 */
export async function fillDisk(folder: string): Promise<FullDisk> {
  const centre = await openKillableCentre();
  const closers: (() => Promise<void>)[] = [centre.close];
  const texts = createWrittenTexts();
  try {
    const profile = join(folder, 'profile');
    await mkdir(profile);
    const computer = await openAnsweringComputer(centre, texts, 'home', profile);
    closers.push(computer.close);
    const { attemptId } = await computer.sitDown();
    const answer = () => computer.page.evaluate((count) => window.answer(count, 1), ANSWERS);
    const status = () => computer.page.evaluate(() => window.answered());
    await answer();
    const filler = join(folder, 'filler');
    const told: string[] = [];

    await fill(filler);
    const before = await status();
    await answer();
    told.push((await status()).storage);
    await computer.page.evaluate(() => window.allReceived());
    const receivedWhileFull = (await status()).cursor - before.lastSeq;

    computer.home.cut();
    await answer();
    told.push((await status()).storage);
    await rm(filler);
    // The next answer finds room and takes along what the disk had refused.
    await answer();
    const { storage: afterwards } = await status();
    await computer.kill();
    await computer.start();
    computer.home.mend();
    const { lost: unreadable } = await computer.sitDown();
    await computer.page.evaluate(() => window.allReceived());
    await centre.kill();
    return { ...texts.tally(centre.database, attemptId), told, receivedWhileFull, afterwards, unreadable };
  } finally {
    for (const close of closers.reverse()) await close();
  }
}
