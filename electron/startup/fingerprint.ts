/** Any common spelling of a SHA-256 certificate fingerprint as 64 lower-case hex digits; null when it is none. */
export function fingerprintHex(written: string): string | null {
  // Chromium writes `sha256/` and base64, people write hex with or without colons.
  const base64 = /^sha256\/([A-Za-z0-9+/]{43}=)$/.exec(written.trim());
  if (base64?.[1]) return Buffer.from(base64[1], 'base64').toString('hex');
  const hex = written.replace(/[:\s]/g, '').toLowerCase();
  return /^[0-9a-f]{64}$/.test(hex) ? hex : null;
}
