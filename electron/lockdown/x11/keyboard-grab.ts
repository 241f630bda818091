import type { BrowserWindow } from 'electron';
import type { XEvent } from 'x11';
import type { MonotonicClock } from '../../../shared/support/clock.ts';
import type { Step } from '../../startup/step.ts';
import type { ReportFinding } from '../finding.ts';
import { createPressGate } from '../press-gate.ts';
import { connectToX, type XConnection } from './x-connection.ts';

/** Keysyms of the keys that switch, open menus or belong to a window manager when held down. */
const GRABBED: ReadonlyMap<number, string> = new Map([
  [0xffe9, 'Alt'],
  [0xffea, 'Alt'],
  [0xffe7, 'Meta'],
  [0xffe8, 'Meta'],
  [0xffeb, 'Super'],
  [0xffec, 'Super'],
]);
/** `AnyModifier` of the protocol. */
const ANY_MODIFIER = 0x8000;
const SHIFT = 1;
const CONTROL = 4;
const KEY_PRESS = 'KeyPress';

/** Latin letters and digits have their own code as keysym. */
const isLetter = (keysym: number): boolean => /^[a-z0-9]$/.test(String.fromCharCode(keysym));

const NAMES: Record<number, string> = {
  65289: 'Tab',
  65056: 'Tab',
  65307: 'Escape',
  65361: 'Left',
  65362: 'Up',
  65363: 'Right',
  65364: 'Down',
  65377: 'Print',
  65535: 'Delete',
  32: 'Space',
};
const nameOf = (keysym: number): string => {
  if (keysym >= 0xffbe && keysym <= 0xffd5) return `F${keysym - 0xffbd}`;
  return NAMES[keysym] ?? (isLetter(keysym) ? String.fromCharCode(keysym).toUpperCase() : `key ${keysym}`);
};

interface Parts {
  display: string | undefined;
  window: BrowserWindow;
  clock: MonotonicClock;
  report: ReportFinding;
}

/**
 * Takes Alt and Super away from the window manager under X11: whoever holds the first key of a combination gets the rest
 * of it, so that Alt+Tab and the like never reach whoever claimed them. What the paper itself understands, Alt with a
 * letter, is handed on to the page. The grab belongs to our line to the X server and ends with it.
 */
export function keyboardGrabMeasure({ display, window, clock, report }: Parts): Step {
  const isNewPress = createPressGate(clock);
  let x: XConnection | null = null;
  let keysyms: number[][] = [];

  const keysymOf = (line: XConnection, keycode: number): number =>
    keysyms[keycode - line.display.min_keycode]?.[0] ?? 0;
  let held: string | null = null;

  function pressed(line: XConnection, { keycode, buttons }: XEvent): void {
    const keysym = keysymOf(line, keycode);
    const grabbed = GRABBED.get(keysym);
    if (grabbed) {
      held = grabbed;
      // The bare key opens a menu of its own on many systems.
      if (grabbed === 'Super' && isNewPress('Super')) tell('Super');
      return;
    }
    if (held === null || (keysym >= 0xffe1 && keysym <= 0xffee)) return;
    const forPage = held === 'Alt' && isLetter(keysym) && (buttons & (SHIFT | CONTROL)) === 0;
    if (forPage) {
      const keyCode = String.fromCharCode(keysym).toUpperCase();
      for (const type of ['keyDown', 'keyUp'] as const) {
        window.webContents.sendInputEvent({ type, keyCode, modifiers: ['alt'] });
      }
      return;
    }
    const combination = [
      ...(buttons & CONTROL ? ['Ctrl'] : []),
      held,
      ...(buttons & SHIFT ? ['Shift'] : []),
      nameOf(keysym),
    ].join('+');
    if (isNewPress(combination)) tell(combination);
  }

  function tell(key: string): void {
    const kind = key.endsWith('Print') ? 'screenshot' : 'app_switch';
    report({ kind, durationMs: 0, detail: { key, blocked: true } });
  }

  const stop = () => {
    x?.close();
    x = null;
    held = null;
  };
  return {
    name: 'keyboard_grab',
    async perform() {
      stop();
      const line = await connectToX(display);
      x = line;
      const { min_keycode: first, max_keycode: last } = line.display;
      keysyms = await line.ask<number[][]>((reply) => line.client.GetKeyboardMapping(first, last - first + 1, reply));
      line.client.on('event', (event) => {
        if (event.name === KEY_PRESS) pressed(line, event);
      });
      const codes = keysyms.flatMap((syms, index) => (GRABBED.has(syms[0] ?? 0) ? [first + index] : []));
      let refused = 0;
      for (const code of codes) {
        line.client.GrabKey(line.root, 0, ANY_MODIFIER, code, 1, 1);
        refused += await line.settled();
      }
      if (refused > 0) throw new Error(`${refused} of ${codes.length} keys belong to another program already`);
      return `${codes.length} keys`;
    },
    probe: () => x?.isOpen() ?? false,
    async revert() {
      stop();
    },
  };
}
