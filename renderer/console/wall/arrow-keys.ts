import type { KeyboardEvent } from 'react';

const STEPS: Readonly<Record<string, (columns: number) => number>> = {
  ArrowLeft: () => -1,
  ArrowRight: () => 1,
  ArrowUp: (columns) => -columns,
  ArrowDown: (columns) => columns,
};

/** Arrow keys go from tile to tile as they lie; each tile has one button. */
export function goByArrow(event: KeyboardEvent<HTMLElement>, columns: number): void {
  const step = STEPS[event.key];
  if (!step) return;
  const buttons = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('li > div > button')];
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
  const next = at === -1 ? undefined : buttons[at + step(columns)];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
