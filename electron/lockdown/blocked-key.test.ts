import { describe, expect, it } from 'vitest';
import { blockedKey, type KeyPress } from './blocked-key.ts';

/** `Ctrl+Shift+i` and the like as Electron hands it over. */
function press(written: string, type = 'keyDown'): KeyPress {
  const parts = written.split('+');
  const key = parts.pop() || '+';
  return {
    type,
    key: parts.includes('Shift') && key.length === 1 ? key.toUpperCase() : key,
    control: parts.includes('Ctrl'),
    alt: parts.includes('Alt'),
    shift: parts.includes('Shift'),
    meta: parts.includes('Cmd'),
  };
}

describe('keys of a locked exam window', () => {
  it.each([
    ...['F5', 'F11', 'F12', 'Ctrl+r', 'Ctrl+Shift+R', 'Ctrl+w', 'Ctrl+p', 'Ctrl+s', 'Ctrl+Shift+i', 'Ctrl+-', 'Ctrl+0'],
    ...['Ctrl+=', 'Ctrl+Shift++', 'Alt+F4', 'Alt+ArrowLeft', 'BrowserBack', 'ContextMenu', 'PrintScreen'],
  ])('blocks %s', (written) => {
    expect(blockedKey(press(written), 'win32')).not.toBeNull();
  });

  it.each([
    ...[
      'a',
      '中',
      'Enter',
      'Tab',
      'Shift+Tab',
      'Backspace',
      'ArrowLeft',
      'Shift+ArrowLeft',
      'Ctrl+ArrowLeft',
      'Process',
    ],
    ...['Ctrl+a', 'Ctrl+c', 'Ctrl+v', 'Ctrl+x', 'Ctrl+z', 'Ctrl+y', 'Ctrl+ ', 'Shift+ ', 'Ctrl+Alt+e', 'Ctrl+Alt+0'],
  ])('lets %s through for writing', (written) => {
    expect(blockedKey(press(written), 'win32')).toBeNull();
  });

  it('goes by the command key on macOS, where Ctrl moves the cursor', () => {
    expect(blockedKey(press('Ctrl+p'), 'darwin')).toBeNull();
    expect(blockedKey(press('Alt+ArrowLeft'), 'darwin')).toBeNull();
    expect(blockedKey(press('Cmd+q'), 'darwin')).not.toBeNull();
    expect(blockedKey(press('Cmd+Alt+i'), 'darwin')).not.toBeNull();
    expect(blockedKey(press('Cmd+c'), 'darwin')).toBeNull();
  });

  it('reports a screenshot key even when only its release is told', () => {
    expect(blockedKey(press('PrintScreen', 'keyUp'), 'win32')).toEqual({ reportedAs: 'screenshot' });
    expect(blockedKey(press('F5', 'keyUp'), 'win32')).toBeNull();
  });
});
