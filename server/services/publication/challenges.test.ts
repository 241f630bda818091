import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { workOf } from '../../../shared/domain/proof-of-work.ts';
import { createChallenges } from './challenges.ts';

let now = 1_000;
const parts = { clock: { now: () => now }, random: { bytes: randomBytes } };
const challenges = createChallenges(parts);
const expired = expect.objectContaining({ reason: 'challenge_expired' });

function worked(challenge: string) {
  const subject = { challenge, bound: ['T1', '210102199001010007'] };
  const isWork = workOf(subject);
  let counter = 0;
  while (!isWork(counter)) counter += 1;
  return { subject, counter };
}

test('[RES-2] is spent once, and by no other numbers than it was worked for', () => {
  const { subject, counter } = worked(challenges.issue());
  expect(() => challenges.spend({ ...subject, bound: ['T1', '210102199102020001'] }, counter)).toThrow(expired);
  challenges.spend(subject, counter);
  expect(() => challenges.spend(subject, counter)).toThrow(expired);
});

test('[RES-2] is refused after two minutes, without work, and when another process or nobody issued it', () => {
  const { subject, counter } = worked(challenges.issue());
  expect(() => challenges.spend(subject, counter + 1)).toThrow(expired);
  expect(() => createChallenges(parts).spend(subject, counter)).toThrow(expired);
  const [nonce, until, seal] = subject.challenge.split('.');
  const longer = worked(`${nonce}.${Number(until) + 60_000}.${seal}`);
  expect(() => challenges.spend(longer.subject, longer.counter)).toThrow(expired);
  now += 120_000;
  expect(() => challenges.spend(subject, counter)).toThrow(expired);
});
