import './results.css';
import { element } from '../ui/element.ts';
import { storedLanguage, storeLanguage } from '../ui/words.ts';
import { type Answer, AskRefused, ask } from './ask.ts';
import { type FormState, form } from './form.ts';
import { resultView } from './result.ts';
import { WORDS } from './words.ts';

type PageState = FormState & { answer: Answer | null };

const EMPTY: PageState = { typed: { admissionNo: '', identityNo: '' }, busy: false, refused: null, answer: null };

let language = storedLanguage();
let state = EMPTY;

const other = element('button', { class: 'language', type: 'button' });
const content = element('main', {});
document.body.append(other, content);

function show(next: PageState): void {
  state = next;
  const words = WORDS[language];
  document.documentElement.lang = language;
  document.title = words.title;
  other.textContent = words.other;
  other.lang = language === 'en' ? 'zh-CN' : 'en';
  content.textContent = '';
  if (state.answer) content.append(resultView(words, state.answer, () => show(EMPTY)));
  else content.append(form({ words, state, type: keep, ask: () => void askNow() }));
}

/** What is typed stays when the page is drawn anew in the other language. */
function keep(typed: FormState['typed']): void {
  state = { ...state, typed };
}

async function askNow(): Promise<void> {
  show({ ...state, busy: true, refused: null });
  try {
    const answer = await ask((path, request) => fetch(path, request), state.typed);
    show({ ...EMPTY, answer });
    // Whoever cannot see the screen is taken to what has come.
    const heading = content.querySelector('h1');
    if (heading) heading.focus();
  } catch (cause) {
    console.warn('the results could not be asked for', cause);
    show({ ...state, busy: false, refused: cause instanceof AskRefused ? cause.refused : 'centre_error' });
  }
}

other.addEventListener('click', () => {
  language = language === 'en' ? 'zh-CN' : 'en';
  storeLanguage(language);
  show(state);
});
show(EMPTY);
