import { describe, expect, it } from 'vitest';
import { PAIRING_LIFETIME_MS, pairingVerdict } from './pairing.ts';

describe('[SEC-1] a pairing token', () => {
  const made = 1000;
  const fresh = { expiresAt: made + PAIRING_LIFETIME_MS, usedAt: null };

  it('lives two minutes', () => expect(PAIRING_LIFETIME_MS).toBe(120_000));

  it('is usable until the moment it expires', () => {
    expect(pairingVerdict(fresh, made)).toBe('usable');
    expect(pairingVerdict(fresh, fresh.expiresAt - 1)).toBe('usable');
    expect(pairingVerdict(fresh, fresh.expiresAt)).toBe('expired');
  });

  it('works once, and says that it was used even when it has expired since', () => {
    const used = { ...fresh, usedAt: made + 5 };
    expect(pairingVerdict(used, made + 6)).toBe('used');
    expect(pairingVerdict(used, fresh.expiresAt + 1)).toBe('used');
  });
});
