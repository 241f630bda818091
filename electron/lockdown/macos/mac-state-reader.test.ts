import { spawn } from 'node:child_process';
import { afterEach, describe, expect, it } from 'vitest';
import type { MacState } from './mac-state.ts';
import { createMacStateReader, type MacStateReader, type StartScript } from './mac-state-reader.ts';
import { DOCUMENTED_ONLY } from './mac-state-script.ts';

const STATE: MacState = { windows: [], front: null, options: 0, watched: null, mirrored: false };

/** A process that answers so often and ends then, as the script of macOS does; it answers with the words it was given. */
const answering =
  (answers: number, started: string[][]): StartScript =>
  (words) => {
    started.push([...words]);
    const front = { pid: started.length, name: words.join(' ') };
    const program = `
      let left = ${answers};
      require('node:readline').createInterface({ input: process.stdin }).on('line', () => {
        if (left-- === 0) process.exit(0);
        process.stdout.write(${JSON.stringify(`${JSON.stringify({ ...STATE, front })}\n`)});
      });`;
    return spawn(process.execPath, ['-e', program], { stdio: 'pipe' });
  };

let reader: MacStateReader | null = null;
const readerOf = (start: StartScript): MacStateReader => {
  reader = createMacStateReader(start, { elapsed: () => performance.now() });
  return reader;
};
afterEach(() => reader?.measure.revert());

describe('what macOS shows', () => {
  it('is asked only while the exam is locked', async () => {
    const { look, recent, measure } = readerOf(answering(9, []));
    await expect(look()).rejects.toThrow('nobody looks');
    expect(await measure.perform()).toBe('not known: watched');
    expect(recent()).not.toBeNull();
    await measure.revert();
    await expect(look()).rejects.toThrow('nobody looks');
  });

  it('is one answer for all who ask at the same time', async () => {
    const started: string[][] = [];
    const { look, measure } = readerOf(answering(9, started));
    await measure.perform();
    const [one, other] = await Promise.all([look(), look()]);
    expect(one).toBe(other);
    expect(started).toHaveLength(1);
  });

  it('[LOCK-3] comes from a new process when one has ended unasked, then without the undocumented call', async () => {
    const started: string[][] = [];
    const { look, measure } = readerOf(answering(1, started));
    await measure.perform();
    await expect(look()).rejects.toThrow('ended without an answer');
    expect((await look()).front).toEqual({ pid: 2, name: DOCUMENTED_ONLY });
  });

  it('[LOCK-3] a system without the command is a failure of the measure, not of the shell', async () => {
    const { measure } = readerOf(() => spawn('/nowhere/osascript', { stdio: 'pipe' }));
    await expect(measure.perform()).rejects.toThrow();
    expect(await measure.probe?.()).toBe(false);
  });
});
