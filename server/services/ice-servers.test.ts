import { expect, it } from 'vitest';
import { iceServersFor } from './ice-servers.ts';

const NOW = 1_700_000_000_000;
const turn = { urls: ['turn:192.0.2.1:3478?transport=udp'], secret: 'north' };

it('is empty where no server was named', () => {
  expect(iceServersFor({ stun: [], turn: null }, 'attempt-1', NOW)).toEqual([]);
});

it('gives STUN servers as they are', () => {
  expect(iceServersFor({ stun: ['stun:192.0.2.1'], turn: null }, 'attempt-1', NOW)).toEqual([
    { urls: ['stun:192.0.2.1'] },
  ]);
});

it('gives a TURN credential for twelve hours, as `openssl dgst -sha1 -hmac` computes it', () => {
  expect(iceServersFor({ stun: ['stun:192.0.2.1'], turn }, 'attempt-1', NOW)).toEqual([
    { urls: ['stun:192.0.2.1'] },
    { urls: turn.urls, username: '1700043200:attempt-1', credential: '3/IeqpNy4n4uA4QE4dFvroOjhHY=' },
  ]);
});

it('[SEC-1] gives each holder and each moment a credential of its own, and never the secret', () => {
  const given = [
    iceServersFor({ stun: [], turn }, 'attempt-1', NOW),
    iceServersFor({ stun: [], turn }, 'attempt-2', NOW),
    iceServersFor({ stun: [], turn }, 'attempt-1', NOW + 1_000),
  ];
  expect(new Set(given.map(([server]) => server?.credential)).size).toBe(3);
  expect(JSON.stringify(given)).not.toContain(turn.secret);
});
