import { deleteSelection, insertText } from './insert-text.ts';

/**
 * What the system's clipboard gets in place of copied text. It tells that the last copy was made on this paper, and
 * keeps the answer itself out of clipboard histories and of whatever else reads along.
 */
const MARK = '\u2063';

/** Ways into a field besides typing. */
const BROUGHT_IN = new Set(['insertFromPaste', 'insertFromPasteAsQuotation', 'insertFromDrop', 'insertFromYank']);

type TextField = HTMLTextAreaElement | HTMLInputElement;

function fieldOf({ target }: Event): TextField | null {
  return target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement ? target : null;
}

const selectedIn = (field: TextField): string => field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0);

/** What a paste would bring: text copied on this paper, nothing at all, or something from outside. */
export function pastedFrom(types: readonly string[], text: string): 'inside' | 'outside' {
  // The shell empties the system's clipboard now and then: an empty one says nothing against the own copy.
  return types.length === 0 || text === MARK ? 'inside' : 'outside';
}

/**
 * Cut, copy and paste within `root` without the system's clipboard: what is copied stays in this window, and nothing
 * else can be pasted or dropped. `onRefused` hears of each try. Returns how to stop.
 */
export function keepClipboardInside(root: HTMLElement, onRefused: () => void): () => void {
  let held = '';

  function take(event: ClipboardEvent): TextField | null {
    const field = fieldOf(event);
    event.preventDefault();
    const text = field ? selectedIn(field) : '';
    if (!field || text === '') return null;
    held = text;
    event.clipboardData?.setData('text/plain', MARK);
    return field;
  }
  const copy = (event: ClipboardEvent): void => void take(event);
  const cut = (event: ClipboardEvent): void => {
    const field = take(event);
    if (field) deleteSelection(field);
  };
  function paste(event: ClipboardEvent): void {
    event.preventDefault();
    const field = fieldOf(event);
    if (!field) return;
    const { types = [] } = event.clipboardData ?? {};
    const source = pastedFrom(types, event.clipboardData?.getData('text/plain') ?? '');
    if (source === 'outside') onRefused();
    else if (held !== '') insertText(field, held);
  }
  function beforeInput(event: InputEvent): void {
    if (!BROUGHT_IN.has(event.inputType)) return;
    event.preventDefault();
    onRefused();
  }
  function drop(event: DragEvent): void {
    event.preventDefault();
    onRefused();
  }

  root.addEventListener('copy', copy);
  root.addEventListener('cut', cut);
  root.addEventListener('paste', paste);
  root.addEventListener('beforeinput', beforeInput);
  root.addEventListener('drop', drop);
  return () => {
    root.removeEventListener('copy', copy);
    root.removeEventListener('cut', cut);
    root.removeEventListener('paste', paste);
    root.removeEventListener('beforeinput', beforeInput);
    root.removeEventListener('drop', drop);
  };
}
