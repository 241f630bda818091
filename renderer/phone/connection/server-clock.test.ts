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

it('[TIME-3] counts anew after the phone slept, and keeps what it knew of the time before', () => {
  const clock = createServerClock();
  clock.learn({ sentAt: 0, receivedAt: 20, serverTime: 1_000_000 });
  clock.slept(5_000);
  expect(clock.at(6_000)).toBeNull();
  clock.learn({ sentAt: 4_000, receivedAt: 6_000, serverTime: 1_500_000 });
  expect(clock.at(6_000)).toBeNull();
  clock.learn({ sentAt: 6_000, receivedAt: 6_020, serverTime: 2_000_000 });
  expect(clock.at(7_010)).toBe(2_001_000);
  expect(clock.at(1_010)).toBe(1_001_000);
});
