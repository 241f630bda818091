import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { parseStartOptions } from './options.ts';

function refusal(...args: string[]): string {
  try {
    parseStartOptions(args);
  } catch (failure) {
    return (failure as Error).message;
  }
  throw new Error('was accepted');
}

it('has a port, a data directory and a window of its own accord, and leaves the timetable to the server', () => {
  expect(parseStartOptions([])).toEqual({
    dataDir: resolve('data'),
    port: 8443,
    window: true,
    timetable: [],
    ice: [],
    scanner: [],
    postgres: [],
    evidenceKey: [],
  });
});

it('reads every option', () => {
  const args = [
    '--session-in',
    '60s',
    '--duration=20m',
    '--break',
    '1h',
    '--entry-after=10m',
    '--minimum-stay=5m',
    '--calendar',
    '--port',
    '9000',
    '--data',
    '/d',
    '--evidence-key=/keys/e',
    '--postgres=postgresql://u:p@db.example/yunkao',
    '--stun',
    'stun:192.0.2.1,stun:192.0.2.2',
    '--turn=turn:192.0.2.1:3478?transport=udp',
    '--turn-secret',
    'north',
    '--scan-command=clamdscan --no-summary {file}',
    '--no-window',
  ];
  expect(parseStartOptions(args)).toEqual({
    dataDir: resolve('/d'),
    port: 9000,
    window: false,
    timetable: [
      ...['--session-in', '60s', '--duration', '20m', '--break', '1h'],
      ...['--entry-after', '10m', '--minimum-stay', '5m', '--calendar'],
    ],
    ice: [
      ...['--stun', 'stun:192.0.2.1', '--stun', 'stun:192.0.2.2'],
      ...['--turn', 'turn:192.0.2.1:3478?transport=udp', '--turn-secret', 'north'],
    ],
    scanner: ['--scan-command', 'clamdscan --no-summary {file}'],
    postgres: ['--postgres', 'postgresql://u:p@db.example/yunkao'],
    evidenceKey: ['--evidence-key', resolve('/keys/e')],
  });
});

it.each([
  ['an unknown option', ['--sessions-in', '60s'], '--sessions-in'],
  ['a stray word', ['20m'], '20m'],
  ['a time without a unit', ['--duration', '20'], '--duration'],
  ['an option without its value', ['--port'], '--port'],
  ['a scanner that is not told the file', ['--scan-command', 'clamdscan'], '{file}'],
  ['a STUN server without its scheme', ['--stun', 'example.org:3478'], 'example.org:3478'],
  ['a TURN server without its secret', ['--turn', 'turn:example.org'], '--turn-secret'],
  ['a database that is no address', ['--postgres', 'db.example'], '--postgres'],
  ['a port that is none', ['--port', '99999'], '99999'],
])('refuses %s, names it and lists the options', (_, args, named) => {
  const message = refusal(...args);
  expect(message).toContain(named);
  expect(message).toContain('--no-window');
});
