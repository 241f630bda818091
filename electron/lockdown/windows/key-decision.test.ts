import { describe, expect, it } from 'vitest';
import { decideKey, EXAM_KEYS, type KeyEvent } from './key-decision.ts';
import { VK } from './virtual-key.ts';

const pressed = (virtualKey: number, held: Partial<KeyEvent> = {}): KeyEvent => ({
  ...{
    virtualKey,
    down: true,
    injected: false,
    onScreenKeyboard: false,
    alt: false,
    rightAlt: false,
    control: false,
    shift: false,
    win: false,
  },
  ...held,
});
const decide = (virtualKey: number, held?: Partial<KeyEvent>) => decideKey(pressed(virtualKey, held), EXAM_KEYS);
const letter = (text: string) => text.charCodeAt(0);

describe('keys that lead out of the exam are swallowed', () => {
  it.each([
    ['Win', VK.LEFT_WIN, {}, 'app_switch'],
    ['Win', VK.RIGHT_WIN, {}, 'app_switch'],
    ['Win+D', letter('D'), { win: true }, 'app_switch'],
    ['Win+Shift+S', letter('S'), { win: true, shift: true }, 'screenshot'],
    ['Alt+Tab', VK.TAB, { alt: true }, 'app_switch'],
    ['Alt+Shift+Tab', VK.TAB, { alt: true, shift: true }, 'app_switch'],
    ['Ctrl+Alt+Tab', VK.TAB, { alt: true, control: true }, 'app_switch'],
    ['Alt+Esc', VK.ESCAPE, { alt: true }, 'app_switch'],
    ['Ctrl+Esc', VK.ESCAPE, { control: true }, 'app_switch'],
    ['Ctrl+Shift+Esc', VK.ESCAPE, { control: true, shift: true }, 'app_switch'],
    ['Alt+F4', VK.F4, { alt: true }, 'app_switch'],
    ['Alt+Space', VK.SPACE, { alt: true }, 'app_switch'],
    ['PrintScreen', VK.PRINT_SCREEN, {}, 'screenshot'],
    ['Alt+PrintScreen', VK.PRINT_SCREEN, { alt: true }, 'screenshot'],
    ['Ctrl+Alt+A', letter('A'), { control: true, alt: true }, 'screenshot'],
    ['Alt+A', letter('A'), { alt: true }, 'screenshot'],
    ['Ctrl+Shift+A', letter('A'), { control: true, shift: true }, 'screenshot'],
    ['Apps', VK.APPS, {}, null],
    ['F1', VK.F1, {}, null],
    ['Shift+F10', VK.F1 + 9, { shift: true }, null],
    ['Alt+Shift+NumLock', VK.NUM_LOCK, { alt: true, shift: true }, null],
  ] as const)('%s (0x%x)', (name, key, held, reportedAs) => {
    expect(decide(key, held)).toEqual({ swallow: true, reportedAs, name });
  });
});

describe('keys for writing go on', () => {
  it.each([
    ['A', letter('A'), {}],
    ['Ctrl+A', letter('A'), { control: true }],
    ['Esc', VK.ESCAPE, {}],
    ['Tab', VK.TAB, {}],
    ['Shift+Tab', VK.TAB, { shift: true }],
    ['Space', VK.SPACE, {}],
    ['Ctrl+Space, which turns an input method on', VK.SPACE, { control: true }],
    ['Shift+Space, full width', VK.SPACE, { shift: true }],
    ['Ctrl+Shift, the next input method', VK.LEFT_SHIFT, { control: true }],
    ['Alt+Shift, the next layout', VK.LEFT_SHIFT, { alt: true }],
    ['Kana', 0x15, {}],
    ['Kanji', 0x19, {}],
    ['Convert', 0x1c, {}],
    ['a key an input method has taken', 0xe5, {}],
    ['text of a touch keyboard', VK.PACKET, { injected: true }],
    ['AltGr+A', letter('A'), { control: true, alt: true, rightAlt: true }],
    ['AltGr+Space', VK.SPACE, { control: true, alt: true, rightAlt: true }],
    ['Left, put in by an input method between brackets', 0x25, { injected: true }],
    ['Backspace of a touch keyboard', 0x08, { injected: true }],
    ['a letter of the on-screen keyboard', letter('A'), { injected: true, onScreenKeyboard: true }],
  ] as const)('%s', (_, key, held) => {
    expect(decide(key, held)).toMatchObject({ swallow: false, reportedAs: null });
  });
});

it.each([
  ['a letter', letter('A'), {}],
  ['a digit', letter('7'), {}],
  ['a sign', 0xbc, {}],
  ['a digit of the number pad', 0x67, {}],
  ['Ctrl+V', letter('V'), { control: true }],
])('[LOCK-2] %s that a program puts in is swallowed; who puts in keys is told with how many', (_, key, held) => {
  expect(decide(key, { ...held, injected: true })).toMatchObject({ swallow: true, reportedAs: null });
});

it('Ctrl+Alt+Delete, which no program can hold, is noticed', () => {
  expect(decide(VK.DELETE, { control: true, alt: true })).toEqual({
    swallow: false,
    reportedAs: 'app_switch',
    name: 'Ctrl+Alt+Delete',
  });
});

it('only the function keys that the policy names are swallowed', () => {
  const policy = { ...EXAM_KEYS, functionKeys: [1] };
  expect(decideKey(pressed(VK.F1), policy).swallow).toBe(true);
  expect(decideKey(pressed(VK.F1 + 1), policy).swallow).toBe(false);
  expect(decideKey(pressed(VK.F4, { alt: true }), policy).swallow).toBe(true);
});
