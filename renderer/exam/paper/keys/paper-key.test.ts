import { describe, expect, it } from 'vitest';
import { type KeyPlace, type KeyPress, paperKey } from './paper-key.ts';

const press = (key: string, change: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: key.length === 1 ? `Key${key.toUpperCase()}` : key,
  ctrlKey: false,
  altKey: false,
  shiftKey: false,
  metaKey: false,
  isComposing: false,
  keyCode: 0,
  ...change,
});
const PLACES: KeyPlace[] = ['text', 'own_keys', 'scrolls', 'elsewhere'];

describe('a key on the paper', () => {
  it('is the input method’s own while it composes, whatever it is', () => {
    for (const place of PLACES) {
      for (const key of ['PageDown', 'a', '1', '?']) {
        expect(paperKey(press(key, { isComposing: true }), place)).toBeNull();
        expect(paperKey(press(key, { keyCode: 229 }), place)).toBeNull();
        expect(paperKey(press(key, { ctrlKey: true, keyCode: 229 }), place)).toBeNull();
      }
      expect(paperKey(press('f', { altKey: true, isComposing: true }), place)).toBeNull();
    }
  });

  it('turns the page: alone where nothing scrolls or is typed, with Ctrl from anywhere', () => {
    expect(paperKey(press('PageDown'), 'elsewhere')).toEqual({ do: 'next' });
    expect(paperKey(press('PageUp'), 'elsewhere')).toEqual({ do: 'previous' });
    expect(paperKey(press('PageDown'), 'text')).toBeNull();
    expect(paperKey(press('PageDown'), 'scrolls')).toBeNull();
    for (const place of PLACES) {
      expect(paperKey(press('PageDown', { ctrlKey: true }), place)).toEqual({ do: 'next' });
    }
  });

  it('chooses an option by digit or letter, but never while one types', () => {
    expect(paperKey(press('1'), 'elsewhere')).toEqual({ do: 'choose', index: 0 });
    expect(paperKey(press('D'), 'elsewhere')).toEqual({ do: 'choose', index: 3 });
    expect(paperKey(press('t'), 'scrolls')).toEqual({ do: 'choose', index: 19 });
    expect(paperKey(press('u'), 'elsewhere')).toBeNull();
    expect(paperKey(press('0'), 'elsewhere')).toBeNull();
    for (const key of ['1', 'a', '?', '？']) expect(paperKey(press(key), 'text')).toBeNull();
    for (const key of ['1', 'a']) expect(paperKey(press(key), 'own_keys')).toBeNull();
    expect(paperKey(press('?', { shiftKey: true }), 'own_keys')).toEqual({ do: 'help' });
  });

  it('flags, opens the calculator and moves about with Alt, in a field too', () => {
    expect(paperKey(press('f', { altKey: true }), 'text')).toEqual({ do: 'flag' });
    expect(paperKey(press('ç', { altKey: true, code: 'KeyC' }), 'text')).toEqual({ do: 'calculator' });
    expect(paperKey(press('n', { altKey: true }), 'elsewhere')).toEqual({ do: 'navigator' });
    expect(paperKey(press('h', { altKey: true }), 'text')).toEqual({ do: 'hand' });
    expect(paperKey(press('f', { altKey: true, ctrlKey: true }), 'text')).toBeNull();
    expect(paperKey(press('x', { altKey: true }), 'elsewhere')).toBeNull();
  });

  it('leaves copying, undoing and system keys alone', () => {
    for (const key of ['c', 'v', 'z', 'a', '1']) {
      expect(paperKey(press(key, { ctrlKey: true }), 'elsewhere')).toBeNull();
      expect(paperKey(press(key, { metaKey: true }), 'elsewhere')).toBeNull();
    }
    expect(paperKey(press('ArrowLeft', { altKey: true }), 'elsewhere')).toBeNull();
  });
});
