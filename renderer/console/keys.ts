import { useEffect } from 'react';

/** Whether somebody is writing, choosing or deciding: a single key then belongs to that. */
const taken = (event: KeyboardEvent): boolean =>
  event.defaultPrevented ||
  event.ctrlKey ||
  event.metaKey ||
  event.altKey ||
  document.querySelector('dialog[open]') !== null ||
  (event.target instanceof HTMLElement &&
    event.target.closest(event.key === ' ' ? 'input, textarea, select, button, a' : 'input, textarea, select') !==
      null);

/** Does what belongs to a single key, for as long as this is shown. `actions`: by `KeyboardEvent.key` in lower case. */
export function useKeys(actions: Readonly<Record<string, (() => void) | undefined>>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const action = actions[event.key.toLowerCase()];
      if (!action || taken(event)) return;
      event.preventDefault();
      action();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  });
}
