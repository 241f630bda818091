import { expect, test } from 'vitest';
import { originOf, phoneOrigin, reachableHosts } from './addresses.ts';

test('a phone is sent where the candidate went, unless only the candidate’s own computer can go there', () => {
  const lan = ['192.0.2.1', '198.51.100.1'];
  expect(phoneOrigin('exam.example:8443', lan, 8443)).toBe('https://exam.example:8443');
  expect(phoneOrigin('127.0.0.1:8443', lan, 8443)).toBe('https://192.0.2.1:8443');
  expect(phoneOrigin('localhost:8443', lan, 8443)).toBe('https://192.0.2.1:8443');
  expect(phoneOrigin('[::1]:8443', lan, 8443)).toBe('https://192.0.2.1:8443');
  expect(phoneOrigin('127.0.0.1:8443', [], 8443)).toBe('https://127.0.0.1:8443');
});

test('a server bound to one address is reached by that one only', () => {
  expect(reachableHosts('127.0.0.1')).toEqual(['127.0.0.1']);
  expect(originOf('::1', 1)).toBe('https://[::1]:1');
});
