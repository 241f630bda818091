import { isIdentityNumber, normaliseIdentityNumber } from '../../shared/domain/identity-number.ts';
import { element } from '../ui/element.ts';
import type { Numbers, Refused } from './ask.ts';
import type { ResultWords } from './words.ts';

export interface FormState {
  typed: Numbers;
  busy: boolean;
  refused: Refused | null;
}

interface FormParts {
  words: ResultWords;
  state: FormState;
  type(typed: Numbers): void;
  ask(): void;
}

interface Input {
  label: HTMLLabelElement;
  input: HTMLInputElement;
  /** Says what is wrong with what was typed; null: nothing. */
  tell(wrong: string | null): void;
  wrong: HTMLElement;
}

function field(id: string, text: string, value: string, attributes: Record<string, string>): Input {
  const label = element('label', { for: id }, text);
  const input = element('input', { id, autocomplete: 'off', spellcheck: 'false', maxlength: '40', ...attributes });
  input.value = value;
  const wrong = element('p', { id: `${id}-wrong`, class: 'wrong', role: 'alert' });
  const tell = (said: string | null): void => {
    wrong.textContent = said;
    input.setAttribute('aria-invalid', String(said !== null));
    input.setAttribute('aria-describedby', wrong.id);
  };
  return { label, input, tell, wrong };
}

/** The two numbers, and the button that asks. */
export function form({ words, state: { typed, busy, refused }, type, ask }: FormParts): HTMLElement {
  const admission = field('admission-no', words.admissionNo, typed.admissionNo, { autocapitalize: 'characters' });
  const identity = field('identity-no', words.identityNo, typed.identityNo, { autocapitalize: 'characters' });
  const keep = (): void => type({ admissionNo: admission.input.value, identityNo: identity.input.value });
  for (const { input } of [admission, identity]) input.addEventListener('input', keep);

  const send = element(
    'button',
    { class: 'primary', type: 'submit', 'aria-disabled': String(busy) },
    busy ? words.asking : words.ask,
  );
  const made = element(
    'form',
    { class: 'card', novalidate: '' },
    element('h1', {}, words.heading),
    element('p', { class: 'soft' }, words.lead),
    ...[admission.label, admission.input, admission.wrong],
    ...[identity.label, identity.input, identity.wrong],
    send,
    refused && element('p', { class: 'notice refused', role: 'alert' }, words.refused[refused]),
  );
  made.addEventListener('submit', (event) => {
    event.preventDefault();
    if (busy) return;
    const missing = admission.input.value.trim() === '';
    const malformed = !isIdentityNumber(normaliseIdentityNumber(identity.input.value));
    admission.tell(missing ? words.admissionMissing : null);
    identity.tell(malformed ? words.identityMalformed : null);
    if (missing || malformed) (missing ? admission : identity).input.focus();
    else ask();
  });
  return made;
}
