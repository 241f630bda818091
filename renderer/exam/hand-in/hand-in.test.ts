import { describe, expect, it } from 'vitest';
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

function setUp(mine: Record<string, ResponseValue>, held: Record<string, ResponseValue>, failures: Fault[] = []) {
  const calls: string[] = [];
  const bodies: unknown[] = [];
  const log = {
    state: { responses: mine, flags: [], lastItemId: null },
    status: { lastSeq: 7 },
    async flush() {
      calls.push('flush');
    },
    async write(body: { itemId: string; value: ResponseValue }) {
      calls.push(`write ${body.itemId}`);
      held[body.itemId] = body.value;
    },
  } as unknown as AnswerLog;
  const http = (async (name: string, body: unknown) => {
    calls.push(name);
    if (name === 'answers') return { state: { responses: held, flags: [], lastItemId: null } };
    const failure = failures.shift();
    if (failure) throw failure;
    bodies.push(body);
    return receipt;
  }) as unknown as HttpClient;
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
      onReceipt: resolve,
      note: () => undefined,
    });
  });
  return { handIn: handIn as ReturnType<typeof createHandIn>, calls, bodies, done };
}
let handIn: ReturnType<typeof createHandIn> | null = null;

const session = { sessionId: 's', itemIds: ['a', 'b'], stillOpen: true };

describe('handing in', () => {
  it('sends every answer before it asks for the receipt, with the hash of what was sent', async () => {
    const answers = { a: chosen('A'), b: chosen('B') };
    const { handIn: desk, calls, bodies, done } = setUp(answers, { ...answers });
    desk.begin(session);
    expect(await done).toBe(receipt);
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
