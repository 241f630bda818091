import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Attempt } from '../../../shared/contract/views.ts';
import { Fault } from '../../../shared/support/fault.ts';
import { createObservable } from '../observable.ts';
import type { ConnectionState } from '../session/connection.ts';
import { createRaisedHand } from './raised-hand.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** The exam centre answers as it would: the attempt first, the acknowledgement after it. */
function desk() {
  const attempt = createObservable({ handRaisedAt: null } as Attempt);
  const line = createObservable<ConnectionState>({ online: true, offlineSince: null, refusal: null });
  const heard: boolean[] = [];
  let lost: Fault | null = null;
  const hand = createRaisedHand({
    attempt,
    connection: {
      get state() {
        return line.state;
      },
      subscribe: line.subscribe,
      request: (async (_name: string, { raised }: { raised: boolean }) => {
        await Promise.resolve();
        if (lost) throw lost;
        heard.push(raised);
        attempt.patch({ handRaisedAt: raised ? (attempt.state.handRaisedAt ?? 1_000) : null });
        return {};
      }) as never,
    },
    now: () => 9_000,
    schedule: (task, ms) => {
      const timer = setTimeout(task, ms);
      return () => clearTimeout(timer);
    },
    log: () => undefined,
  });
  const settle = () => vi.advanceTimersByTimeAsync(0);
  return { attempt, line, heard, hand, settle, lose: (fault: Fault | null) => (lost = fault) };
}

it('[HAND-1] says when the exam centre knew of it, and is taken down by the candidate', async () => {
  const { hand, settle } = desk();
  hand.toggle();
  expect(hand.state).toEqual({ raisedAt: null, wanted: 'raise', seenAt: null });
  await settle();
  expect(hand.state).toEqual({ raisedAt: 1_000, wanted: null, seenAt: null });
  hand.toggle();
  await settle();
  expect(hand.state).toEqual({ raisedAt: null, wanted: null, seenAt: null });
});

it('[HAND-1] a proctor who lowers it is told with the time, until it is raised again', async () => {
  const { hand, attempt, settle } = desk();
  hand.toggle();
  await settle();
  attempt.patch({ handRaisedAt: null });
  expect(hand.state).toEqual({ raisedAt: null, wanted: null, seenAt: 9_000 });
  hand.toggle();
  expect(hand.state.seenAt).toBeNull();
});

it('[HAND-1] what is pressed offline is told when the line is back, once, and not before', async () => {
  const { hand, line, heard, settle } = desk();
  line.patch({ online: false });
  hand.toggle();
  await settle();
  expect(heard).toEqual([]);
  expect(hand.state).toMatchObject({ raisedAt: null, wanted: 'raise' });
  line.patch({ online: true });
  await settle();
  expect(heard).toEqual([true]);
  expect(hand.state).toMatchObject({ raisedAt: 1_000, wanted: null });
});

it('a press that was not heard is said again, also on a line that seems to stand; one that is refused is not', async () => {
  const { hand, heard, lose, settle } = desk();
  lose(new Fault('unreachable'));
  hand.toggle();
  await settle();
  expect(hand.state.wanted).toBe('raise');
  lose(null);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(heard).toEqual([true]);
  lose(new Fault('signed_in_elsewhere'));
  hand.toggle();
  await settle();
  expect(hand.state).toMatchObject({ raisedAt: 1_000, wanted: null });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(heard).toEqual([true]);
});

it('pressed twice while the first is under way, the second counts', async () => {
  const { hand, heard, settle } = desk();
  hand.toggle();
  hand.toggle();
  await settle();
  expect(heard).toEqual([true, false]);
  expect(hand.state).toMatchObject({ raisedAt: null, wanted: null });
});
