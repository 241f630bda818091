/** A phone pairing token lives two minutes and works once. */
export const PAIRING_LIFETIME_MS = 2 * 60_000;

/** Why a phone serves no more: the last hand-in, a newer phone, or the exam went on at another computer. */
export const PHONE_ENDS = ['handed_in', 'replaced', 'computer_changed'] as const;
export type PhoneEnd = (typeof PHONE_ENDS)[number];

export interface Pairing {
  expiresAt: number;
  usedAt: number | null;
  /** When a newer code of the same attempt took its place. */
  voidedAt: number | null;
  /** The sign-in that asked for it. */
  epoch: number;
}

export type PairingVerdict = 'usable' | 'expired' | 'used' | 'voided';

/** `epoch`: the attempt's present one. What an earlier sign-in showed, on whatever screen, opens nothing any more. */
export function pairingVerdict(pairing: Pairing, { now, epoch }: { now: number; epoch: number }): PairingVerdict {
  if (pairing.usedAt !== null) return 'used';
  if (now >= pairing.expiresAt) return 'expired';
  return pairing.voidedAt === null && pairing.epoch === epoch ? 'usable' : 'voided';
}
