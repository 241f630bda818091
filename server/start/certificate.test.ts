import { X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ownCertificate } from './certificate.ts';

const DAY_MS = 86_400_000;
const NAMES = ['localhost', '127.0.0.1', '::1', '192.0.2.1'];
const clock = { now: () => Date.now() };
let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'yunkao-tls-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

test('[SEC-2] the certificate covers every address, and its fingerprint is kept from start to start', async () => {
  const first = await ownCertificate(directory, NAMES, clock);
  const read = new X509Certificate(first.cert);
  expect([read.checkHost('localhost'), read.checkIP('192.0.2.1'), read.checkIP('::1')]).not.toContain(undefined);
  expect(read.checkHost('elsewhere.example')).toBeUndefined();
  expect(first.fingerprint).toMatch(/^[0-9a-f]{64}$/);
  expect((await ownCertificate(directory, NAMES, clock)).fingerprint).toBe(first.fingerprint);
  expect(statSync(join(directory, 'key.pem')).mode & 0o777).toBe(0o600);
});

test('it is made again for a new address, and before it runs out', async () => {
  const first = await ownCertificate(directory, NAMES, clock);
  const moved = await ownCertificate(directory, [...NAMES, '192.0.2.9'], clock);
  expect(moved.fingerprint).not.toBe(first.fingerprint);
  const nextYear = { now: () => Date.now() + 380 * DAY_MS };
  expect((await ownCertificate(directory, NAMES, nextYear)).fingerprint).not.toBe(moved.fingerprint);
});
