import { createHmac, timingSafeEqual } from 'node:crypto';
import { type WorkSubject, workOf } from '../../../shared/domain/proof-of-work.ts';
import type { Clock } from '../../../shared/support/clock.ts';
import { Fault } from '../../../shared/support/fault.ts';
import type { RandomSource } from '../ports.ts';

/** Long enough for the slowest phone, short enough that nothing is worked in advance. */
const VALID_MS = 2 * 60_000;

export interface Challenges {
  issue(): string;
  /** Throws `challenge_expired` unless this was issued here, in time, is worked for this, and was not spent before. */
  spend(subject: WorkSubject, counter: number): void;
}

/**
 * What costs a machine that tries numbers some work for each of them, and asks nobody else. A challenge carries its own end and a
 * seal of this process, so that nothing is kept of those that nobody works for.
 */
export function createChallenges({ clock, random }: { clock: Clock; random: RandomSource }): Challenges {
  const key = random.bytes(32);
  /** Spent ones that have not expired. */
  const spent = new Map<string, number>();
  const sealed = (text: string) => `${text}.${createHmac('sha256', key).update(text).digest('hex')}`;

  function untilOf(challenge: string): number {
    const text = challenge.slice(0, challenge.lastIndexOf('.'));
    const given = Buffer.from(challenge);
    const right = Buffer.from(sealed(text));
    const ours = given.length === right.length && timingSafeEqual(given, right);
    return ours ? Number(text.split('.')[1]) : 0;
  }

  return {
    issue: () => sealed(`${random.bytes(16).toString('hex')}.${clock.now() + VALID_MS}`),
    spend(subject, counter) {
      const now = clock.now();
      const until = untilOf(subject.challenge);
      for (const [known, end] of spent) if (end <= now) spent.delete(known);
      if (now >= until || spent.has(subject.challenge) || !workOf(subject)(counter)) {
        throw new Fault('challenge_expired');
      }
      spent.set(subject.challenge, until);
    },
  };
}
