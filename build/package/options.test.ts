import { expect, it } from 'vitest';
import { SetupError } from '../terminal.ts';
import { parseDistOptions } from './options.ts';

it('packages for the system it runs on, unless another is named', () => {
  expect(parseDistOptions([], 'win32').platform).toBe('windows');
  expect(parseDistOptions(['--macos'], 'linux').platform).toBe('macos');
  expect(parseDistOptions(['--dir'], 'linux')).toEqual({
    ...{ platform: 'linux', dir: true, examServer: null, updates: null },
  });
});

it.each([
  ['two platforms', ['--windows', '--macos']],
  ['a word it does not know', ['--quick']],
  ['updates that anybody on the line could change', ['--updates', 'http://updates.example/']],
])('refuses %s', (_, args) => {
  expect(() => parseDistOptions(args, 'linux')).toThrow(SetupError);
});
