import { describe, expect, it } from 'vitest';
import { PAIRING_LIFETIME_MS, pairingVerdict } from './pairing.ts';

describe('[SEC-1] a pairing token', () => {
  const made = 1000;
  const fresh = { expiresAt: made + PAIRING_LIFETIME_MS, usedAt: null, voidedAt: null, epoch: 2 };
  const at = (now: number, epoch = 2) => ({ now, epoch });

  it('lives two minutes', () => expect(PAIRING_LIFETIME_MS).toBe(120_000));

  it('is usable until the moment it expires', () => {
    expect(pairingVerdict(fresh, at(made))).toBe('usable');
    expect(pairingVerdict(fresh, at(fresh.expiresAt - 1))).toBe('usable');
    expect(pairingVerdict(fresh, at(fresh.expiresAt))).toBe('expired');
  });

  it('works once, and says that it was used even when it has expired since', () => {
    const used = { ...fresh, usedAt: made + 5 };
    expect(pairingVerdict(used, at(made + 6))).toBe('used');
    expect(pairingVerdict(used, at(fresh.expiresAt + 1))).toBe('used');
  });

  it('is void once a newer one was made, and in any other epoch than its own', () => {
    expect(pairingVerdict({ ...fresh, voidedAt: made + 1 }, at(made + 2))).toBe('voided');
    expect(pairingVerdict(fresh, at(made + 2, 3))).toBe('voided');
    expect(pairingVerdict(fresh, at(made + 2, 1))).toBe('voided');
  });
});
