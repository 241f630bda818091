import { expect, it } from 'vitest';
import { isRemoteSession } from './device-report.ts';

it('knows a remote session by its name on Windows', () => {
  expect(isRemoteSession('win32', { SESSIONNAME: 'RDP-Tcp#3' })).toBe(true);
  expect(isRemoteSession('win32', { SESSIONNAME: 'Console' })).toBe(false);
  expect(isRemoteSession('linux', { SESSIONNAME: 'RDP-Tcp#3' })).toBe(false);
});
