import { describe, expect, it } from 'vitest';
import type { UpdateState } from '../../shared/contract/shell.ts';
import { createUpdates, type Updater } from './updates.ts';

/** An updater whose turns the test decides. */
function setUp(found: string | null = '0.2.0') {
  const told: UpdateState[] = [];
  const done: string[] = [];
  const logged: string[] = [];
  let progress: (percent: number) => void = () => undefined;
  let fetched: { resolve(): void; reject(cause: Error): void } = { resolve: () => undefined, reject: () => undefined };
  const updater: Updater = {
    async check() {
      done.push('check');
      return found;
    },
    fetch(tell) {
      done.push('fetch');
      progress = tell;
      return new Promise((resolve, reject) => {
        fetched = { resolve, reject };
      });
    },
    cancelFetch: () => done.push('cancel'),
    replace: () => done.push('replace'),
  };
  const updates = createUpdates({
    open: async () => updater,
    tell: (state) => told.push(state),
    log: { write: (_level, text) => logged.push(text) },
  });
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  return {
    ...{ updates, told, done, logged, settled },
    fetched: () => fetched,
    progress: (at: number) => progress(at),
  };
}

describe('updates', () => {
  it('fetches what is newer, and replaces the program only when told to', async () => {
    const { updates, told, done, settled, fetched, progress } = setUp();
    updates.look();
    await settled();
    updates.install();
    expect(done).toEqual(['check', 'fetch']);
    progress(41.6);
    fetched().resolve();
    await settled();
    expect(told).toEqual([
      { step: 'fetching', version: '0.2.0', percent: 0 },
      { step: 'fetching', version: '0.2.0', percent: 42 },
      { step: 'ready', version: '0.2.0' },
    ]);
    updates.install();
    expect(done).toEqual(['check', 'fetch', 'replace']);
  });

  it('says nothing when there is nothing newer, and looks once a run', async () => {
    const { updates, told, done, settled } = setUp(null);
    updates.look();
    updates.look();
    await settled();
    expect([told, done]).toEqual([[], ['check']]);
  });

  it('[UPD-1] from a sign-in on fetches nothing, cancels what comes, and replaces nothing', async () => {
    const { updates, told, done, settled, fetched } = setUp();
    updates.look();
    await settled();
    updates.forbid();
    fetched().resolve();
    await settled();
    updates.install();
    expect(done).toEqual(['check', 'fetch', 'cancel']);
    expect(told.at(-1)).toEqual({ step: 'none' });
  });

  it('[UPD-1] does not even look after a sign-in', async () => {
    const { updates, done, settled } = setUp();
    updates.forbid();
    updates.look();
    await settled();
    expect(done).toEqual([]);
  });

  it('a line that breaks leaves the program as it is, and the log says why', async () => {
    const { updates, told, logged, settled, fetched } = setUp();
    updates.look();
    await settled();
    fetched().reject(new Error('sha512 checksum mismatch'));
    await settled();
    expect(told.at(-1)).toEqual({ step: 'none' });
    expect(logged.at(-1)).toBe('no update: sha512 checksum mismatch');
  });

  it('is not there where the package names no address', async () => {
    const updates = createUpdates({
      open: null,
      tell: () => expect.unreachable(),
      log: { write: () => expect.unreachable() },
    });
    updates.look();
    updates.install();
    updates.forbid();
  });
});
