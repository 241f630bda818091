import { describe, expect, it } from 'vitest';
import { type Entry, type EntryBody, intactPrefix } from '../../../shared/domain/entry.ts';
import { EMPTY_ANSWERS, foldEntries } from '../../../shared/domain/fold.ts';
import { Fault } from '../../../shared/support/fault.ts';
import { memoryJournalStore } from '../../../test/fakes/memory-journal-store.ts';
import { type AnswerLogOptions, openAnswerLog } from './answer-log.ts';
import type { SealedEntry } from './entry-cipher.ts';

const attemptKey = btoa(String.fromCharCode(...new Uint8Array(32).fill(7)));
const choose = (itemId: string, option: string): EntryBody => ({
  type: 'response',
  sessionId: 'theory',
  itemId,
  value: { kind: 'choice', chosen: [option] },
});
const chosen = (option: string) => ({ kind: 'choice', chosen: [option] });

const atOnce = (task: () => void) => {
  setImmediate(task);
  return () => undefined;
};

function flipBit(kept: SealedEntry | undefined): void {
  const bytes = new Uint8Array(kept?.sealed ?? expect.fail('nothing kept'));
  bytes[3] = (bytes[3] ?? 0) ^ 1;
}

/** A server that keeps what it is sent, or is out of reach. */
function rig(disk = memoryJournalStore()) {
  const received: Entry[] = [];
  let reachable = true;
  let clock = 1000;
  const open = (change: Partial<AnswerLogOptions> = {}) =>
    openAnswerLog({
      attemptId: 'attempt',
      epoch: 1,
      attemptKey,
      store: disk.store,
      reachFile: disk.reachFile,
      server: { state: EMPTY_ANSWERS, touchedAt: { response: {}, flag: {} }, cursors: [], carried: [] },
      now: () => {
        clock += 1;
        return clock;
      },
      async send({ epoch, entries }) {
        if (!reachable) throw new Fault('unreachable');
        received.push(...entries);
        return { epoch, cursor: entries.at(-1)?.seq ?? 0 };
      },
      random: () => 0,
      schedule: () => () => undefined,
      onFenced: () => undefined,
      log: () => undefined,
      ...change,
    });
  return {
    open,
    disk,
    received,
    cut: () => {
      reachable = false;
    },
    mend: () => {
      reachable = true;
    },
  };
}

