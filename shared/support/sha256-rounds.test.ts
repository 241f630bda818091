import { createHash, randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { sha256Rounds } from './sha256-rounds.ts';

it('equals the engine’s own for every length over three blocks and for long messages', () => {
  const lengths = [...Array.from({ length: 200 }, (_, length) => length), 8_191, 8_192, 70_000];
  for (const length of lengths) {
    const message = randomBytes(length);
    expect(sha256Rounds(message), `${length} bytes`).toBe(createHash('sha256').update(message).digest('hex'));
  }
});
