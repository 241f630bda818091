import { createContext, useContext } from 'react';

type TextField = HTMLTextAreaElement | HTMLInputElement;

/** Where a symbol or a result is inserted: the answer's field in which the caret was last. */
export interface WritingTarget {
  focused(field: TextField): void;
  /** Null where nothing can be written, as on a choice. */
  field(): TextField | null;
}

export function createWritingTarget(page: Document = document): WritingTarget {
  let last: TextField | null = null;
  return {
    focused(field) {
      last = field;
    },
    // A field of an item that was left is no longer on the page: then it is the first of the item now shown.
    field: () => (last?.isConnected ? last : page.querySelector<TextField>('[data-writing]')),
  };
}

export const WritingTargetContext = createContext<WritingTarget | null>(null);

export function useWritingTarget(): WritingTarget {
  const target = useContext(WritingTargetContext);
  if (!target) throw new Error('rendered outside an open paper');
  return target;
}
