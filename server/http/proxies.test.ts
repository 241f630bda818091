import { expect, test } from 'vitest';
import { addressBehind, proxiesAt } from './proxies.ts';

const seen = (address: string, forwarded?: string) =>
  addressBehind(proxiesAt(['127.0.0.1', '10.0.0.0/8', 'fd00::/8']))({
    ...{ address, headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded } },
  });

test.each([
  ['without a proxy it is who is connected', '203.0.113.5', undefined, '203.0.113.5'],
  ['behind a proxy it is whom the proxy names', '::ffff:127.0.0.1', '203.0.113.5', '203.0.113.5'],
  ['behind two it is whom the outer one names', 'fd00::7', '203.0.113.5, 10.1.2.3', '203.0.113.5'],
  [
    'what a client claims before the proxy speaks counts for nothing',
    '10.0.0.1',
    '192.0.2.1, 203.0.113.5',
    '203.0.113.5',
  ],
  ['[SEC-1] whoever is no proxy of ours names nobody else', '203.0.113.5', '192.0.2.1', '203.0.113.5'],
  ['words that are no address are not taken for one', '10.0.0.1', 'unknown', '10.0.0.1'],
])('%s', (_, address, forwarded, expected) => {
  expect(seen(address, forwarded)).toBe(expected);
});

test('what is neither an address nor a network is refused', () => {
  expect(() => proxiesAt(['proxy.example'])).toThrow('proxy.example');
  expect(() => proxiesAt(['10.0.0.0/99'])).toThrow();
});