describe('answer log', () => {
  it('[ANS-2] journals and sends one intact hash chain', async () => {
    const { open, received, disk } = rig();
    const log = await open();
    await Promise.all(['A', 'B', 'C'].map((option) => log.write(choose('i1', option))));
    await log.flush();
    expect(received.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(await intactPrefix(received)).toBe(3);
    expect(disk.kept).toHaveLength(3);
    expect(log.state.responses.i1).toEqual(chosen('C'));
    expect(foldEntries(received)).toEqual(log.state);
  });

  it('says saved and received only when it is so', async () => {
    const { open, cut, mend } = rig();
    cut();
    const log = await open();
    expect(log.itemStatus('i1')).toBe('untouched');
    const durable = log.write(choose('i1', 'A'));
    expect(log.itemStatus('i1')).toBe('saving');
    await durable;
    expect(log.itemStatus('i1')).toBe('saved');
    expect(log.status).toMatchObject({ unsent: 1, receivedAt: null });
    mend();
    log.kick();
    await log.flush();
    expect(log.itemStatus('i1')).toBe('received');
    expect(log.status.unsent).toBe(0);
  });

  it('keeps nothing readable on the disk', async () => {
    const { open, disk } = rig();
    const log = await open();
    await log.write({ type: 'response', sessionId: 's', itemId: 'i1', value: { kind: 'text', text: 'plain words' } });
    const bytes = new TextDecoder('latin1').decode(disk.kept[0]?.sealed);
    expect(bytes).not.toContain('plain words');
  });

  it('goes on over the network when the disk is full, and fills the hole when there is room again', async () => {
    const { open, disk, received } = rig();
    const log = await open();
    disk.refuseWith(new DOMException('', 'QuotaExceededError'));
    await log.write(choose('i1', 'A'));
    await log.flush();
    expect(log.status).toMatchObject({ storage: 'full', durable: 0 });
    expect(received).toHaveLength(1);
    disk.refuseWith(null);
    await log.write(choose('i2', 'B'));
    expect(log.status).toMatchObject({ storage: 'ok', durable: 2 });
    expect(disk.kept.map(({ seq }) => seq)).toEqual([1, 2]);
  });

  it('[ANS-4] carries what the server never had into the new epoch, once', async () => {
    const { open, cut, mend, received, disk } = rig();
    const before = await open();
    await before.write(choose('i1', 'A'));
    await before.flush();
    cut();
    await before.write(choose('i2', 'B'));
    before.close();
    mend();
    const touchedAt = { response: { i1: 1001 }, flag: {} };
    const cursors = [{ epoch: 1, cursor: 1 }];
    const server = { state: foldEntries(received), touchedAt, cursors, carried: [] };

    const after = await open({ epoch: 2, server });
    await after.flush();
    expect(after.merged.map(({ entry, outcome }) => [entry.seq, outcome])).toEqual([[2, 'carried']]);
    expect(after.state.responses).toEqual({ i1: chosen('A'), i2: chosen('B') });
    expect(received.at(-1)).toMatchObject({ epoch: 2, seq: 1, origin: { epoch: 1, seq: 2 } });

    const third = await open({
      epoch: 3,
      server: { ...server, state: after.state, cursors: [{ epoch: 2, cursor: 1 }, ...server.cursors] },
    });
    expect(third.merged).toEqual([]);
    expect(disk.kept).toHaveLength(3);
  });

  it('[ANS-4] what the exam centre knows to be carried is not carried again, though its copy is damaged here (fault seed 125)', async () => {
    const { open, cut, mend, disk } = rig();
    cut();
    const before = await open();
    await before.write(choose('i1', 'A'));
    before.close();
    mend();
    await (await open({ epoch: 2 })).flush();
    flipBit(disk.kept[1]);
    const held = { touchedAt: { response: {}, flag: {} }, cursors: [{ epoch: 2, cursor: 1 }] };
    const server = { state: EMPTY_ANSWERS, ...held, carried: [{ epoch: 1, seq: 1 }] };
    const third = await open({ epoch: 3, server });
    expect(third.merged).toEqual([]);
    expect(third.damages.map(({ lost }) => lost)).toEqual([0]);
  });

  it('[ANS-4] is not carried twice when a copy on the way is damaged (fault seed 20138)', async () => {
    const { open, cut, mend, disk } = rig();
    cut();
    const first = await open();
    await first.write(choose('i1', 'A'));
    first.close();
    const second = await open({ epoch: 2 });
    await expect.poll(() => disk.kept.length).toBe(2);
    second.close();
    mend();
    await (await open({ epoch: 3 })).flush();
    const [, copy, last] = disk.kept;
    flipBit(copy);
    const held = { touchedAt: { response: {}, flag: {} }, cursors: [{ epoch: 3, cursor: 1 }] };
    const server = { state: EMPTY_ANSWERS, ...held, carried: [] };
    const fourth = await open({ epoch: 4, server });
    expect(fourth.merged).toEqual([]);
    expect(fourth.damages.map(({ lost }) => lost)).toEqual([0]);
    flipBit(last);
    const carried = [{ epoch: 1, seq: 1, over: [{ epoch: 2, seq: 1 }] }];
    expect((await open({ epoch: 5, server: { ...server, carried } })).merged).toEqual([]);
  });

  it('[ANS-4] names damaged entries and keeps the intact ones', async () => {
    const { open, cut, disk } = rig();
    cut();
    const before = await open();
    await before.write(choose('i1', 'A'));
    await before.write(choose('i2', 'B'));
    flipBit(disk.kept[0]);
    const after = await open({ epoch: 2 });
    expect(after.damages).toEqual([{ epoch: 1, kind: 'unreadable', fromSeq: 1, toSeq: 1, lost: 1 }]);
    expect(after.state.responses).toEqual({ i2: chosen('B') });
  });

  it('[ANS-4] knows by its head that a tail is gone, and by the note outside that the whole store is', async () => {
    const tail = rig();
    tail.cut();
    const before = await tail.open();
    for (const option of ['A', 'B', 'C']) await before.write(choose('i1', option));
    tail.disk.kept.splice(1);
    const cutOff = { epoch: 1, kind: 'truncated', fromSeq: 2, toSeq: 3, lost: 2 };
    expect((await tail.open({ epoch: 2 })).damages).toEqual([cutOff]);

    const whole = rig();
    whole.cut();
    // Every pause between two notes is over at once.
    const untilNoted = await whole.open({ schedule: atOnce });
    for (const option of ['A', 'B', 'C']) await untilNoted.write(choose('i1', option));
    await expect.poll(() => whole.disk.notes()).toBeGreaterThan(1);
    whole.disk.kept.splice(0);
    whole.disk.heads.clear();
    const [gone] = (await whole.open({ epoch: 2 })).damages;
    expect(gone).toMatchObject({ epoch: 1, kind: 'truncated', fromSeq: 1 });
  });

  it('[ANS-4] reports damage once, as an entry that reaches the exam centre like an answer', async () => {
    const { open, cut, mend, disk, received } = rig();
    cut();
    const before = await open();
    await before.write(choose('i1', 'A'));
    await before.write(choose('i2', 'B'));
    flipBit(disk.kept[0]);
    const offline = await open({ epoch: 2 });
    expect(offline.damages).toHaveLength(1);
    await expect.poll(() => offline.status.durable).toBe(2);
    offline.close();
    mend();
    const online = await open({ epoch: 3 });
    await online.flush();
    expect(online.damages).toEqual([]);
    const told = received.filter(({ body }) => body.type === 'journal_damage');
    expect(told.map(({ body, origin }) => ({ body, from: origin?.epoch }))).toEqual([
      { body: { type: 'journal_damage', damages: offline.damages }, from: 2 },
    ]);
  });

  it('tells at once, before the first answer, that the disk takes nothing', async () => {
    const { open, disk } = rig();
    disk.refuseWith(new DOMException('', 'QuotaExceededError'));
    const log = await open();
    await expect.poll(() => log.status.storage).toBe('full');
    disk.refuseWith(null);
    await log.write(choose('i1', 'A'));
    expect(log.status).toMatchObject({ storage: 'ok', durable: 1 });
  });
});
