import type { Finding } from '../../../shared/contract/shell.ts';

/** What is pressed, and what must become of it. */
export interface KeyRow {
  name: string;
  held: readonly number[];
  key: number;
  expected: 'blocked' | 'passed';
  /** What a proctor is told; null: nothing. */
  told: Finding['kind'] | null;
}

const CTRL = 0xa2;
const ALT = 0xa4;
const SHIFT = 0xa0;
const ALT_GR = [CTRL, 0xa5];
const WIN = 0x5b;
const letter = (text: string) => text.charCodeAt(0);

const blocked = (name: string, held: readonly number[], key: number, told: KeyRow['told']): KeyRow => ({
  ...{ name, held, key, expected: 'blocked', told },
});
const passed = (name: string, held: readonly number[], key: number): KeyRow => ({
  ...{ name, held, key, expected: 'passed', told: null },
});

export const KEY_ROWS: KeyRow[] = [
  blocked('Win', [], WIN, 'app_switch'),
  blocked('Win+D', [WIN], letter('D'), 'app_switch'),
  blocked('Win+Shift+S', [WIN, SHIFT], letter('S'), 'screenshot'),
  blocked('Win+PrintScreen', [WIN], 0x2c, 'screenshot'),
  blocked('Win+R', [WIN], letter('R'), 'app_switch'),
  blocked('Win+P', [WIN], letter('P'), 'app_switch'),
  blocked('Win+Ctrl+D', [WIN, CTRL], letter('D'), 'app_switch'),
  blocked('Win+Tab', [0x5c], 0x09, 'app_switch'),
  blocked('Alt+Tab', [ALT], 0x09, 'app_switch'),
  blocked('Alt+Shift+Tab', [ALT, SHIFT], 0x09, 'app_switch'),
  blocked('Ctrl+Alt+Tab', [CTRL, ALT], 0x09, 'app_switch'),
  blocked('Alt+Esc', [ALT], 0x1b, 'app_switch'),
  blocked('Ctrl+Alt+Esc', [CTRL, ALT], 0x1b, 'app_switch'),
  blocked('Alt+Shift+Esc', [ALT, SHIFT], 0x1b, 'app_switch'),
  blocked('Ctrl+Esc', [CTRL], 0x1b, 'app_switch'),
  blocked('Ctrl+Shift+Esc', [CTRL, SHIFT], 0x1b, 'app_switch'),
  blocked('Alt+F4', [ALT], 0x73, 'app_switch'),
  blocked('Alt+Space', [ALT], 0x20, 'app_switch'),
  blocked('PrintScreen', [], 0x2c, 'screenshot'),
  blocked('Alt+PrintScreen', [ALT], 0x2c, 'screenshot'),
  blocked('Ctrl+PrintScreen', [CTRL], 0x2c, 'screenshot'),
  blocked('Shift+PrintScreen', [SHIFT], 0x2c, 'screenshot'),
  blocked('Ctrl+Alt+A', [CTRL, ALT], letter('A'), 'screenshot'),
  blocked('Alt+A', [ALT], letter('A'), 'screenshot'),
  blocked('Ctrl+Shift+A', [CTRL, SHIFT], letter('A'), 'screenshot'),
  blocked('Apps', [], 0x5d, null),
  blocked('Sleep', [], 0x5f, null),
  blocked('Browser Home', [], 0xac, null),
  blocked('Calculator', [], 0xb7, null),
  blocked('Alt+Shift+NumLock', [ALT, SHIFT], 0x90, null),
  ...Array.from({ length: 12 }, (_, index) => blocked(`F${index + 1}`, [], 0x70 + index, null)),
  blocked('F13', [], 0x7c, null),
  blocked('Win+Shift+F23', [WIN, SHIFT], 0x86, null),
  blocked('F24', [], 0x87, null),
  blocked('Shift+F10', [SHIFT], 0x79, null),
  { ...passed('Ctrl+Alt+Delete', [CTRL, ALT], 0x2e), told: 'app_switch' },
  passed('A', [], letter('A')),
  passed('Shift+A', [SHIFT], letter('A')),
  passed('Ctrl+A', [CTRL], letter('A')),
  passed('Ctrl+C', [CTRL], letter('C')),
  passed('Ctrl+V', [CTRL], letter('V')),
  passed('Ctrl+Z', [CTRL], letter('Z')),
  passed('AltGr+A', ALT_GR, letter('A')),
  passed('AltGr+Space', ALT_GR, 0x20),
  passed('Esc', [], 0x1b),
  passed('Tab', [], 0x09),
  passed('Shift+Tab', [SHIFT], 0x09),
  passed('Enter', [], 0x0d),
  passed('Space', [], 0x20),
  passed('Ctrl+Space (input method)', [CTRL], 0x20),
  passed('Shift+Space (full width)', [SHIFT], 0x20),
  passed('Ctrl+Shift (next input method)', [CTRL], SHIFT),
  passed('Alt+Shift (next layout)', [ALT], SHIFT),
  passed('Kana', [], 0x15),
  passed('Kanji', [], 0x19),
  passed('Convert', [], 0x1c),
  passed('Caps Lock', [], 0x14),
  passed('Left', [], 0x25),
  passed('Delete', [], 0x2e),
];
