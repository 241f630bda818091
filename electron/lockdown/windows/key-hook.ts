import { createKeyAccount } from './key-account.ts';
import { EXAM_KEYS, type KeyDecision } from './key-decision.ts';
import { VK } from './virtual-key.ts';
import type { Handle, Win32 } from './win32.ts';

const WH_KEYBOARD_LL = 13;
const HC_ACTION = 0;
const INJECTED = 0x10;
const INJECTED_BY_LOWER = 0x02;
const RELEASED = 0x80;
const ALT_DOWN = 0x20;
const KEYEVENTF_KEYUP = 2;

/** Tells our own question from a key of the same number that somebody else puts in. */
const OWN = 0x59756e;

/** What Windows calls the window of its on-screen keyboard, from 7 to 11. */
const ON_SCREEN_KEYBOARD = 'OSKMainClass';

/** One may be late on a busy machine, or go to the desktop of Ctrl+Alt+Delete. */
const UNANSWERED = 3;

/** What the hook tells of one key; `injected`: of a press by a program. Nothing is told of a key that goes on as usual: what is written is nobody's business. */
export type KeyNotice = Omit<KeyDecision, 'swallow'> & { swallowed: boolean; injected: boolean };

export interface KeyHook {
  install(): boolean;
  remove(): void;
  /** Puts a key in that means nothing. False: the hook was not called for the last three of them, so it is gone. */
  answers(): boolean;
}

/**
 * The low-level keyboard hook. The thread that installs it must run a message loop; Windows silently removes a hook
 * that is too slow (300 ms), so nothing is awaited in it.
 */
export function createKeyHook(win32: Win32, now: () => number, notice: (key: KeyNotice) => void): KeyHook {
  const account = createKeyAccount(EXAM_KEYS);
  let hook: Handle = 0;
  let unanswered = 0;

  const held = (virtualKey: number) => win32.GetAsyncKeyState(virtualKey) < 0;

  /** Whether the key ends here. */
  function seen(info: unknown): boolean {
    const { virtualKey, flags, extraInfo } = win32.keyboardInfo(info);
    const injected = (flags & (INJECTED | INJECTED_BY_LOWER)) !== 0 && virtualKey !== VK.PACKET;
    const down = (flags & RELEASED) === 0;
    const { swallow, ...decision } = account.next({
      ...{ virtualKey, injected, at: now(), down },
      onScreenKeyboard: injected && win32.FindWindowExW(0, 0, ON_SCREEN_KEYBOARD, null) !== 0,
      ...{ alt: (flags & ALT_DOWN) !== 0 || held(VK.MENU), rightAlt: held(VK.RIGHT_MENU) },
      ...{ control: held(VK.CONTROL), shift: held(VK.SHIFT) },
    });
    // Only here, so that our own question keeps everything a key needs awake, also on a computer that pages.
    if (virtualKey === VK.UNASSIGNED && Number(extraInfo) === OWN) {
      unanswered = 0;
      return true;
    }
    const putIn = injected && down;
    if (decision.reportedAs !== null || putIn) notice({ ...decision, swallowed: swallow, injected: putIn });
    return swallow;
  }

  const callback = win32.keyboardCallback((code, message, info) =>
    code === HC_ACTION && seen(info) ? 1 : win32.CallNextHookEx(hook, code, message, info),
  );

  return {
    install() {
      if (hook !== 0) win32.UnhookWindowsHookEx(hook);
      hook = win32.SetWindowsHookExW(WH_KEYBOARD_LL, callback, 0, 0);
      unanswered = 0;
      return hook !== 0;
    },
    remove() {
      if (hook !== 0) win32.UnhookWindowsHookEx(hook);
      hook = 0;
      win32.unregister(callback);
    },
    answers() {
      const alive = unanswered < UNANSWERED;
      // Refused while another desktop has the keyboard: then there is no answer to expect.
      unanswered = win32.sendKey(VK.UNASSIGNED, KEYEVENTF_KEYUP, OWN) ? unanswered + 1 : 0;
      return alive;
    },
  };
}
