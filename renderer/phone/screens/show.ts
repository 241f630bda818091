import { element } from '../../ui/element.ts';
import type { Language } from '../../ui/words.ts';
import { keepLanguage, preferredLanguage } from '../language-choice.ts';
import { FIRST_STATE, type PageState, type Screen, screenOf } from '../page-state.ts';
import { WORDS } from '../words.ts';
import { endedScreen } from './ended-screen.ts';
import { problemScreen } from './problem-screen.ts';
import { pairingScreen, readyScreen } from './ready-screen.ts';
import type { Actions, ScreenMakers, ShownScreen } from './screen.ts';
import { watchingScreen } from './watching-screen.ts';

const MAKERS: ScreenMakers = {
  pairing: pairingScreen,
  problem: problemScreen,
  ready: readyScreen,
  watching: watchingScreen,
  ended: endedScreen,
};

/** Shows the page's states in `place` from now on. */
export function showPage(place: HTMLElement, video: HTMLVideoElement, actions: Actions): (state: PageState) => void {
  let language = preferredLanguage();
  let state = FIRST_STATE;
  let shown: { name: Screen; screen: ShownScreen } | null = null;
  const other = element('button', { class: 'language', type: 'button' });
  const content = element('main', {});
  place.append(other, content);

  const build = (name: Screen): void => {
    const words = WORDS[language];
    document.documentElement.lang = language;
    document.title = words.title;
    other.textContent = words.other;
    other.lang = language === 'en' ? 'zh-CN' : 'en';
    const screen = MAKERS[name]({ words, language, actions, video }, state);
    content.textContent = '';
    content.append(screen.root);
    shown = { name, screen };
    // A video that was taken out of the page is paused by some browsers.
    if (name === 'watching' && video.srcObject) void video.play().catch(() => undefined);
  };
  other.addEventListener('click', () => {
    const next: Language = language === 'en' ? 'zh-CN' : 'en';
    language = next;
    keepLanguage(next);
    build(screenOf(state));
  });

  const show = (next: PageState): void => {
    state = next;
    const name = screenOf(next);
    if (shown?.name === name) shown.screen.update(next);
    else build(name);
  };
  show(state);
  return show;
}
