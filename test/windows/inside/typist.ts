import type { Win32 } from '../../../electron/lockdown/windows/win32.ts';

const EXTENDED = 1;
const RELEASE = 2;
/** Tells the right Alt key from the left one. */
const RIGHT_ALT = 0xa5;

export interface Typist {
  /** Presses what is to be held, then the key, and lets go in reverse. */
  press(held: readonly number[], key: number): void;
}

export function createTypist({ sendKey }: Win32): Typist {
  const put = (key: number, flags: number) => {
    if (!sendKey(key, flags | (key === RIGHT_ALT ? EXTENDED : 0), 0)) throw new Error('Windows took no key');
  };
  return {
    press(held, key) {
      const keys = [...held, key];
      for (const each of keys) put(each, 0);
      for (const each of keys.reverse()) put(each, RELEASE);
    },
  };
}
