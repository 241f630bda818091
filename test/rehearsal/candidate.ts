import { setTimeout as pass } from 'node:timers/promises';
import type { Camera } from '../../shared/contract/views.ts';
import { SAME_PERSON_SIMILARITY } from '../../shared/domain/identity.ts';
import { type AnswerPlan, planAnswers } from './answer-plan.ts';
import { filmCamera } from './exam-camera.ts';
import { agreeAndReadRules, passDeviceCheck, passIdentity, signIn } from './exam-entry.ts';
import * as sitting from './exam-paper.ts';
import type { ExamProcess } from './exam-process.ts';
import { atLeast, below, exactly, type Figure, matching } from './figures.ts';
import { observeAttempt } from './observations.ts';
import type { RehearsalOptions } from './options.ts';
import type { SampleCandidate } from './sample-roster.ts';
import type { Screens } from './screens.ts';
import { pairPhone, type SecondPhone } from './second-phone.ts';
import type { Stage } from './stage.ts';

/** The rehearsed candidates sit 劳动关系协调员三级. */
export const [THEORY, SKILLS] = ['labour-3-theory', 'labour-3-skills'] as const;
const CAMERAS: readonly Camera[] = ['front', 'rear'];

/** What every step of one candidate's day works with. */
export interface Day {
  stage: Stage;
  candidate: SampleCandidate;
  options: RehearsalOptions;
  screens: Screens;
  observe(...figures: Figure[]): void;
  say(text: string): void;
  exam: ExamProcess;
  phone: SecondPhone | null;
  dataDir: string;
  film: string;
  /** What keeps the candidate at a paper that is answered; called before each hand-in. */
  stay(sessionId: string): Promise<void>;
}

export const named = (day: Day, what: string): string => `${day.candidate.admissionNo} ${what}`;

export const openExam = ({ stage, dataDir, film }: Pick<Day, 'stage' | 'dataDir' | 'film'>): Promise<ExamProcess> =>
  stage.openExam(filmCamera(film), dataDir);

export const attemptOf = ({ stage, candidate }: Day): Promise<string> => stage.staff.attemptOf(candidate.admissionNo);

/** No registered photo: one is taken, a proctor confirms it, the window goes on by itself. */
async function enrol(day: Day): Promise<void> {
  const { stage, candidate } = day;
  await day.exam.page.getByText('监考员正在确认你的身份').waitFor({ timeout: 120_000 });
  await stage.proctor.confirmIdentity(candidate.admissionNo);
  const { checks } = await stage.staff.call('identityChecks', {}, { attemptId: await attemptOf(day) });
  const decision = checks.find(({ kind }) => kind === 'enrolment')?.decision ?? null;
  day.observe(exactly(named(day, 'enrolment decided by the proctor'), decision, 'text', 'confirmed'));
  day.say('enrolled, confirmed by the proctor');
}

async function recognise(day: Day, again: boolean): Promise<void> {
  const similarity = await passIdentity(day.exam.page, (name) => day.screens(day.exam.page, name));
  const when = again ? 'face at re-entry: similarity' : 'face at entry: similarity';
  day.observe(atLeast(named(day, when), similarity, 'cosine', SAME_PERSON_SIMILARITY));
  day.say(`recognised (similarity ${similarity})`);
}

/** From the first screen to the waiting room or, when the session has begun, the paper. */
async function enter(day: Day, again: boolean): Promise<void> {
  const { page } = day.exam;
  const { stage, candidate } = day;
  await signIn(page, candidate);
  if (!again) {
    await page.getByRole('button', { name: '我已阅读并同意' }).waitFor();
    await day.screens(page, '02-consent');
    await agreeAndReadRules(page);
  }
  day.say(again ? 'signs in again' : 'signed in, consented, read the rules');
  if (candidate.photo === null && !again) await enrol(day);
  else await recognise(day, again);
  // Back in mid-session the devices are looked at again and the window goes on by itself when all is well.
  if (again) return;
  const { results } = await passDeviceCheck(
    page,
    async (url) => {
      // Through the same home network as the computer, so that a cut takes both.
      const { pathname, hash } = new URL(url);
      day.phone = await pairPhone(stage.phones, `https://127.0.0.1:${stage.home.port}${pathname}${hash}`);
    },
    (name) => day.screens(page, name),
  );
  const shown = Object.entries(results).filter(([, result]) => result === 'passed' || result === 'warning').length;
  day.observe(atLeast(named(day, 'device check: rows without failure'), shown, 'rows', 9));
  day.say(`device check: ${JSON.stringify(results)}`);
}

async function observeLiveViews(day: Day): Promise<void> {
  const { proctor } = day.stage;
  for (const camera of CAMERAS) {
    const first = await proctor.seesMoreThan(0, day.candidate.admissionNo, camera);
    const later = first === null ? null : await proctor.seesMoreThan(first + 10, day.candidate.admissionNo, camera);
    day.observe(atLeast(named(day, `${camera}: frames decoded by the proctor`), later, 'frames', 11));
  }
  await day.screens(proctor.page, '07-wall');
  if (day.phone) await day.screens(day.phone.page, '07-phone');
  day.say('the proctor sees both cameras move');
}

