import { seededRandom } from '../../../shared/domain/seeded-random.ts';
import type { HomePlan } from './simulated-home.ts';
import { PHONE_FATES } from './simulated-phone.ts';

const pick = (random: () => number, from: number, to: number): number => Math.round(from + random() * (to - from));

/**
 * What happens in a home, drawn anew for each but the same in every run: two interruptions of the phone, a cut, every fifth a failure. Around the
 * middle, when the server is killed, there is nothing else: so that it can be told how long everybody takes to be back.
 */
export function planHome(index: number, sessionMs: number): HomePlan {
  const random = seededRandom(`home ${index}`);
  const fate = (from: number, to: number, number: number) => ({
    // Each fate as often as any other.
    fate: PHONE_FATES[(index + number) % PHONE_FATES.length] ?? PHONE_FATES[0],
    at: pick(random, sessionMs * from, sessionMs * to),
    forMs: pick(random, 6_000, 15_000),
  });
  return {
    phone: [fate(0.1, 0.35, 0), fate(0.75, 0.85, 2)],
    cut: { at: pick(random, sessionMs * 0.1, sessionMs * 0.4), forMs: pick(random, 5_000, 20_000) },
    failure:
      index % 5 === 0
        ? { at: pick(random, sessionMs * 0.2, sessionMs * 0.8), forMs: pick(random, 3_000, 6_000) }
        : null,
  };
}
