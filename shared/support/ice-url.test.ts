import { expect, it } from 'vitest';
import { isStunUrl, isTurnUrl } from './ice-url.ts';

it.each(['stun:192.0.2.1', 'stun:stun.example.org:3478', 'stuns:example.org', 'stun:[2001:db8::1]:3478'])(
  'takes %s for a STUN server',
  (url) => expect([isStunUrl(url), isTurnUrl(url)]).toEqual([true, false]),
);

it.each(['turn:192.0.2.1', 'turn:example.org:3478?transport=udp', 'turns:example.org:443?transport=tcp'])(
  'takes %s for a TURN server',
  (url) => expect([isStunUrl(url), isTurnUrl(url)]).toEqual([false, true]),
);

it.each([
  '',
  'stun:',
  'example.org:3478',
  'http://example.org',
  'stun://example.org',
  'turn:a b',
  'turn:h?transport=x',
])('takes %j for neither', (url) => expect([isStunUrl(url), isTurnUrl(url)]).toEqual([false, false]));
