import { expect, test } from 'vitest';
import { createTryLimit } from './try-limit.ts';

test('[SEC-1] eight failures close a name until the first of them is ten minutes old; a success forgets them', () => {
  let now = 0;
  const limit = createTryLimit({ now: () => now });
  for (let count = 0; count < 8; count++) {
    limit.check('x');
    limit.failed('x');
    now += 30_000;
  }
  expect(() => limit.check('x')).toThrowError(
    expect.objectContaining({ reason: 'too_many_tries', params: { minutes: 6 } }),
  );
  limit.check('y');
  now = 600_000;
  limit.check('x');
  limit.failed('x');
  expect(() => limit.check('x')).toThrow();
  limit.succeeded('x');
  limit.check('x');
});
