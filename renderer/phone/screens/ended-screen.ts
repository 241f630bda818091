import type { PhoneEnd } from '../../../shared/domain/pairing.ts';
import { element } from '../../ui/element.ts';
import { mayClose, type PageState } from '../page-state.ts';
import type { PhoneWords } from '../words.ts';
import type { ScreenMaker } from './screen.ts';

/** `hint` is null where nothing but closing the page is left to do. */
function endWords(words: PhoneWords): Record<PhoneEnd, { line: string; hint: string | null }> {
  return {
    handed_in: { line: words.thanks, hint: null },
    replaced: { line: words.replaced, hint: words.replacedHint },
    computer_changed: { line: words.computerChanged, hint: words.computerChangedHint },
  };
}

/** Handed in, or not the second view any more: the camera is off, and the page says when it may be closed. */
export const endedScreen: ScreenMaker = ({ words }, first) => {
  const hint = element('p', { class: 'large' });
  const { line, hint: next } = endWords(words)[first.ended ?? 'handed_in'];
  const root = element(
    'section',
    { class: 'status ended', role: 'status' },
    element('h1', { class: 'status-line' }, line),
    hint,
  );
  const update = (state: PageState): void => {
    const rest = mayClose(state) ? words.closeNow : words.uploading(state.recording?.pending ?? 0);
    const text = next ? `${next} ${mayClose(state) ? '' : rest}` : rest;
    if (hint.textContent !== text) hint.textContent = text;
  };
  update(first);
  return { root, update };
};
