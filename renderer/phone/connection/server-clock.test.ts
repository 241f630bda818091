import { expect, it } from 'vitest';
import { createServerClock } from './server-clock.ts';

it('[TIME-3] tells the time of the centre from the quickest round trip, and nothing before the first', () => {
  const clock = createServerClock();
  expect(clock.at(0)).toBeNull();
  clock.learn({ sentAt: 0, receivedAt: 4_000, serverTime: 900_000 });
  clock.learn({ sentAt: 5_000, receivedAt: 5_020, serverTime: 1_000_000 });
  clock.learn({ sentAt: 6_000, receivedAt: 9_000, serverTime: 1_050_000 });
  expect(clock.at(15_010)).toBe(1_010_000);
});
