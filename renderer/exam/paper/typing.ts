import type { FormEvent } from 'react';

/** Whether an input method is composing this very change: such text is not yet an answer. */
export const isComposing = (event: FormEvent): boolean => (event.nativeEvent as InputEvent).isComposing === true;
