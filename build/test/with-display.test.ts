import { expect, it } from 'vitest';
import { withDisplay } from './with-display.ts';

const all = (): boolean => true;
const none = (): boolean => false;

it('runs on the display there is', () => {
  expect(withDisplay(['x'], 'linux', { DISPLAY: ':0' }, none)).toEqual(['x']);
  expect(withDisplay(['x'], 'darwin', {}, none)).toEqual(['x']);
});

it('brings a virtual display and a window manager where there is none', () => {
  const command = withDisplay(['x', 'y'], 'linux', {}, all);
  expect(command?.[0]).toContain('xvfb-run');
  expect(command?.join(' ')).toContain('openbox');
  expect(command?.slice(-2)).toEqual(['x', 'y']);
});

it('says that windows cannot be tested where neither can be had', () => {
  expect(withDisplay(['x'], 'linux', {}, none)).toBeNull();
});
