import { expect, test } from 'vitest';
import { authenticatorUri, base32, oneTimePassword, stepAt, stepOfCode } from './totp.ts';

const SECRET = Buffer.from('12345678901234567890');

test.each([
  ['755224', 0],
  ['287082', 1],
  ['359152', 2],
  ['969429', 3],
  ['338314', 4],
  ['254676', 5],
  ['287922', 6],
  ['162583', 7],
  ['399871', 8],
  ['520489', 9],
])('(RFC 4226, appendix D) is %s for the counter %i', (code, counter) => {
  expect(oneTimePassword(SECRET, counter)).toBe(code);
});

test.each([
  ['94287082', 59],
  ['07081804', 1_111_111_109],
  ['14050471', 1_111_111_111],
  ['89005924', 1_234_567_890],
  ['69279037', 2_000_000_000],
  ['65353130', 20_000_000_000],
])('(RFC 6238, appendix B) is %s at second %i', (code, second) => {
  expect(oneTimePassword(SECRET, stepAt(second * 1_000), 8)).toBe(code);
});

test.each([
  ['', ''],
  ['f', 'MY'],
  ['fo', 'MZXQ'],
  ['foo', 'MZXW6'],
  ['foob', 'MZXW6YQ'],
  ['fooba', 'MZXW6YTB'],
  ['foobar', 'MZXW6YTBOI'],
])('(RFC 4648, section 10) writes “%s” as %s', (text, written) => expect(base32(Buffer.from(text))).toBe(written));

test('[SEC-5] a code is taken a step early or late and no more, and once', () => {
  const now = 1_111_111_111_000;
  const step = stepAt(now);
  const codeOf = (away: number) => oneTimePassword(SECRET, step + away);
  for (const away of [-1, 0, 1]) expect(stepOfCode(SECRET, codeOf(away), now, 0)).toBe(step + away);
  for (const away of [-2, 2]) expect(stepOfCode(SECRET, codeOf(away), now, 0)).toBeNull();
  expect(stepOfCode(SECRET, codeOf(0), now, step)).toBeNull();
  expect(stepOfCode(SECRET, codeOf(1), now, step)).toBe(step + 1);
  for (const wrong of ['', '12345', 'abcdef', '1234567']) expect(stepOfCode(SECRET, wrong, now, 0)).toBeNull();
});

test('the QR code names the centre and the login', () => {
  expect(authenticatorUri('proctor 1', 'ABC')).toBe(
    'otpauth://totp/%E4%BA%91%E8%80%83%3Aproctor%201?secret=ABC&issuer=%E4%BA%91%E8%80%83',
  );
});
