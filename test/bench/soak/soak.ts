import { setTimeout as pass } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { prepare } from '../../../build/prepare.ts';
import { ensureChromium } from '../../../build/runtimes/chromium.ts';
import { violationOf, WATCHED_KINDS } from '../../../shared/domain/violations/watched-kinds.ts';
import { eventsOf, proceedAnyway } from '../../e2e/exam-candidate.ts';
import { ensureFilms } from '../../films/films.ts';
import { openBrowser } from '../../rehearsal/browser.ts';
import { filmCamera } from '../../rehearsal/exam-camera.ts';
import { agreeAndReadRules, passIdentity, signIn } from '../../rehearsal/exam-entry.ts';
import { paperOpens } from '../../rehearsal/exam-paper.ts';
import { exactly, type Figure } from '../../rehearsal/figures.ts';
import { openPremises } from '../../rehearsal/premises.ts';
import { openProctor } from '../../rehearsal/proctor.ts';
import { quietRoom } from '../reentry/quiet-room.ts';
import { memoryByProcess, PROCESSES } from './process-memory.ts';
import { slopeOf } from './slope.ts';

const CANDIDATE = 'LD20260002';
/** Models start, code is compiled and the paper is drawn: what that takes is taken once. */
const SETTLE_MS = 120_000;
const EVERY_MS = 10_000;
/** A candidate writes and turns pages all the while. */
const KEYS = ['1', 'PageDown', '2', 'PageDown', '3', 'PageUp'] as const;

/** Hours since the beginning, and the megabytes each process held. */
interface Sample {
  hours: number;
  held: Awaited<ReturnType<typeof memoryByProcess>>;
  workers: number;
}

async function sitThrough(page: Page, shell: number, ms: number): Promise<Sample[]> {
  const samples: Sample[] = [];
  const began = performance.now();
  for (let turn = 0; performance.now() - began < ms; turn += 1) {
    await page.keyboard.press(KEYS[turn % KEYS.length] ?? '1');
    await pass(EVERY_MS);
    const hours = (performance.now() - began) / 3_600_000;
    samples.push({ hours, held: await memoryByProcess(shell), workers: page.workers().length });
    if (turn % 30 === 0) console.log(`${(hours * 60).toFixed(0)} min: ${JSON.stringify(samples.at(-1)?.held)}`);
  }
  return samples;
}

const rounded = (value: number): number => Math.round(value * 10) / 10;

function figuresOf(samples: readonly Sample[]): Figure[] {
  return PROCESSES.map((kind) => {
    const { slope, within } = slopeOf(samples.map(({ hours, held }) => [hours, held[kind]] as const));
    const [first, last] = [samples[0], samples.at(-1)].map((sample) => rounded(sample?.held[kind] ?? Number.NaN));
    return {
      ...{ figure: `memory of ${kind}, an hour`, value: rounded(slope), reference: null, ratio: null },
      ...{ unit: `MB, ± ${rounded(within)} (95 %); ${first} MB at first, ${last} at last` },
      // Flat: growth that this run can tell from none fails, and one that it is too short to tell is not hidden by its mean.
      ...{ goal: 'not surely more than 10 MB', holds: slope - within <= 10 },
    };
  });
}

/** The real exam window over so many minutes, watched and looked at: whether memory grows, an analyser drops or the recording has a hole. */
export async function benchSoak(minutes: number): Promise<Figure[]> {
  const { electron } = await prepare();
  const chromium = await ensureChromium();
  const { [CANDIDATE]: film } = await ensureFilms(chromium, [CANDIDATE]);
  const browser = await openBrowser(chromium);
  const times = { sessionInSeconds: 1, durationSeconds: minutes * 60 + 900, breakSeconds: 5 };
  const premises = await openPremises(electron, times);
  try {
    const { roster, staff, centre } = premises;
    const [account] = roster.staff;
    const candidate = roster.candidates.find(({ admissionNo }) => admissionNo === CANDIDATE);
    if (!account || !candidate) throw new Error(`the sample has no proctor or no candidate ${CANDIDATE}`);
    const proctor = await openProctor(browser, centre.origin, account);
    premises.onClose(() => proctor.page.context().close());
    const room = await quietRoom(await premises.newFolder());
    const exam = await premises.openExam(filmCamera(film, room), await premises.newFolder());
    premises.onClose(exam.kill);
    const { page, app } = exam;
    await signIn(page, candidate);
    await agreeAndReadRules(page);
    await passIdentity(page, async () => undefined);
    await proceedAnyway(page);
    await paperOpens(page, 60_000);
    await pass(SETTLE_MS);
    const samples = await sitThrough(page, app.process().pid ?? 0, minutes * 60_000);
    const events = await eventsOf(staff, CANDIDATE);
    const detailsOf = (kind: string) => events.filter((event) => event.kind === kind).map(({ detail }) => detail);
    const gaps = detailsOf('recording_gap').filter(({ camera }) => camera === 'front');
    const looped = detailsOf('camera_looped').length;
    // Nobody brought a phone.
    const givenUp = detailsOf('watch_changed').flatMap(({ undone }) => {
      const kinds = WATCHED_KINDS.filter((kind) => String(undone).split(', ').includes(kind));
      return kinds.filter((kind) => violationOf(kind).camera === 'front').join(', ') || [];
    });
    const workers = samples.map((sample) => sample.workers);
    return [
      ...figuresOf(samples),
      exactly('analysers given up', givenUp.join(' | '), 'text', ''),
      exactly('workers that went', Math.max(...workers) - Math.min(...workers), 'workers', 0),
      exactly('holes in the recording', gaps.map(({ cause }) => String(cause)).join(', '), 'text', ''),
      exactly('the camera’s film is noted as one, which it is', looped > 0 ? 'yes' : 'no', 'noted', 'yes'),
    ];
  } finally {
    await premises.close();
    await browser.close();
  }
}
