import { useEffect } from 'react';
import { type KeyPlace, type PaperCommand, paperKey } from './paper-key.ts';

function placeOf(element: Element | null): KeyPlace {
  if (element instanceof HTMLTextAreaElement) return 'text';
  // A list picks by letters, and the calculator is typed into.
  if (element?.closest('select, [data-own-keys]')) return 'own_keys';
  if (element instanceof HTMLInputElement) return element.type === 'text' ? 'text' : 'elsewhere';
  return element?.closest('[data-scrolls]') ? 'scrolls' : 'elsewhere';
}

/** Hears the paper's keys for as long as no dialog is open. `act` must keep its identity from render to render. */
export function usePaperKeys(act: (command: PaperCommand) => void): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || document.querySelector('dialog[open]')) return;
      const command = paperKey(event, placeOf(document.activeElement));
      if (!command) return;
      event.preventDefault();
      act(command);
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [act]);
}
