import { expect, it } from 'vitest';
import { OptionError, parseCommandLine } from './command-line.ts';

const ice = (...args: string[]) => parseCommandLine(['--data', 'd', ...args]).ice;

it('names no STUN or TURN server of its own accord', () => {
  expect(ice()).toEqual({ stun: [], turn: null });
});

it('takes several STUN and TURN servers, repeated or separated by commas', () => {
  const stun = ['--stun', 'stun:192.0.2.1:3478,stun:192.0.2.2', '--stun', 'stun:192.0.2.3'];
  const turn = ['--turn', 'turn:192.0.2.1:3478?transport=udp', '--turn-secret', 'north'];
  expect(ice(...stun, ...turn)).toEqual({
    stun: ['stun:192.0.2.1:3478', 'stun:192.0.2.2', 'stun:192.0.2.3'],
    turn: { urls: ['turn:192.0.2.1:3478?transport=udp'], secret: 'north' },
  });
});

const scanning = (text: string) => parseCommandLine(['--data', 'd', '--scan-command', text]).scanCommand;

it('takes a scanner as a program and its arguments, quoted where they have spaces', () => {
  expect(parseCommandLine(['--data', 'd']).scanCommand).toBeNull();
  expect(scanning('clamdscan --fdpass {file}')).toEqual(['clamdscan', '--fdpass', '{file}']);
  expect(scanning('"C:\\Program Files\\scan.exe" "/file={file}"')).toEqual([
    'C:\\Program Files\\scan.exe',
    '/file={file}',
  ]);
});

it.each(['clamscan', '{file}', ''])('refuses the scan command "%s", which is never told the file', (text) => {
  expect(() => scanning(text)).toThrow(OptionError);
});

it.each([
  ['a TURN server for STUN', ['--stun', 'turn:192.0.2.1'], '--stun turn:192.0.2.1'],
  ['an address without a scheme', ['--turn', '192.0.2.1:3478', '--turn-secret', 'north'], '--turn 192.0.2.1:3478'],
  ['a TURN server without a secret', ['--turn', 'turn:192.0.2.1'], '--turn-secret'],
  ['a secret without a TURN server', ['--turn-secret', 'north'], '--turn-secret'],
])('refuses %s and names it', (_, args, named) => {
  expect(() => ice(...args)).toThrow(OptionError);
  expect(() => ice(...args)).toThrow(named);
});

it('keeps rows in a file unless it is told a PostgreSQL database', () => {
  const place = (...args: string[]) => parseCommandLine(['--data', 'd', ...args]).postgres;
  expect(place()).toBeNull();
  expect(place('--postgres', 'postgresql://u:p@db.example/yunkao')).toBe('postgresql://u:p@db.example/yunkao');
  expect(() => place('--postgres', 'db.example')).toThrow('--postgres db.example');
});

it('is one of several processes only on a PostgreSQL database', () => {
  const redis = (...args: string[]) => parseCommandLine(['--data', 'd', ...args]).redis;
  const postgres = ['--postgres', 'postgresql://u:p@db.example/yunkao'];
  expect(redis(...postgres)).toBeNull();
  expect(redis(...postgres, '--redis', 'redis://cache.example/0')).toBe('redis://cache.example/0');
  expect(() => redis('--redis', 'redis://cache.example/0')).toThrow('--redis needs --postgres');
  expect(() => redis(...postgres, '--redis', 'cache.example')).toThrow('--redis cache.example');
});

it('shows figures to this computer alone, unless an address is named', () => {
  const place = (text: string) => parseCommandLine(['--data', 'd', '--metrics', text]).metrics;
  expect(place('9464')).toEqual({ host: '127.0.0.1', port: 9464 });
  expect(place('10.0.0.4:9464')).toEqual({ host: '10.0.0.4', port: 9464 });
  expect(place('[::]:9464')).toEqual({ host: '::', port: 9464 });
});

it('takes the word of the proxies it is told, and of no others', () => {
  const { isProxy } = parseCommandLine(['--data', 'd', '--proxy', '10.0.0.0/8,192.0.2.1']);
  expect(['10.9.8.7', '192.0.2.1', '192.0.2.2'].map(isProxy)).toEqual([true, true, false]);
  expect(() => parseCommandLine(['--data', 'd', '--proxy', 'proxy.example'])).toThrow(OptionError);
});
