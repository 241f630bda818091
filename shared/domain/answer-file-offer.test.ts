import { expect, it } from 'vitest';
import { answerFileOfferedFrom, bringAnswerFileBy, broughtInTimeUntil } from './answer-file-offer.ts';

const rule = { offerAfterMs: 10, bringWithinMs: 1000 };
const session = { endsAt: 100 };

it('[ANS-6] is offered once both the end and the loss of the network are long enough ago', () => {
  expect(answerFileOfferedFrom(rule, session, 40)).toBe(110);
  expect(answerFileOfferedFrom(rule, session, 105)).toBe(115);
});

it('[ANS-6] is not offered while the exam centre is there', () => {
  expect(answerFileOfferedFrom(rule, session, null)).toBeNull();
});

it('[ANS-6] may be brought for as long as the examination says, counted from the end', () => {
  expect(bringAnswerFileBy(rule, session)).toBe(1100);
});

it('[ANS-6] of several sessions in one file the last says by when it must be brought', () => {
  expect(broughtInTimeUntil(rule, [{ endsAt: 300 }, session])).toBe(1300);
  expect(broughtInTimeUntil(rule, [])).toBeNull();
});
