import { button, element } from '../ui/element.ts';
import type { Complaint, HelpLines, Refused } from './ask.ts';
import type { ResultWords } from './words.ts';

export interface ComplaintState {
  /** Null until they are loaded. */
  lines: HelpLines | null;
  typed: Complaint;
  busy: boolean;
  refused: Refused | null;
  /** The number of what was handed in. */
  number: string | null;
}

interface ComplaintParts {
  words: ResultWords;
  state: ComplaintState;
  type(typed: Complaint): void;
  send(): void;
  back(): void;
}

const LEAST = 5;

function numbers(words: ResultWords, lines: HelpLines): HTMLElement {
  const row = (name: string, { dutyPhone, complaintPhone }: Pick<HelpLines, 'dutyPhone' | 'complaintPhone'>) =>
    element('li', {}, element('strong', {}, name), element('br', {}), words.phones(dutyPhone, complaintPhone));
  return element(
    'ul',
    { class: 'parts' },
    row(words.province, lines),
    ...lines.regions.map((region) => row(region.name, region)),
  );
}

function regionChoice(words: ResultWords, { regions }: HelpLines, chosen: string | null): HTMLSelectElement {
  const options = regions.map(({ regionId, name }) => element('option', { value: regionId }, name));
  const select = element('select', { id: 'region' }, element('option', { value: '' }, words.province), ...options);
  select.value = chosen || '';
  return select;
}

/** Whom to call, and a complaint in writing. */
export function complaintView({ words, state, type, send, back }: ComplaintParts): HTMLElement {
  const { lines, typed, busy, refused, number } = state;
  if (number !== null) {
    return element(
      'section',
      { class: 'card' },
      element('h1', { tabindex: '-1' }, words.complained),
      element('p', { class: 'score' }, number),
      element('p', {}, words.complainedHint),
      button(words.again, 'quiet', back),
    );
  }
  const select = regionChoice(words, lines || { dutyPhone: '', complaintPhone: '', regions: [] }, typed.regionId);
  const text = element('textarea', { id: 'text', rows: '6', maxlength: '2000', 'aria-describedby': 'text-wrong' });
  text.value = typed.text;
  const contact = element('input', { id: 'contact', maxlength: '100', autocomplete: 'off' });
  contact.value = typed.contact;
  const wrong = element('p', { id: 'text-wrong', class: 'wrong', role: 'alert' });
  const keep = (): void => type({ regionId: select.value || null, text: text.value, contact: contact.value });
  for (const field of [select, text, contact]) field.addEventListener('input', keep);
  const form = element(
    'form',
    { class: 'card', novalidate: '' },
    element('h2', {}, words.inWriting),
    element('p', { class: 'soft' }, words.inWritingHint),
    ...(lines && lines.regions.length > 0 ? [element('label', { for: 'region' }, words.region), select] : []),
    ...[element('label', { for: 'text' }, words.complaintText), text, wrong],
    ...[element('label', { for: 'contact' }, words.contact), contact],
    element(
      'button',
      { class: 'primary', type: 'submit', 'aria-disabled': String(busy) },
      busy ? words.asking : words.complain,
    ),
    refused && element('p', { class: 'notice refused', role: 'alert' }, words.refused[refused]),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (busy) return;
    const short = text.value.trim().length < LEAST;
    wrong.textContent = short ? words.complaintShort : '';
    if (short) text.focus();
    else send();
  });
  return element(
    'div',
    {},
    element(
      'section',
      { class: 'card' },
      element('h1', { tabindex: '-1' }, words.help),
      lines ? numbers(words, lines) : element('p', {}, words.loading),
    ),
    form,
    button(words.back, 'quiet', back),
  );
}
