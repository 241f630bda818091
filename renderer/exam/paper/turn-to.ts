import type { PaperCommand } from './keys/paper-key.ts';
import type { PaperDesk } from './paper-desk.ts';

type Turn = Exclude<PaperCommand, { do: 'calculator' | 'help' | 'hand' }>;

const CHOICES = 'article[data-item] input:is([type=radio], [type=checkbox])';
const focusOn = (selector: string): void => document.querySelector<HTMLElement>(selector)?.focus();

/** Does what a key means, where the candidate would otherwise click. */
export function turnTo(command: Turn, desk: PaperDesk): void {
  switch (command.do) {
    case 'previous':
    case 'next': {
      const there = desk.neighbour(command.do === 'next' ? 1 : -1);
      if (there) desk.go(there.id);
      return;
    }
    case 'choose': {
      const choice = document.querySelectorAll<HTMLInputElement>(CHOICES)[command.index];
      choice?.focus();
      choice?.click();
      return;
    }
    case 'flag':
      document.querySelector<HTMLElement>('[data-flag]')?.click();
      return;
    case 'navigator':
      focusOn('[data-navigator] [aria-current=true]');
      return;
    case 'answer':
      focusOn(`[data-writing], ${CHOICES}`);
      return;
  }
}
