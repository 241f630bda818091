const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_DIGITS = '10X98765432';

/** The 18-character form people type in many ways: spaces dropped, full-width digits narrowed, x raised. */
export function normaliseIdentityNumber(typed: string): string {
  return typed.normalize('NFKC').replace(/\s/g, '').toUpperCase();
}

/** Whether a normalised resident identity number has the right shape and check digit (GB 11643-1999, ISO 7064 MOD 11-2). */
export function isIdentityNumber(normalised: string): boolean {
  if (!/^\d{17}[\dX]$/.test(normalised)) return false;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(normalised[index]), 0);
  return CHECK_DIGITS[sum % 11] === normalised[17];
}
