import { describe, expect, it } from 'vitest';
import type { HttpClient } from '../../../shared/contract/http-client.ts';
import type { EntryBody } from '../../../shared/domain/entry.ts';
import { EMPTY_ANSWERS } from '../../../shared/domain/fold.ts';
import { Fault } from '../../../shared/support/fault.ts';
import { memoryJournalStore } from '../../../test/fakes/memory-journal-store.ts';
import { openAnswerLog } from '../journal/answer-log.ts';
import { until } from '../observable.ts';
import { openLogWhenReachable } from './opened-log.ts';

const violation: EntryBody = { type: 'violation', kind: 'app_switch', durationMs: 1, detail: {} };

type Given = Parameters<typeof openLogWhenReachable>[0];

function open(
  openStore: Given['openStore'],
  faults: Fault[] = [],
  { epoch, reachFile }: Pick<Given, 'epoch' | 'reachFile'> = { epoch: 1, ...memoryJournalStore() },
) {
  const sent: unknown[] = [];
  const dates: number[] = [];
  let clock = 1;
  const log = openLogWhenReachable({
    http: (async () => {
      const fault = faults.shift();
      if (fault) throw fault;
      clock = 2;
      return { state: EMPTY_ANSWERS, touchedAt: { response: {}, flag: {} }, cursors: [], carried: [] };
    }) as unknown as HttpClient,
    openStore,
    openLog: openAnswerLog,
    reachFile,
    attemptId: 'a',
    epoch,
    attemptKey: btoa(String.fromCharCode(...new Uint8Array(32))),
    now: () => clock,
    send: async ({ entries }) => {
      sent.push(...entries.map(({ body }) => body));
      dates.push(...entries.map(({ at }) => at));
      return { epoch, cursor: entries.at(-1)?.seq ?? 0 };
    },
    random: () => 0.5,
    schedule: (task) => {
      setImmediate(task);
      return () => undefined;
    },
    onFenced: () => undefined,
    log: () => undefined,
  });
  return { log, sent, dates };
}

/** The note of how far a journal reaches, after an opening and one entry. */
async function reachNotedAfterAViolation(): Promise<Given['reachFile']> {
  const { store, reachFile: kept } = memoryJournalStore();
  let notes = 0;
  const reachFile = {
    ...kept,
    async keep(text: string) {
      await kept.keep(text);
      notes += 1;
    },
  };
  const before = await until(open(async () => store, [], { epoch: 1, reachFile }).log, (state) => state !== null);
  await before?.write(violation);
  await expect.poll(() => notes).toBe(2);
  return reachFile;
}

describe('opening the answer log', () => {
  it('[VIO-1] keeps a violation that comes before the log is open, with the time of its coming', async () => {
    const { log, sent, dates } = open(async () => memoryJournalStore().store, [new Fault('unreachable')]);
    log.write(violation);
    const opened = await until(log, (state) => state !== null);
    await opened?.flush();
    expect(sent).toEqual([violation]);
    expect(dates).toEqual([1]);
  });

  it('still sends answers when this disk cannot be opened, and says that nothing is kept here', async () => {
    const { log, sent } = open(() => Promise.reject(new Error('no disk')));
    const opened = await until(log, (state) => state !== null);
    await opened?.write(violation);
    await opened?.flush();
    expect(sent).toEqual([violation]);
    expect(opened?.status.storage).toBe('failed');
  });

  it('[ANS-4] does not call a journal cut off that cannot be opened, however far it was noted to reach', async () => {
    const reachFile = await reachNotedAfterAViolation();
    const unopened = open(() => Promise.reject(new Error('no disk')), [], { epoch: 2, reachFile });
    expect((await until(unopened.log, (state) => state !== null))?.damages).toEqual([]);
    const lost = open(async () => memoryJournalStore().store, [], { epoch: 2, reachFile });
    expect((await until(lost.log, (state) => state !== null))?.damages).toMatchObject([{ kind: 'truncated', lost: 1 }]);
  });

  it('[ANS-4] opens once more a journal that the engine removes as corrupt while it is read, and names what went with it', async () => {
    const reachFile = await reachNotedAfterAViolation();
    let openings = 0;
    const removedWhileRead = async () => {
      openings += 1;
      const empty = memoryJournalStore().store;
      if (openings > 1) return empty;
      return {
        ...empty,
        heads: () => Promise.reject(new Error('corrupt')),
        read: () => Promise.reject(new Error('corrupt')),
      };
    };
    const { log } = open(removedWhileRead, [], { epoch: 2, reachFile });
    const after = await until(log, (state) => state !== null);
    expect(after?.damages).toMatchObject([{ kind: 'truncated', lost: 1 }]);
    expect(after?.status.storage).not.toBe('failed');
  });
});
