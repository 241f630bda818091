import { tiltFault } from '../../../shared/domain/tilt.ts';
import { button, element } from '../../ui/element.ts';
import { type PageState, type WatchStatus, watchStatus } from '../page-state.ts';
import type { PhoneWords } from '../words.ts';
import { placement } from './ready-screen.ts';
import type { ScreenMaker } from './screen.ts';

function statusWords(words: PhoneWords): Record<WatchStatus, { line: string; hint: string }> {
  return {
    opening: { line: words.opening, hint: '' },
    live: { line: words.live, hint: words.liveHint },
    reconnecting: { line: words.reconnecting, hint: words.reconnectingHint },
    camera_interrupted: { line: words.interrupted, hint: words.interruptedHint },
  };
}

function recordingText(words: PhoneWords, { recording }: PageState): string {
  if (!recording) return words.notRecording;
  const { uploaded, pending, lostMs } = recording;
  const waiting = pending > 0 ? words.waiting(pending) : '';
  const lost = lostMs > 0 ? words.lost(Math.round(lostMs / 1000)) : '';
  return words.recorded(uploaded) + waiting + lost;
}

/** Changes a text only when it differs, so that a screen reader is not told the same again every second. */
const say = (node: HTMLElement, text: string): void => {
  if (node.textContent !== text) node.textContent = text;
};

/** At work: the state in letters that are read from two metres away, the picture, and little else. */
export const watchingScreen: ScreenMaker = ({ words, actions, video }, first) => {
  const line = element('h1', { class: 'status-line' });
  const hint = element('p', {});
  const status = element('section', { role: 'status' }, line, hint);
  const renew = button(words.renew, 'primary', actions.renewCamera);
  const lens = button(words.changeLens, 'quiet', actions.changeLens);
  const battery = element('p', { class: 'notice', role: 'alert' }, words.batteryLow);
  const recording = element('p', { class: 'soft' });
  const { paired } = first;
  video.setAttribute('aria-label', words.preview);
  const root = element(
    'div',
    {},
    status,
    battery,
    renew,
    video,
    lens,
    recording,
    element('p', { class: 'soft' }, paired ? words.forCandidate(paired.candidateName, paired.examTitle) : ''),
    placement(words),
  );
  const update = (state: PageState): void => {
    const now = watchStatus(state);
    const { line: text, hint: why } = statusWords(words)[now];
    status.className = `status ${now}`;
    say(line, text);
    const stands = now === 'live' ? tiltFault(state.tilt) : null;
    const trouble = now === 'camera_interrupted' ? state.trouble : null;
    // One thing to do at a time: whoever has to straighten the phone is not told to leave it alone.
    say(hint, (trouble && words.troubleHint[trouble]) || (stands && words.stands[stands]) || why);
    lens.hidden = now !== 'live' || !state.otherLens;
    battery.hidden = !state.batteryLow;
    renew.hidden = now !== 'camera_interrupted';
    say(recording, recordingText(words, state));
  };
  update(first);
  return { root, update };
};
