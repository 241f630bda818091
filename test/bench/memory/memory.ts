import { setTimeout as pass } from 'node:timers/promises';
import { prepare } from '../../../build/prepare.ts';
import { ensureChromium } from '../../../build/runtimes/chromium.ts';
import { ensureFilms } from '../../films/films.ts';
import { openBrowser } from '../../rehearsal/browser.ts';
import { filmCamera } from '../../rehearsal/exam-camera.ts';
import { agreeAndReadRules, passDeviceCheck, passIdentity, signIn } from '../../rehearsal/exam-entry.ts';
import { paperOpens } from '../../rehearsal/exam-paper.ts';
import { below, type Figure } from '../../rehearsal/figures.ts';
import { openPremises } from '../../rehearsal/premises.ts';
import { openProctor } from '../../rehearsal/proctor.ts';
import { pairPhone } from '../../rehearsal/second-phone.ts';
import { quietRoom } from '../reentry/quiet-room.ts';
import { memoryByProcess, PROCESSES } from '../soak/process-memory.ts';

const CANDIDATE = 'LD20260002';
/** Long enough to get from the first screen to the waiting room. */
const SESSION_IN_SECONDS = 150;
/** Models start, code is compiled and the first pictures are taken. */
const SETTLE_MS = 15_000;
/** Whatever is kept of each look has shown by then. */
const WATCHED_MS = 180_000;
/** Of a laptop with 2 GB, of which its system takes half. */
const PAGE_MB = 400;

/** What the real exam window holds, from the first screen to a paper that is watched over by computer and proctor. */
export async function benchMemory(): Promise<Figure[]> {
  const { electron } = await prepare();
  const chromium = await ensureChromium();
  const films = await ensureFilms(chromium, [CANDIDATE, 'rear-view']);
  const browser = await openBrowser(chromium);
  const phones = await openBrowser(chromium, films['rear-view']);
  const times = { sessionInSeconds: SESSION_IN_SECONDS, durationSeconds: 3_000, breakSeconds: 5 };
  const premises = await openPremises(electron, times);
  try {
    const { roster, centre, home } = premises;
    const [account] = roster.staff;
    const candidate = roster.candidates.find(({ admissionNo }) => admissionNo === CANDIDATE);
    if (!account || !candidate) throw new Error(`the sample has no proctor or no candidate ${CANDIDATE}`);
    const room = await quietRoom(await premises.newFolder());
    const { page, app, kill } = await premises.openExam(filmCamera(films[CANDIDATE], room), await premises.newFolder());
    premises.onClose(kill);

    const figures: Figure[] = [];
    async function take(stage: string): Promise<void> {
      const held = await memoryByProcess(app.process().pid ?? 0);
      const all = PROCESSES.reduce((sum, kind) => sum + held[kind], 0);
      const figure = below(`its page, ${stage}`, Math.round(held.renderer), 'MB', PAGE_MB);
      figures.push({ ...figure, unit: `MB, of ${Math.round(all)} in all; ${page.workers().length} workers` });
      console.log(`${stage}: ${JSON.stringify(held)}`);
    }

    await page.getByLabel('准考证号').waitFor();
    await take('before sign-in');
    await signIn(page, candidate);
    await agreeAndReadRules(page);
    await passIdentity(page, (screen) => (screen === '04-recognised' ? take('once the face is recognised') : pass(0)));
    await passDeviceCheck(
      page,
      (url) => {
        const { pathname, hash } = new URL(url);
        return pairPhone(phones, `https://127.0.0.1:${home.port}${pathname}${hash}`);
      },
      () => take('in the device check, with a phone'),
    );
    await pass(SETTLE_MS);
    await take('waiting');
    await paperOpens(page, SESSION_IN_SECONDS * 1_000);
    await take('as the paper opens');
    await pass(SETTLE_MS);
    await take('watched');
    const proctor = await openProctor(browser, centre.origin, account);
    premises.onClose(() => proctor.page.context().close());
    await pass(WATCHED_MS);
    await take('watched for three minutes, also by a proctor');
    return figures;
  } finally {
    await premises.close();
    await browser.close();
    await phones.close();
  }
}
