import { describe, expect, it } from 'vitest';
import type { EntryBatch } from '../../../shared/contract/entries.ts';
import type { Entry } from '../../../shared/domain/entry.ts';
import { Fault } from '../../../shared/support/fault.ts';
import { createOutbox } from './outbox.ts';

const entry = (seq: number): Entry => ({
  attemptId: 'a',
  epoch: 1,
  seq,
  at: seq,
  body: { type: 'flag', sessionId: 's', itemId: `i${seq}`, flagged: true },
  prev: '',
  hash: '',
});

/** A network and a timer turned by hand: every send waits until the test answers it. */
function handCranked() {
  const sent: { batch: EntryBatch; ok(cursor: number): Promise<void>; fail(cause?: Fault): Promise<void> }[] = [];
  const timers: { task(): void; ms: number }[] = [];
  const cursors: number[] = [];
  let fenced = 0;
  const settle = async () => {
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
  };
  const outbox = createOutbox({
    epoch: 1,
    random: () => 1,
    send: (batch) =>
      new Promise((resolve, reject) => {
        sent.push({
          batch,
          ok(cursor) {
            resolve({ epoch: 1, cursor });
            return settle();
          },
          fail(cause = new Fault('unreachable')) {
            reject(cause);
            return settle();
          },
        });
      }),
    schedule(task, ms) {
      const timer = { task, ms };
      timers.push(timer);
      return () => {
        if (timers.includes(timer)) timers.splice(timers.indexOf(timer), 1);
      };
    },
    onCursor: (cursor) => cursors.push(cursor),
    onFenced: () => {
      fenced += 1;
    },
    onFailure: () => undefined,
  });
  const last = () => sent.at(-1) ?? expect.fail('nothing was sent');
  return { outbox, sent, timers, cursors, last, fencedTimes: () => fenced };
}

const seqs = (batch: EntryBatch) => batch.entries.map(({ seq }) => seq);

describe('outbox', () => {
  it('keeps one batch in flight and sends what came meanwhile next', async () => {
    const net = handCranked();
    net.outbox.offer([entry(1)]);
    net.outbox.offer([entry(2), entry(3)]);
    expect(net.sent).toHaveLength(1);
    await net.last().ok(1);
    expect(seqs(net.last().batch)).toEqual([2, 3]);
  });

  it('[ANS-2] resends everything above the acknowledged cursor after a break', async () => {
    const net = handCranked();
    net.outbox.offer([entry(1), entry(2), entry(3)]);
    await net.last().ok(2);
    expect(seqs(net.last().batch)).toEqual([3]);
    await net.last().fail();
    net.outbox.offer([entry(4)]);
    expect(net.sent).toHaveLength(2);
    net.timers[0]?.task();
    expect(seqs(net.last().batch)).toEqual([3, 4]);
  });

  it('never makes a last attempt, and backs off up to the cap', async () => {
    const net = handCranked();
    net.outbox.offer([entry(1)]);
    const delays: number[] = [];
    for (let failure = 0; failure < 40; failure += 1) {
      await net.last().fail();
      const timer = net.timers.at(-1) ?? expect.fail('no retry was scheduled');
      delays.push(timer.ms);
      timer.task();
    }
    expect(delays.slice(0, 3)).toEqual([500, 1000, 2000]);
    expect(Math.max(...delays)).toBe(15_000);
    expect(seqs(net.last().batch)).toEqual([1]);
  });

  it('goes at once when kicked, without a second copy from the old timer', async () => {
    const net = handCranked();
    net.outbox.offer([entry(1)]);
    await net.last().fail();
    net.outbox.kick();
    expect(net.sent).toHaveLength(2);
    expect(net.timers).toHaveLength(0);
  });

  it('backs off when an acknowledgement moves nothing', async () => {
    const net = handCranked();
    net.outbox.offer([entry(1)]);
    await net.last().ok(0);
    expect(net.sent).toHaveLength(1);
    expect(net.timers).toHaveLength(1);
  });

  it('tells a waiter only when everything offered is acknowledged', async () => {
    const net = handCranked();
    net.outbox.offer([entry(1), entry(2)]);
    let done = false;
    const drained = net.outbox.drained().then(() => {
      done = true;
    });
    await net.last().ok(1);
    expect(done).toBe(false);
    await net.last().ok(2);
    await drained;
    expect(done).toBe(true);
  });

  it('[ANS-2] asks on return what the server holds, and sends again what it lost when a backup was restored', async () => {
    const net = handCranked();
    net.outbox.offer([entry(1), entry(2), entry(3), entry(4)]);
    await net.last().ok(4);
    net.outbox.kick();
    expect(seqs(net.last().batch)).toEqual([4]);
    await net.last().ok(4);
    expect(net.sent).toHaveLength(2);

    net.outbox.kick();
    await net.last().fail();
    net.timers[0]?.task();
    expect(seqs(net.last().batch)).toEqual([4]);
    await net.last().ok(1);
    expect(net.cursors.at(-1)).toBe(1);
    expect(seqs(net.last().batch)).toEqual([2, 3, 4]);
    net.outbox.offer([entry(5)]);
    await net.last().ok(4);
    expect(seqs(net.last().batch)).toEqual([5]);
    await net.last().ok(5);
    await net.outbox.drained();
    expect(net.timers).toHaveLength(0);
  });

  it('[ANS-5] stops for good when another computer took over', async () => {
    const net = handCranked();
    net.outbox.offer([entry(1)]);
    await net.last().fail(new Fault('signed_in_elsewhere'));
    expect(net.fencedTimes()).toBe(1);
    net.outbox.kick();
    expect(net.sent).toHaveLength(1);
    await expect(net.outbox.drained()).rejects.toMatchObject({ reason: 'signed_in_elsewhere' });
  });
});
