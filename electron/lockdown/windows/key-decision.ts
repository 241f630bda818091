import { keyName, VK } from './virtual-key.ts';

/** One key event as the hook sees it, before any program does. */
export interface KeyEvent {
  virtualKey: number;
  down: boolean;
  /** Put in by a program, not by the keyboard. */
  injected: boolean;
  /** The system's own on-screen keyboard is open: whoever uses it cannot do without. */
  onScreenKeyboard: boolean;
  alt: boolean;
  rightAlt: boolean;
  control: boolean;
  shift: boolean;
  /** A Windows key that was swallowed is still held. */
  win: boolean;
}

export interface KeyPolicy {
  /** F1 to F24, by number: the screenshot and help keys of other programs. The exam page uses none. */
  functionKeys: readonly number[];
  /** Letters that start the screenshot of a messenger, with the modifiers they want. */
  captureChords: readonly CaptureChord[];
}

interface CaptureChord {
  letter: string;
  control: boolean;
  alt: boolean;
  shift: boolean;
}

export interface KeyDecision {
  swallow: boolean;
  /** Null: nothing a proctor needs to know. */
  reportedAs: 'app_switch' | 'screenshot' | null;
  /** As a person would write it: `Ctrl+Esc`. */
  name: string;
}

const letters = (letter: string, ...modifiers: ('control' | 'alt' | 'shift')[]): CaptureChord => ({
  letter,
  control: modifiers.includes('control'),
  alt: modifiers.includes('alt'),
  shift: modifiers.includes('shift'),
});

export const EXAM_KEYS: KeyPolicy = {
  functionKeys: Array.from({ length: 24 }, (_, index) => index + 1),
  // QQ; WeChat; DingTalk and Feishu.
  captureChords: [letters('A', 'control', 'alt'), letters('A', 'alt'), letters('A', 'control', 'shift')],
};

const PASSED: Pick<KeyDecision, 'swallow' | 'reportedAs'> = { swallow: false, reportedAs: null };
const SILENT = { swallow: true, reportedAs: null } as const;
const SWITCH = { swallow: true, reportedAs: 'app_switch' } as const;
const SCREENSHOT = { swallow: true, reportedAs: 'screenshot' } as const;

const within = (key: number, from: number, to: number) => key >= from && key <= to;
const isModifier = (key: number) => within(key, VK.SHIFT, VK.MENU) || within(key, VK.LEFT_SHIFT, VK.RIGHT_MENU);

/**
 * Letters, digits and signs, of the number pad too. Not what only moves and mends: input methods put that in themselves, to
 * go back between a pair of brackets.
 */
const isWriting = (key: number) =>
  within(key, VK.ZERO, VK.Z) || within(key, VK.NUMPAD_0, VK.DIVIDE) || within(key, VK.FIRST_SIGN, VK.LAST_SIGN);

function isCapture({ virtualKey, control, alt, shift }: KeyEvent, chords: readonly CaptureChord[]): boolean {
  return chords.some(
    (chord) =>
      chord.letter.charCodeAt(0) === virtualKey &&
      chord.control === control &&
      chord.alt === alt &&
      chord.shift === shift,
  );
}

function outcome(event: KeyEvent, policy: KeyPolicy): Pick<KeyDecision, 'swallow' | 'reportedAs'> {
  const { virtualKey: key, alt, control, rightAlt, shift, win } = event;
  if (key === VK.PRINT_SCREEN) return SCREENSHOT;
  if (key === VK.LEFT_WIN || key === VK.RIGHT_WIN) return SWITCH;
  if (key === VK.APPS || key === VK.SLEEP) return SILENT;
  if (within(key, VK.BROWSER_BACK, VK.BROWSER_HOME) || within(key, VK.LAUNCH_MAIL, VK.LAUNCH_APP2)) return SILENT;
  // The system acts on it whatever a hook says; the desktop it opens is told apart by the window watch.
  if (key === VK.DELETE && control && alt && !rightAlt) return { swallow: false, reportedAs: 'app_switch' };
  // With AltGr, which is Ctrl and right Alt, a key writes: only what writes nothing on any layout is taken.
  const altGr = rightAlt && control;
  if (alt && (key === VK.TAB || key === VK.ESCAPE || key === VK.F4)) return SWITCH;
  if (control && key === VK.ESCAPE) return SWITCH;
  if (alt && !altGr && key === VK.SPACE) return SWITCH;
  // Its combination turns on the keys that move the mouse, and a question with them.
  if (alt && shift && key === VK.NUM_LOCK) return SILENT;
  if (within(key, VK.F1, VK.F24) && policy.functionKeys.includes(key - VK.F1 + 1)) return SILENT;
  if (!altGr && isCapture(event, policy.captureChords)) return SCREENSHOT;
  // The system never saw the Windows key, so Win+D would write a d into the answer.
  if (win && !isModifier(key)) return key === VK.S && shift ? SCREENSHOT : SWITCH;
  // What a program types is told by who puts it in, with how much of it.
  if (event.injected && !event.onScreenKeyboard && isWriting(key)) return SILENT;
  return PASSED;
}

function nameOf({ virtualKey, alt, control, shift, win }: KeyEvent): string {
  const isWin = virtualKey === VK.LEFT_WIN || virtualKey === VK.RIGHT_WIN;
  const modifiers = [win && !isWin && 'Win', control && 'Ctrl', alt && 'Alt', shift && 'Shift'];
  return [...modifiers.filter(Boolean), keyName(virtualKey)].join('+');
}

/**
 * Whether a key goes on to the system. Keys for writing do when a person presses them: letters, AltGr characters, everything an input method
 * lives on (Shift, Ctrl+Space, Ctrl+Shift, Kana, Convert). A release goes on unless its press was swallowed, else
 * the key would seem held for ever; the caller keeps that account.
 */
export function decideKey(event: KeyEvent, policy: KeyPolicy): KeyDecision {
  return { ...outcome(event, policy), name: nameOf(event) };
}
