import './phone.css';
import { element } from '../ui/element.ts';
import { browserFacts, browserProblem } from './browser-check.ts';
import { createServerClock } from './connection/server-clock.ts';
import { createPageStore, mayClose } from './page-state.ts';
import { pair } from './pairing/pair.ts';
import { forgetSession, keepSession } from './pairing/pairing-session.ts';
import { PhoneProblem } from './problem.ts';
import { showPage } from './screens/show.ts';
import { createWatch, type Watch } from './watch.ts';

const log = (text: string, cause: unknown): void => console.warn(text, cause);

const video = element('video', { class: 'preview', playsinline: '', autoplay: '', muted: '' });
// The attribute alone does not mute an element made by script, and iOS plays only muted ones by itself.
video.muted = true;

const clock = createServerClock();
let watch: Watch | null = null;
/** The step to go on from after a problem. */
let step = begin;

const store = createPageStore(
  showPage(document.body, video, {
    openCamera: () => attempt(openCamera),
    renewCamera: () => watch?.renewCamera(),
    changeLens: () => watch?.changeLens(),
    retry: () => attempt(step),
    goOnHere: () => attempt(pairAndGoOn),
  }),
);

/** Runs one step; what stands in its way is shown, and logged with its cause. */
function attempt(next: () => Promise<void>): void {
  step = next;
  store.change({ problem: null });
  next().catch((cause: unknown) => {
    log('the page cannot go on', cause);
    store.change({ problem: cause instanceof PhoneProblem ? cause.problem : 'centre_error' });
  });
}

/** The browser first: a token redeemed inside WeChat would be used up when the same code is opened in Safari. */
async function begin(): Promise<void> {
  const problem = browserProblem(browserFacts());
  if (problem) throw new PhoneProblem(problem);
  await pairAndGoOn();
}

async function pairAndGoOn(): Promise<void> {
  const { session, trip } = await pair();
  if (trip) clock.learn(trip);
  const { phoneToken, candidateName, examTitle } = session;
  watch = createWatch({ phoneToken, video, clock, store, onOver: forgetSession, log });
  store.change({ paired: { candidateName, examTitle } });
  step = openCamera;
  openCamera.remember = () => keepSession({ ...session, cameraOpened: true });
  if (session.cameraOpened) await openCamera();
}

async function openCamera(): Promise<void> {
  await watch?.start();
  openCamera.remember();
}
openCamera.remember = (): void => undefined;

window.addEventListener('beforeunload', (event) => {
  // What waits in memory would be lost with the page.
  if (store.get().ended && !mayClose(store.get())) event.preventDefault();
});

attempt(begin);
