import { mayClose, type PageState } from '../page-state.ts';
import { element } from './element.ts';
import type { ScreenMaker } from './screen.ts';

/** Handed in, or replaced by another phone: the camera is off, and the page says when it may be closed. */
export const endedScreen: ScreenMaker = ({ words }, first) => {
  const hint = element('p', { class: 'large' });
  const replaced = first.ended === 'replaced';
  const line = replaced ? words.replaced : words.thanks;
  const root = element(
    'section',
    { class: 'status ended', role: 'status' },
    element('h1', { class: 'status-line' }, line),
    hint,
  );
  const update = (state: PageState): void => {
    const rest = mayClose(state) ? words.closeNow : words.uploading(state.recording?.pending ?? 0);
    const text = replaced ? `${words.replacedHint} ${mayClose(state) ? '' : rest}` : rest;
    if (hint.textContent !== text) hint.textContent = text;
  };
  update(first);
  return { root, update };
};