/** The home network goes down in mid-paper; the candidate goes on answering. */
async function sitThroughCut(day: Day, plan: AnswerPlan, from: number, to: number): Promise<void> {
  const { page } = day.exam;
  day.say(`the network goes down for ${day.options.cutSeconds} s`);
  day.stage.home.cut();
  const told = page.getByText('与考试中心的连接已中断').first();
  const started = Date.now();
  await told.waitFor({ timeout: 30_000 });
  day.observe(below(named(day, 'cut: told after'), Math.round((Date.now() - started) / 100) / 10, 's', 10));
  await sitting.answerItems(page, plan.answers, from, to);
  await page.waitForFunction(
    () => Number(document.querySelector<HTMLElement>('[data-testid=unsent]')?.dataset.count) > 0,
  );
  day.observe(
    atLeast(named(day, 'cut: entries kept on this computer'), await sitting.unsentShown(page), 'entries', to - from),
  );
  await day.screens(page, '09-offline');
  // The cut itself is what is rehearsed: it lasts as long as was asked for.
  await pass(Math.max(0, day.options.cutSeconds * 1000 - (Date.now() - started)));
  day.stage.home.mend();
  await sitting.everythingReceived(page);
  day.observe(
    exactly(named(day, 'cut: entries not received afterwards'), await sitting.unsentShown(page), 'entries', 0),
  );
  day.say(`back online, everything received, ${await page.getByTestId('remaining').textContent()} left`);
}

/** kill -9 in mid-paper with answers that never left this computer; then the same computer again. */
async function sitThroughKill(day: Day, plan: AnswerPlan, from: number, to: number): Promise<void> {
  day.stage.home.cut();
  await sitting.answerItems(day.exam.page, plan.answers, from, to);
  await day.exam.page.locator('[data-testid=item-status][data-status=saved]').waitFor();
  day.say('kill -9 to the exam window with unsent answers');
  const killedAt = Date.now();
  await day.exam.kill();
  day.stage.home.mend();
  day.exam = await openExam(day);
  await enter(day, true);
  await sitting.paperOpens(day.exam.page, 60_000);
  day.observe(
    below(
      named(day, 'kill: back at the paper, checks included'),
      Math.round((Date.now() - killedAt) / 100) / 10,
      's',
      120,
    ),
  );
  await day.screens(day.exam.page, '10-merged');
  const merged = await sitting.readMergedList(day.exam.page);
  day.observe(
    exactly(named(day, 'kill: answers carried over from this computer'), merged, 'items', to - from),
    exactly(
      named(day, 'kill: item shown is the one last touched'),
      await sitting.itemShown(day.exam.page),
      'text',
      plan.answers[to - 1]?.itemId ?? '',
    ),
  );
  await sitting.everythingReceived(day.exam.page);
}

async function sitSession(day: Day, sessionId: string): Promise<{ receipt: string; plan: AnswerPlan }> {
  const plan = await planAnswers(sessionId);
  const all = plan.answers.length;
  await sitting.paperOpens(day.exam.page, 300_000);
  day.say(`${sessionId}: paper open`);
  if (sessionId === THEORY) {
    const [first, second] = [Math.floor(all / 3), Math.floor((2 * all) / 3)];
    await sitting.answerItems(day.exam.page, plan.answers, 0, first);
    await day.screens(day.exam.page, '07-theory');
    await observeLiveViews(day);
    if (day.options.cutSeconds > 0) await sitThroughCut(day, plan, first, first + 5);
    else await sitting.answerItems(day.exam.page, plan.answers, first, first + 5);
    await sitting.answerItems(day.exam.page, plan.answers, first + 5, second);
    await sitting.everythingReceived(day.exam.page);
    if (day.options.kill) await sitThroughKill(day, plan, second, second + 3);
    else await sitting.answerItems(day.exam.page, plan.answers, second, second + 3);
    await sitting.answerItems(day.exam.page, plan.answers, second + 3, all);
  } else {
    await sitting.answerItems(day.exam.page, plan.answers, 0, all);
    await day.screens(day.exam.page, '08-skills');
  }
  await day.stay(sessionId);
  const receipt = await sitting.handIn(day.exam.page, (name) => day.screens(day.exam.page, `${name}-${sessionId}`));
  day.observe(matching(named(day, `${sessionId}: receipt number shown`), receipt, /^YK-\d{8}-[0-9A-Z]{6}$/));
  day.say(`${sessionId}: handed in, ${receipt}`);
  return { receipt, plan };
}

/** The whole day of one candidate: entry, theory, skills, uploads, and what is then found at the server. */
export async function liveThroughDay(day: Day): Promise<void> {
  await day.screens(day.exam.page, '01-sign-in');
  await enter(day, false);
  await day.screens(day.exam.page, '06-waiting');
  const receipts = new Map<string, string>();
  const answers = new Map<string, number>();
  const earned = new Map<string, number>();
  for (const sessionId of [THEORY, SKILLS]) {
    const { receipt, plan } = await sitSession(day, sessionId);
    receipts.set(sessionId, receipt);
    answers.set(sessionId, plan.answers.length);
    earned.set(sessionId, plan.expectedEarned);
  }
  await sitting.uploadsFinish(day.exam.page);
  await day.screens(day.exam.page, '12-finished');
  const thanked = (await day.phone?.thanked()) ?? false;
  day.observe(exactly(named(day, 'phone told that it is over'), thanked ? 'yes' : 'no', 'text', 'yes'));
  day.say('every recording acknowledged; looking at what the server holds');
  day.observe(
    ...(await observeAttempt(day.stage, day.candidate.admissionNo, await attemptOf(day), {
      receipts,
      answers,
      earned,
    })),
  );
}
