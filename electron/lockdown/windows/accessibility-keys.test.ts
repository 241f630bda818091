import { mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { accessibilityKeysMeasure } from './accessibility-keys.ts';

/** What Windows keeps of each setting, by the action that reads it; writing it is the next number. */
function windowsWith(sticky: number, filter: number, toggle: number) {
  const kept = new Map<number, Buffer>();
  const put = (get: number, size: number, flags: number) => {
    const value = Buffer.alloc(size, 7);
    value.writeUInt32LE(size, 0);
    value.writeUInt32LE(flags, 4);
    kept.set(get, value);
  };
  put(0x3a, 8, sticky);
  put(0x32, 24, filter);
  put(0x34, 8, toggle);
  return {
    kept: () => [...kept.values()].map((value) => value.toString('hex')),
    flags: () => [...kept.values()].map((value) => value.readUInt32LE(4)),
    SystemParametersInfoW(action: number, _size: number, value: Buffer) {
      const now = kept.get(action);
      if (now) now.copy(value);
      else kept.set(action - 1, Buffer.from(value));
      return true;
    },
  };
}

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yunkao-keys-'));
});

describe('shortcuts of StickyKeys, FilterKeys and ToggleKeys', () => {
  it('[LOCK-1] are put back, every byte of them, by the process after the one that died', async () => {
    const system = windowsWith(0x1fe, 0x7e, 0x1e);
    const before = system.kept();
    const load = async () => system;
    await accessibilityKeysMeasure(folder, load).perform();
    expect(system.flags()).toEqual([0x1f2, 0x72, 0x12]);

    await accessibilityKeysMeasure(folder, load).revert();
    expect(system.kept()).toEqual(before);
    expect(await readdir(folder)).toEqual([]);
  });

  it('[LOCK-1] a second lock after a crash does not take the changed settings for those to go back to', async () => {
    const system = windowsWith(0x1fe, 0x7e, 0x1e);
    const before = system.kept();
    const load = async () => system;
    await accessibilityKeysMeasure(folder, load).perform();
    await accessibilityKeysMeasure(folder, load).perform();
    await accessibilityKeysMeasure(folder, load).revert();
    expect(system.kept()).toEqual(before);
  });

  it('leave the help itself to whoever has turned it on', async () => {
    const system = windowsWith(0x1ff, 0x7e, 0x1e);
    await accessibilityKeysMeasure(folder, async () => system).perform();
    expect(system.flags()[0]).toBe(0x1f3);
  });

  it('turned on again by somebody are noticed by the probe', async () => {
    const system = windowsWith(0x1fe, 0x7e, 0x1e);
    const measure = accessibilityKeysMeasure(folder, async () => system);
    await measure.perform();
    expect(await measure.probe?.()).toBe(true);
    const value = Buffer.alloc(8);
    value.writeUInt32LE(8, 0);
    value.writeUInt32LE(0x4, 4);
    system.SystemParametersInfoW(0x3b, 8, value);
    expect(await measure.probe?.()).toBe(false);
  });
});
