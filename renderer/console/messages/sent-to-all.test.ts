import { expect, it } from 'vitest';
import type { AttemptEvent } from '../../../shared/contract/views.ts';
import { sentToAll } from './sent-to-all.ts';

const said = (id: string, at: number, text: string, toAll = true): AttemptEvent => ({
  id,
  attemptId: id,
  at,
  kind: 'message',
  detail: { text, from: '王老师', toAll },
});

it('a message to everyone is one line, however many candidates have it; said again later it is another', () => {
  const events = [
    said('c2', 60_010, '安静'),
    said('c1', 60_000, '安静'),
    said('b', 30_000, '你好', false),
    said('a', 0, '安静'),
  ];
  expect(sentToAll(events).map((event) => event.id)).toEqual(['c2', 'a']);
});
