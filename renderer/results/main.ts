import './results.css';
import { element } from '../ui/element.ts';
import { storedLanguage, storeLanguage } from '../ui/words.ts';
import { type Answer, AskRefused, ask, complain, helpLines, type Refused } from './ask.ts';
import { type ComplaintState, complaintView } from './complaint.ts';
import { type FormState, form } from './form.ts';
import { resultView } from './result.ts';
import { WORDS } from './words.ts';

interface PageState {
  shown: 'results' | 'complaint';
  question: FormState;
  answer: Answer | null;
  complaint: ComplaintState;
}

const EMPTY: PageState = {
  shown: 'results',
  question: { typed: { admissionNo: '', identityNo: '' }, busy: false, refused: null },
  answer: null,
  complaint: {
    ...{ lines: null, busy: false, refused: null, number: null },
    typed: { text: '', contact: '', regionId: null },
  },
};

const send: typeof fetch = (path, request) => fetch(path, request);

let language = storedLanguage();
let state = EMPTY;

const other = element('button', { class: 'language', type: 'button' });
const content = element('main', {});
const help = element('button', { class: 'language', type: 'button' });
document.body.append(other, content, help);

function body(): HTMLElement {
  const words = WORDS[language];
  const { shown, question, answer, complaint } = state;
  const back = (): void => show(EMPTY);
  if (shown === 'complaint') {
    const type = (typed: ComplaintState['typed']): void => void keep({ complaint: { ...state.complaint, typed } });
    return complaintView({ words, state: complaint, type, send: () => void complainNow(), back });
  }
  if (answer) return resultView(words, answer, back);
  const type = (typed: FormState['typed']): void => void keep({ question: { ...state.question, typed } });
  return form({ words, state: question, type, ask: () => void askNow() });
}

function show(next: PageState): void {
  state = next;
  const words = WORDS[language];
  document.documentElement.lang = language;
  document.title = words.title;
  other.textContent = words.other;
  other.lang = language === 'en' ? 'zh-CN' : 'en';
  help.textContent = words.help;
  help.hidden = state.shown === 'complaint';
  content.textContent = '';
  content.append(body());
}

/** What is typed stays when the page is drawn anew in the other language. */
function keep(change: Partial<PageState>): PageState {
  state = { ...state, ...change };
  return state;
}

/** Whoever cannot see the screen is taken to what has come. */
function focusHeading(): void {
  const heading = content.querySelector('h1');
  if (heading) heading.focus();
}

function refusedBy(cause: unknown): Refused {
  console.warn('the exam centre could not be asked', cause);
  return cause instanceof AskRefused ? cause.refused : 'centre_error';
}

async function askNow(): Promise<void> {
  show(keep({ question: { ...state.question, busy: true, refused: null } }));
  try {
    const answer = await ask(send, state.question.typed);
    show({ ...EMPTY, answer });
    focusHeading();
  } catch (cause) {
    show(keep({ question: { ...state.question, busy: false, refused: refusedBy(cause) } }));
  }
}

async function complainNow(): Promise<void> {
  show(keep({ complaint: { ...state.complaint, busy: true, refused: null } }));
  try {
    const { number } = await complain(send, state.complaint.typed);
    show(keep({ complaint: { ...EMPTY.complaint, number } }));
    focusHeading();
  } catch (cause) {
    show(keep({ complaint: { ...state.complaint, busy: false, refused: refusedBy(cause) } }));
  }
}

async function openHelp(): Promise<void> {
  show({ ...EMPTY, shown: 'complaint' });
  focusHeading();
  try {
    const lines = await helpLines(send);
    show(keep({ complaint: { ...state.complaint, lines } }));
  } catch (cause) {
    show(keep({ complaint: { ...state.complaint, refused: refusedBy(cause) } }));
  }
}

other.addEventListener('click', () => {
  language = language === 'en' ? 'zh-CN' : 'en';
  storeLanguage(language);
  show(state);
});
help.addEventListener('click', () => void openHelp());
show(EMPTY);
