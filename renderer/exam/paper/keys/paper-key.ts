/** The part of a keyboard event that decides. */
export interface KeyPress {
  key: string;
  code: string;
  ctrlKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  metaKey: boolean;
  isComposing: boolean;
  keyCode: number;
}

/**
 * Where the focus is: in a field one types into, in something with letters and digits of its own (a list, the calculator),
 * in something that scrolls by itself, or anywhere else.
 */
export type KeyPlace = 'text' | 'own_keys' | 'scrolls' | 'elsewhere';

export type PaperCommand =
  | { do: 'previous' | 'next' | 'flag' | 'calculator' | 'navigator' | 'answer' | 'help' | 'hand' }
  | { do: 'choose'; index: number };

/** What an input method sends in place of a key that it keeps for itself. */
const KEPT_BY_INPUT_METHOD = 229;

const WITH_ALT: Record<
  string,
  PaperCommand['do'] & ('flag' | 'calculator' | 'navigator' | 'answer' | 'help' | 'hand')
> = {
  KeyF: 'flag',
  KeyC: 'calculator',
  KeyN: 'navigator',
  KeyA: 'answer',
  KeyK: 'help',
  KeyH: 'hand',
};

/**
 * What a key press means on the paper, or null for one that means what it always means. Alt with the arrow keys,
 * function keys and Ctrl with letters are left to the shell, which blocks those that a browser would act upon. While
 * an input method composes, every key is its own.
 */
export function paperKey(press: KeyPress, place: KeyPlace): PaperCommand | null {
  const { key, code, ctrlKey, altKey, shiftKey, metaKey } = press;
  if (press.isComposing || press.keyCode === KEPT_BY_INPUT_METHOD || metaKey) return null;
  if (key === 'PageUp' || key === 'PageDown') {
    // Alone it scrolls what can scroll; with Ctrl it turns the page from anywhere.
    if (altKey || shiftKey || (!ctrlKey && place !== 'elsewhere')) return null;
    return { do: key === 'PageUp' ? 'previous' : 'next' };
  }
  if (ctrlKey) return null;
  if (altKey) {
    const command = WITH_ALT[code];
    return command && !shiftKey ? { do: command } : null;
  }
  if (place === 'text') return null;
  if (key === '?' || key === '？') return { do: 'help' };
  if (shiftKey || place === 'own_keys') return null;
  if (/^[1-9]$/.test(key)) return { do: 'choose', index: Number(key) - 1 };
  if (/^[a-t]$/i.test(key)) return { do: 'choose', index: key.toLowerCase().charCodeAt(0) - 'a'.charCodeAt(0) };
  return null;
}
