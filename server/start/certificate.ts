import { X509Certificate } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { isIP } from 'node:net';
import { join } from 'node:path';
import { generate } from 'selfsigned';
import type { Clock } from '../../shared/support/clock.ts';

const DAY_MS = 24 * 60 * 60_000;
/** Browsers refuse longer ones. */
const LIFETIME_MS = 397 * DAY_MS;
/** An examination day must not meet its certificate's last day. */
const RENEW_BEFORE_MS = 30 * DAY_MS;

export interface Certificate {
  cert: string;
  key: string;
  /** SHA-256 of the DER certificate, 64 lower-case hex digits: what the exam shell pins (SEC-2). */
  fingerprint: string;
}

const withFingerprint = (cert: string, key: string): Certificate => ({
  cert,
  key,
  fingerprint: new X509Certificate(cert).fingerprint256.replaceAll(':', '').toLowerCase(),
});

/** A certificate given by path. Throws when a file cannot be read or is no certificate. */
export async function readCertificate(paths: { cert: string; key: string }): Promise<Certificate> {
  return withFingerprint(await readFile(paths.cert, 'utf8'), await readFile(paths.key, 'utf8'));
}

function serves(cert: string, names: readonly string[], now: number): boolean {
  const read = new X509Certificate(cert);
  const covered = names.every((name) => (isIP(name) ? read.checkIP(name) : read.checkHost(name)) !== undefined);
  return covered && now < Date.parse(read.validTo) - RENEW_BEFORE_MS && now >= Date.parse(read.validFrom);
}

async function make(names: readonly string[], now: number): Promise<{ cert: string; key: string }> {
  const altNames = names.map((name) =>
    isIP(name) ? { type: 7 as const, ip: name } : { type: 2 as const, value: name },
  );
  const made = await generate([{ name: 'commonName', value: 'Yunkao examination server' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: new Date(now - DAY_MS),
    notAfterDate: new Date(now - DAY_MS + LIFETIME_MS),
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames },
    ],
  });
  return { cert: made.cert, key: made.private };
}

/**
 * The server's own certificate, kept in `directory`. It is made at the first start, and again when it does not cover
 * one of `names` (host names and IP addresses) or is about to run out: the pinned fingerprint then changes.
 */
export async function ownCertificate(directory: string, names: readonly string[], clock: Clock): Promise<Certificate> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const paths = { cert: join(directory, 'cert.pem'), key: join(directory, 'key.pem') };
  const kept = await readCertificate(paths).catch(() => null);
  if (kept && serves(kept.cert, names, clock.now())) return kept;
  const { cert, key } = await make(names, clock.now());
  await writeFile(paths.key, key, { mode: 0o600 });
  await writeFile(paths.cert, cert, { mode: 0o600 });
  return withFingerprint(cert, key);
}
