import type { Shortcut } from './shortcut.ts';

/** The part of Electron's `Input` that decides. */
export interface KeyPress {
  type: string;
  key: string;
  control: boolean;
  alt: boolean;
  shift: boolean;
  meta: boolean;
}

const FUNCTION_KEYS = /^F([1-9]|1\d|2[0-4])$/;
const BROWSER_KEYS = /^(Browser\w*|Launch\w*|ContextMenu)$/;
/** With Ctrl (Cmd on macOS): reload, close, print, save, open, new, history, downloads, address, source, find, zoom. */
const WITH_COMMAND = new Set(['r', 'w', 'p', 's', 'o', 'n', 't', 'h', 'j', 'l', 'u', 'd', 'g', 'f', 'q', 'm']);
const ZOOM = new Set(['+', '-', '=', '_', '0']);
const DEVELOPER = new Set(['i', 'j', 'c', 'k', 'm', 's', 't', 'n', 'r', 'w', 'p']);

/**
 * Whether a key press may not reach the exam page, and what it counts as; null for an ordinary one. Keys for
 * writing are never blocked: letters, AltGr characters, input-method keys, cursor movement, cut, copy and paste.
 */
export function blockedKey(press: KeyPress, platform: NodeJS.Platform): Pick<Shortcut, 'reportedAs'> | null {
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  // Windows tells a print-screen press only when the key comes up.
  if (key === 'PrintScreen') return { reportedAs: 'screenshot' };
  if (press.type !== 'keyDown') return null;
  if (FUNCTION_KEYS.test(key) || BROWSER_KEYS.test(key)) {
    return { reportedAs: press.alt && key === 'F4' ? 'app_switch' : null };
  }
  if (press.alt && !press.control && (key === 'ArrowLeft' || key === 'ArrowRight')) {
    // On macOS Option+arrow moves by words.
    return platform === 'darwin' ? null : { reportedAs: null };
  }
  const command = platform === 'darwin' ? press.meta : press.control;
  // AltGr is Ctrl+Alt on Windows: what it writes is text.
  if (!command || (press.alt && platform !== 'darwin')) return null;
  const blocked =
    press.shift || press.alt ? DEVELOPER.has(key) || ZOOM.has(key) : WITH_COMMAND.has(key) || ZOOM.has(key);
  return blocked ? { reportedAs: null } : null;
}
