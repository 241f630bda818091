import { describe, expect, it, vi } from 'vitest';
import type { HttpClient } from '../../../shared/contract/http-client.ts';
import type { Receipt } from '../../../shared/contract/views.ts';
import { hashResponses } from '../../../shared/domain/fold.ts';
import type { ResponseValue } from '../../../shared/domain/paper.ts';
import { Fault } from '../../../shared/support/fault.ts';
import type { AnswerLog } from '../journal/answer-log.ts';
import { createHandIn } from './hand-in.ts';

const chosen = (...ids: string[]): ResponseValue => ({ kind: 'choice', chosen: ids });
const receipt: Receipt = {
  sessionId: 's',
  receiptNo: 'YK-1',
  handedInAt: 1,
  handedInBy: 'candidate',
  responsesHash: '',
  answered: 2,
};

/** `lacking`: how many entries the exam centre has lost, and gets when it is asked again. `others`: it keeps to its own. */
function setUp(
  mine: Record<string, ResponseValue>,
  held: Record<string, ResponseValue>,
  failures: Fault[] = [],
  { lacking = 0, others = false } = {},
) {
  const calls: string[] = [];
  const bodies: unknown[] = [];
  const log = {
    state: { responses: mine, flags: [], lastItemId: null },
    status: { lastSeq: 7 },
    async flush() {
      calls.push('flush');
    },
    kick() {
      calls.push('kick');
      lacking = 0;
    },
    async write(body: { itemId: string; value: ResponseValue }) {
      calls.push(`write ${body.itemId}`);
      held[body.itemId] = body.value;
    },
  } as unknown as AnswerLog;
  const http = (async (name: string, body: unknown) => {
    calls.push(name);
    if (name === 'answers') {
      return { state: { responses: held, flags: [], lastItemId: null }, cursors: [{ epoch: 3, cursor: 7 - lacking }] };
    }
    const failure = failures.shift();
    if (failure) throw failure;
    bodies.push(body);
    const { responsesHash } = body as { responsesHash: string };
    return { ...receipt, responsesHash: others || lacking > 0 ? 'of other answers' : responsesHash };
  }) as unknown as HttpClient;
  const receipts: Receipt[] = [];
  const done = new Promise<Receipt>((resolve) => {
    handIn = createHandIn({
      http,
      epoch: 3,
      log: () => log,
      schedule: (task) => {
        calls.push('waits');
        setImmediate(task);
        return () => undefined;
      },
      random: () => 0.5,
      onReceipt(given) {
        receipts.push(given);
        resolve(given);
      },
      note: () => undefined,
    });
  });
  return { handIn: handIn as ReturnType<typeof createHandIn>, calls, bodies, done, receipts };
}
let handIn: ReturnType<typeof createHandIn> | null = null;

const session = { sessionId: 's', itemIds: ['a', 'b'], stillOpen: true };

describe('handing in', () => {
  it('sends every answer before it asks for the receipt, with the hash of what was sent', async () => {
    const answers = { a: chosen('A'), b: chosen('B') };
    const { handIn: desk, calls, bodies, done } = setUp(answers, { ...answers });
    desk.begin(session);
    expect(await done).toMatchObject({ receiptNo: 'YK-1' });
    expect(calls).toEqual(['flush', 'answers', 'handIn']);
    expect(bodies).toEqual([
      { sessionId: 's', epoch: 3, lastSeq: 7, responsesHash: await hashResponses(answers, ['a', 'b']) },
    ]);
    expect(desk.state).toEqual({ step: 'idle', fault: null });
  });

  it('[ANS-3] writes again what the exam centre holds differently, before the receipt', async () => {
    const { handIn: desk, calls, done } = setUp({ a: chosen('A'), b: chosen('B') }, { a: chosen('C') });
    desk.begin(session);
    await done;
    expect(calls).toEqual(['flush', 'answers', 'write a', 'write b', 'flush', 'handIn']);
  });

  it('[TIME-2] writes nothing any more after the deadline', async () => {
    const { handIn: desk, calls, done } = setUp({ a: chosen('A') }, {});
    desk.begin({ ...session, stillOpen: false });
    await done;
    expect(calls).toEqual(['flush', 'handIn']);
  });

  it('[ANS-3] a receipt for other answers stands; what the exam centre lacks is sent behind it, from the journal', async () => {
    const rig = setUp({ a: chosen('A') }, {}, [], { lacking: 3 });
    rig.handIn.begin({ ...session, stillOpen: false });
    expect(await rig.done).toMatchObject({ responsesHash: 'of other answers' });
    expect(rig.handIn.state).toEqual({ step: 'idle', fault: null });
    await vi.waitFor(() => expect(rig.receipts).toHaveLength(2));
    expect(rig.calls).toEqual(['flush', 'handIn', 'answers', 'kick', 'waits', 'answers', 'handIn']);
    expect(rig.receipts[1]?.responsesHash).toBe(await hashResponses({ a: chosen('A') }, ['a', 'b']));
  });

  it('[ANS-3] what still differs is written once more, to be seen by whoever judges it, and then left alone', async () => {
    const rig = setUp({ a: chosen('A') }, {}, [], { others: true });
    rig.handIn.begin({ ...session, stillOpen: false });
    await vi.waitFor(() => expect(rig.receipts).toHaveLength(3));
    expect(rig.calls).toEqual(['flush', 'handIn', 'answers', 'handIn', 'write a', 'flush', 'handIn']);
  });

  it('has no last try, and says meanwhile why it waits', async () => {
    const failures = [new Fault('unreachable'), new Fault('server_error'), new Fault('unreachable')];
    const { handIn: desk, calls, done } = setUp({}, {}, failures);
    const reasons: (string | undefined)[] = [];
    desk.subscribe(() => {
      if (desk.state.step === 'waiting') reasons.push(desk.state.fault?.reason);
    });
    desk.begin(session);
    await done;
    expect(reasons).toEqual(['unreachable', 'server_error', 'unreachable']);
    expect(calls.filter((call) => call === 'handIn')).toHaveLength(4);
  });

  it('runs once however often it is begun, and stops when the attempt was taken over', async () => {
    const { handIn: desk, calls } = setUp({}, {}, [new Fault('signed_in_elsewhere')]);
    desk.begin(session);
    desk.begin(session);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(calls.filter((call) => call === 'handIn')).toHaveLength(1);
    expect(calls).not.toContain('waits');
  });
});
