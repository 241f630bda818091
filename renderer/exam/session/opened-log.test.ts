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

function open(openStore: Parameters<typeof openLogWhenReachable>[0]['openStore'], faults: Fault[] = []) {
  const sent: unknown[] = [];
  const log = openLogWhenReachable({
    http: (async () => {
      const fault = faults.shift();
      if (fault) throw fault;
      return { state: EMPTY_ANSWERS, touchedAt: { response: {}, flag: {} }, cursors: [], carried: [] };
    }) as unknown as HttpClient,
    openStore,
    openLog: openAnswerLog,
    reachFile: memoryJournalStore().reachFile,
    attemptId: 'a',
    epoch: 1,
    attemptKey: btoa(String.fromCharCode(...new Uint8Array(32))),
    now: () => 1,
    send: async ({ epoch, entries }) => {
      sent.push(...entries.map(({ body }) => body));
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
  return { log, sent };
}

describe('opening the answer log', () => {
  it('[VIO-1] keeps a violation that comes before the log is open', async () => {
    const { log, sent } = open(async () => memoryJournalStore().store, [new Fault('unreachable')]);
    log.write(violation);
    const opened = await until(log, (state) => state !== null);
    await opened?.flush();
    expect(sent).toEqual([violation]);
  });

  it('still sends answers when this disk cannot be opened, and says that nothing is kept here', async () => {
    const { log, sent } = open(() => Promise.reject(new Error('no disk')));
    const opened = await until(log, (state) => state !== null);
    await opened?.write(violation);
    await opened?.flush();
    expect(sent).toEqual([violation]);
    expect(opened?.status.storage).toBe('failed');
  });
});
