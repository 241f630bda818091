import { createHmac, timingSafeEqual } from 'node:crypto';
import { type WorkSubject, workOf } from '../../../shared/domain/proof-of-work.ts';
import type { Clock } from '../../../shared/support/clock.ts';
import { Fault } from '../../../shared/support/fault.ts';
import type { CentreKey } from '../answer-files/centre-key.ts';
import type { RandomSource, SharedMemory } from '../ports.ts';

/** Long enough for the slowest phone, short enough that nothing is worked in advance. */
const VALID_MS = 2 * 60_000;

export interface Challenges {
  issue(): string;
  /** Throws `challenge_expired` unless this was issued here, in time, is worked for this, and was not spent before. */
  spend(subject: WorkSubject, counter: number): Promise<void>;
}

interface Parts {
  clock: Clock;
  random: RandomSource;
  memory: Pick<SharedMemory, 'putNew'>;
  centreKey: Pick<CentreKey, 'privateKey'>;
}

/**
 * What costs a machine that tries numbers some work for each of them, and asks nobody else. A challenge carries its own end and a
 * seal of this exam centre, so that nothing is kept of those that nobody works for.
 */
export function createChallenges({ clock, random, memory, centreKey }: Parts): Challenges {
  const key = createHmac('sha256', centreKey.privateKey).update('seal of challenges').digest();
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
    async spend(subject, counter) {
      const left = untilOf(subject.challenge) - clock.now();
      const fresh = left > 0 && workOf(subject)(counter);
      if (fresh && (await memory.putNew(`spent ${subject.challenge}`, 'spent', left))) return;
      throw new Fault('challenge_expired');
    },
  };
}
