import type { Language } from '../../ui/words.ts';
import type { PageState, Screen } from '../page-state.ts';
import type { PhoneWords } from '../words.ts';

/** What the person can do, whatever the screen. */
export interface Actions {
  openCamera(): void;
  renewCamera(): void;
  changeLens(): void;
  /** Goes on past the step that failed. */
  retry(): void;
  /** Stays in an in-app browser in spite of the advice. */
  goOnHere(): void;
}

export interface ScreenParts {
  words: PhoneWords;
  language: Language;
  actions: Actions;
  /** One element for the page's whole life: moving it between screens would stop it on iOS. */
  video: HTMLVideoElement;
}

/** A screen is built once when it appears, and `update`d with every state while it stays. */
export interface ShownScreen {
  root: HTMLElement;
  update(state: PageState): void;
}

export type ScreenMaker = (parts: ScreenParts, state: PageState) => ShownScreen;
export type ScreenMakers = Record<Screen, ScreenMaker>;
