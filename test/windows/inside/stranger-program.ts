/**
 * A program beside the exam: a window with nothing in it, which writes down each key that reaches it.
 * Usage: node stranger.cjs LOG TITLE [topmost] [quiet]; it lives until it is ended.
 */
import { appendFileSync } from 'node:fs';
import koffi from 'koffi';
import { type Manner, openPlainWindow } from './plain-window.ts';

const WM_KEYDOWN = 0x100;
const WM_SYSKEYDOWN = 0x104;
const PM_REMOVE = 1;
const QS_ALLINPUT = 0x04ff;

const [log = '', title = '', ...manner] = process.argv.slice(2);
const user32 = koffi.load('user32.dll');
koffi.struct('MSG', {
  ...{ window: 'uintptr', message: 'uint32', wParam: 'uintptr', lParam: 'intptr', time: 'uint32' },
  ...{ x: 'int32', y: 'int32' },
});
const wait = user32.func(
  'uint32 __stdcall MsgWaitForMultipleObjectsEx(uint32 count, void *handles, uint32 milliseconds, uint32 wake, uint32 flags)',
);
const peek = user32.func(
  'bool __stdcall PeekMessageW(_Out_ MSG *message, uintptr window, uint32 min, uint32 max, uint32 remove)',
);
const dispatch = user32.func('intptr __stdcall DispatchMessageW(MSG *message)');

const write = (line: object) => appendFileSync(log, `${JSON.stringify(line)}\n`);
write({ window: openPlainWindow(title, manner as Manner[], [100, 100, 400, 300]) });

const message = { message: 0, wParam: 0 };
for (;;) {
  wait(0, null, 100, QS_ALLINPUT, 0);
  while (peek(message, 0, 0, 0, PM_REMOVE)) {
    if (message.message === WM_KEYDOWN || message.message === WM_SYSKEYDOWN) write({ key: Number(message.wParam) });
    // What the window would do with a key is not asked here: only whether it comes.
    else dispatch(message);
  }
}
