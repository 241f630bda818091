import { button, element } from '../../ui/element.ts';
import { phonePlatform } from '../browser-check.ts';
import { canKeepScreenOn } from '../camera/wake-lock.ts';
import type { PhoneWords } from '../words.ts';
import { placementPicture } from './placement-picture.ts';
import type { ScreenMaker } from './screen.ts';

export function placement(words: PhoneWords): HTMLElement {
  return element(
    'section',
    { class: 'card' },
    element('h2', {}, words.place),
    element('p', {}, words.placeHow),
    placementPicture(words),
  );
}

function checklist(words: PhoneWords): HTMLElement {
  const platform = phonePlatform(navigator.userAgent);
  const { power, silence, autoLock, saver, stay } = words;
  // Where the page itself keeps the screen on nobody has to change a setting and back.
  const lock = canKeepScreenOn() ? [] : [autoLock[platform]];
  const rows = [power, silence[platform], ...lock, saver[platform], stay];
  const list = element('ul', { class: 'checklist' }, ...rows.map((row) => element('li', {}, row)));
  return element('section', { class: 'card' }, element('h2', {}, words.checklist), list);
}

/** Paired, camera still off: what it is for, what to do first, one button, and how to place the phone. */
export const readyScreen: ScreenMaker = ({ words, actions }, { paired }) => {
  const root = element(
    'div',
    {},
    element(
      'section',
      { class: 'card' },
      element('h1', {}, words.title),
      element('p', { class: 'soft' }, paired ? words.forCandidate(paired.candidateName, paired.examTitle) : ''),
      element('p', {}, words.openWhy),
    ),
    checklist(words),
    // Below what is to be done before it: once it is pressed that list is gone.
    button(words.open, 'primary', actions.openCamera),
    placement(words),
  );
  return { root, update: () => undefined };
};

export const pairingScreen: ScreenMaker = ({ words }) => ({
  root: element(
    'section',
    { class: 'card', role: 'status' },
    element('h1', {}, words.title),
    element('p', { class: 'large' }, words.pairing),
  ),
  update: () => undefined,
});
