import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { workOf } from '../../../shared/domain/proof-of-work.ts';
import { createOwnMemory } from '../../processes/own-memory.ts';
import { createChallenges } from './challenges.ts';

let now = 1_000;
const clock = { now: () => now };
const memory = createOwnMemory(clock);
const parts = { clock, memory, random: { bytes: randomBytes }, centreKey: { privateKey: 'of this centre' } };
const challenges = createChallenges(parts);
const expired = expect.objectContaining({ reason: 'challenge_expired' });

function worked(challenge: string) {
  const subject = { challenge, bound: ['T1', '210102199001010007'] };
  const isWork = workOf(subject);
  let counter = 0;
  while (!isWork(counter)) counter += 1;
  return { subject, counter };
}

test('[RES-2] is spent once, at whichever process, and by no other numbers than it was worked for', async () => {
  const { subject, counter } = worked(challenges.issue());
  await expect(challenges.spend({ ...subject, bound: ['T1', '210102199102020001'] }, counter)).rejects.toThrow(expired);
  const elsewhere = createChallenges(parts);
  await elsewhere.spend(subject, counter);
  await expect(challenges.spend(subject, counter)).rejects.toThrow(expired);
});

test('[RES-2] is refused after two minutes, without work, and when another exam centre or nobody issued it', async () => {
  const { subject, counter } = worked(challenges.issue());
  await expect(challenges.spend(subject, counter + 1)).rejects.toThrow(expired);
  const foreign = createChallenges({ ...parts, centreKey: { privateKey: 'of another' } });
  await expect(foreign.spend(subject, counter)).rejects.toThrow(expired);
  const [nonce, until, seal] = subject.challenge.split('.');
  const longer = worked(`${nonce}.${Number(until) + 60_000}.${seal}`);
  await expect(challenges.spend(longer.subject, longer.counter)).rejects.toThrow(expired);
  now += 120_000;
  await expect(challenges.spend(subject, counter)).rejects.toThrow(expired);
});
