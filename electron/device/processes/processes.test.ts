import { expect, it } from 'vitest';
import { parseListening } from './linux-processes.ts';
import { parseLsof, parsePs } from './macos-processes.ts';

it('reads the processes of macOS with their paths, also with spaces', () => {
  const output = '    1 /sbin/launchd\n  512 /Applications/VNC Viewer.app/Contents/MacOS/VNC Viewer\n  600 (zsh)\n\n';
  expect(parsePs(output)).toEqual([
    { pid: 1, image: 'launchd', path: '/sbin/launchd' },
    {
      pid: 512,
      image: 'VNC Viewer',
      path: '/Applications/VNC Viewer.app/Contents/MacOS/VNC Viewer',
    },
    { pid: 600, image: '(zsh)', path: null },
  ]);
});

it('reads who listens where on macOS', () => {
  expect(parseLsof('p42\nf7\nn*:5900\nf8\nn[::1]:7070\np43\nf3\nn127.0.0.1:80\n')).toEqual([
    { pid: 42, port: 5900 },
    { pid: 42, port: 7070 },
    { pid: 43, port: 80 },
  ]);
});

it('reads the listening sockets of Linux alone', () => {
  const table = [
    '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode',
    '   0: 0100007F:527E 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 4711 1 0 100 0 0 10 0',
    '   1: 0100007F:527E 0100007F:9C40 01 00000000:00000000 00:00000000 00000000     0        0 4712 1 0 20 4 30 10 -1',
  ].join('\n');
  expect(parseListening(table)).toEqual([{ inode: '4711', port: 21_118 }]);
});
