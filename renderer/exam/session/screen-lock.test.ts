import { describe, expect, it } from 'vitest';
import type { Examination } from '../../../shared/contract/views.ts';
import { lockedFrom } from '../../../shared/domain/timetable.ts';
import { createScreenLock } from './screen-lock.ts';

const SESSION = { id: 'skills', entryFrom: 600_000, startsAt: 900_000 } as Examination['sessions'][number];
const released = { sessions: [SESSION], betweenSessions: 'released' } as const;
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

function setUp(lock = async () => ({ steps: [{ step: 'keyboard', ok: true, note: '' }] })) {
  const time = { now: 0, due: [] as (() => void)[] };
  const done: string[] = [];
  const screen = createScreenLock({
    shell: {
      lock: () => {
        done.push('lock');
        return lock() as never;
      },
      unlock: async () => void done.push('unlock'),
    } as never,
    now: () => time.now,
    schedule(task) {
      time.due.push(task);
      return () => void time.due.splice(time.due.indexOf(task), 1);
    },
    log: (_, text) => done.push(text),
  });
  return { time, done, screen };
}

describe('[LOCK-1] the lock of this computer', () => {
  it('is put on once, however often it is asked for', async () => {
    const { done, screen } = setUp();
    screen.keep(released, 'skills', false);
    await settled();
    screen.keep(released, 'skills', false);
    expect(done).toEqual(['lock']);
    expect(screen.state?.steps).toHaveLength(1);
  });

  it('lets go in a break where the examination says so, and is put on again before the session', async () => {
    const { time, done, screen } = setUp();
    screen.keep(released, 'skills', false);
    await settled();
    screen.keep(released, 'skills', true);
    expect([done, screen.state]).toEqual([['lock', 'unlock'], null]);
    time.now = lockedFrom(SESSION) - 1;
    time.due.splice(0).forEach((task) => {
      task();
    });
    expect(done).toEqual(['lock', 'unlock']);
    time.now = lockedFrom(SESSION);
    time.due.splice(0).forEach((task) => {
      task();
    });
    await settled();
    expect(done).toEqual(['lock', 'unlock', 'lock']);
  });

  it('stays on in a break where the examination keeps it', async () => {
    const { done, time, screen } = setUp();
    screen.keep({ ...released, betweenSessions: 'locked' }, 'skills', true);
    await settled();
    expect([done, time.due]).toEqual([['lock'], []]);
  });

  it('is not put on again once nothing is waited for any more', async () => {
    const { time, done, screen } = setUp();
    screen.keep(released, 'skills', true);
    screen.rest();
    expect([time.due, done]).toEqual([[], []]);
  });

  it('tells that it could not be put on', async () => {
    const { screen, done } = setUp(async () => {
      throw new Error('no display');
    });
    screen.keep(released, 'skills', false);
    await settled();
    expect(screen.state?.steps).toEqual([{ step: 'lock', ok: false, note: 'Error: no display' }]);
    expect(done).toEqual(['lock', 'lock: Error: no display']);
  });
});
