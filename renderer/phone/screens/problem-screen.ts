import { button, element } from '../../ui/element.ts';
import type { Problem } from '../problem.ts';
import { PROBLEM_WORDS } from '../words.ts';
import { inAppPicture } from './placement-picture.ts';
import type { ScreenMaker } from './screen.ts';

/** Problems after which trying again here, without a new QR code or another browser, makes sense. */
const RETRIED: readonly Problem[] = ['unreachable', 'centre_error', 'camera_refused', 'camera_missing', 'camera_busy'];

export const problemScreen: ScreenMaker = ({ words, language, actions }, first) => {
  const root = element('section', { class: 'card', role: 'alert' });
  let shown: Problem | null = null;
  const update = (problem: Problem): void => {
    if (problem === shown) return;
    shown = problem;
    const { what, next } = PROBLEM_WORDS[language][problem];
    root.textContent = '';
    root.append(element('h1', {}, what), element('p', { class: 'large' }, next));
    if (problem === 'in_app') {
      root.append(inAppPicture(words));
      if (navigator.mediaDevices) root.append(button(words.goOn, 'quiet', actions.goOnHere));
    }
    if (RETRIED.includes(problem)) root.append(button(words.retry, 'primary', actions.retry));
  };
  if (first.problem) update(first.problem);
  return { root, update: ({ problem }) => problem && update(problem) };
};
