/** A phone pairing token lives two minutes and works once. */
export const PAIRING_LIFETIME_MS = 2 * 60_000;

export interface Pairing {
  expiresAt: number;
  usedAt: number | null;
}

export type PairingVerdict = 'usable' | 'expired' | 'used';

export function pairingVerdict(pairing: Pairing, now: number): PairingVerdict {
  if (pairing.usedAt !== null) return 'used';
  return now < pairing.expiresAt ? 'usable' : 'expired';
}
