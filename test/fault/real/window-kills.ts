import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { seededRandom, shuffled } from '../../../shared/domain/seeded-random.ts';
import { enterPaper, eventsOf } from '../../e2e/exam-candidate.ts';
import { planAnswers } from '../../rehearsal/answer-plan.ts';
import { EMPTY_CHAIR } from '../../rehearsal/exam-camera.ts';
import { signIn } from '../../rehearsal/exam-entry.ts';
import { everythingReceived, paperOpens } from '../../rehearsal/exam-paper.ts';
import { openPremises } from '../../rehearsal/premises.ts';
import { type Damage, damageJournal, lostNamed, reachNoted } from './damaged-journal.ts';
import { jumpClock, killRenderer, pageAnew, watchSaved } from './exam-window.ts';
import { answersTwice, keptAnswers, keptEntries } from './kept-entries.ts';
import { createShownAnswers } from './shown-answers.ts';

const SESSION = 'labour-3-theory';
const ANSWERS_A_ROUND = 3;
const ANSWERS_DAMAGED = 8;
const WITHIN_MS = 300;
const HOUR_MS = 3_600_000;
/** Two computers' clocks are not read at the same moment, even where they are one. */
const CLOCKS_DIFFER_MS = 2_000;

export interface WindowKills {
  renderer: number;
  everything: number;
  /** Kills while the line was cut, so that answers were on this computer only. */
  unsent: number;
  /** Rounds in which the computer's clock jumped by an hour, forward and back in turn. */
  clockJumps: number;
  /** Entries whose time is not the exam centre's. */
  misdated: number;
  /** How often the window said of a choice that it is saved. */
  saved: number;
  /** Items whose choice, after a re-entry, was older than what had been shown as saved. */
  lostOnPaper: number;
  lostAtServer: number;
  doubled: number;
  /** Of choices that only a damaged journal had: gone, and gone without candidate and proctor having been told that so many are. */
  damaged: number;
  gone: { damage: Damage; choices: number }[];
  goneSilently: number;
}

const choices = (page: Page, itemId: string) => page.locator(`input[name="${itemId}"]`);

async function openItem(page: Page, itemId: string): Promise<void> {
  await page.getByRole('navigation', { name: '题目导航' }).locator(`[data-item-id="${itemId}"]`).click();
  await page.locator(`input[name="${itemId}"]:enabled`).first().waitFor();
}

const chosenIn = (page: Page, itemId: string): Promise<string | null> =>
  choices(page, itemId).evaluateAll((inputs) => {
    const chosen = inputs.find((input) => (input as HTMLInputElement).checked) as HTMLInputElement | undefined;
    return chosen?.value ?? null;
  });

/**
 * A candidate who answers in the real exam window while its page, or all of it, is killed by SIGKILL, now with a line and
 * now without; each time the candidate comes back on the same computer and looks at what was shown as saved.
 */
export async function killWindows(
  electron: string,
  { kills, damages, seed }: { kills: number; damages: readonly Damage[]; seed: number },
  said: (kills: number) => void,
): Promise<WindowKills> {
  const random = seededRandom(`window kills ${seed}`);
  const counts: WindowKills = {
    ...{ renderer: 0, everything: 0, unsent: 0, saved: 0, lostOnPaper: 0, lostAtServer: 0, doubled: 0 },
    ...{ damaged: 0, gone: [], goneSilently: 0, clockJumps: 0, misdated: 0 },
  };
  const { answers: plan } = await planAnswers(SESSION);
  const items = plan.flatMap(({ itemId, value }) =>
    value.kind === 'choice' && value.chosen.length === 1 ? [itemId] : [],
  );
  const shown = createShownAnswers();
  const premises = await openPremises(electron, { sessionInSeconds: 1, durationSeconds: 3_000, breakSeconds: 5 });
  try {
    const candidate = premises.roster.candidates[1];
    if (!candidate) throw new Error('the sample has no second candidate');
    const folder = await premises.newFolder();
    let exam = await premises.openExam(EMPTY_CHAIR, folder);
    premises.onClose(() => exam.kill().catch(() => undefined));
    let { page } = exam;
    let namedAsLost = 0;

    async function sitDown(): Promise<void> {
      await watchSaved(page, shown.saved);
      // What was carried over is named in a dialog that has to be answered first, whenever it comes.
      const known = page.getByRole('button', { name: '知道了，继续作答' });
      await page.addLocatorHandler(known, async () => {
        namedAsLost += lostNamed(await page.getByRole('dialog').filter({ has: known }).innerText());
        await known.click();
      });
    }
    async function comeBack(): Promise<void> {
      await page.getByLabel('准考证号').waitFor({ timeout: 60_000 });
      await signIn(page, candidate as NonNullable<typeof candidate>);
      await page.getByRole('button', { name: '请监考员人工确认' }).click();
      await paperOpens(page, 60_000);
      await sitDown();
    }

    async function startAgain(): Promise<void> {
      exam = await premises.openExam(EMPTY_CHAIR, folder);
      ({ page } = exam);
    }
    /** Chooses something else in so many items, with real clicks. */
    async function answerSome(count: number): Promise<string[]> {
      const answered = shuffled(items, random).slice(0, count);
      for (const itemId of answered) {
        await openItem(page, itemId);
        const before = await chosenIn(page, itemId);
        const values = await choices(page, itemId).evaluateAll((all) =>
          all.map((one) => (one as HTMLInputElement).value),
        );
        const others = values.filter((one) => one !== before);
        const [value = ''] = shuffled(others, random);
        shown.choosing(itemId, value);
        await page.locator(`input[name="${itemId}"][value="${value}"]`).check();
      }
      return answered;
    }

    const beganAt = Date.now();
    await enterPaper(page, premises, candidate);
    await sitDown();
    for (let kill = 0; kill < kills; kill += 1) {
      // Of the page's process and of all in turn, as `kill % 2`.
      const offline = kill % 3 === 1;
      if (offline) premises.home.cut();
      if (kill % 3 === 2) {
        await jumpClock(page, counts.clockJumps % 2 === 0 ? HOUR_MS : -HOUR_MS);
        counts.clockJumps += 1;
      }
      const answered = await answerSome(ANSWERS_A_ROUND);
      await wait(random() * WITHIN_MS);
      if (kill % 2 === 0) {
        await killRenderer(exam);
        ({ page } = await pageAnew(folder));
        counts.renderer += 1;
      } else {
        await exam.kill();
        await startAgain();
        counts.everything += 1;
      }
      if (offline) counts.unsent += 1;
      premises.home.mend();
      await comeBack();
      for (const itemId of answered) {
        await openItem(page, itemId);
        if (!shown.explains(itemId, await chosenIn(page, itemId))) counts.lostOnPaper += 1;
      }
      said(kill + 1);
    }
    const toldToProctor = async (): Promise<number> =>
      (await eventsOf(premises.staff, candidate.admissionNo))
        .filter(({ kind }) => kind === 'journal_damaged')
        .reduce((sum, { detail }) => sum + Number(detail.lost), 0);
    for (const damage of damages) {
      await everythingReceived(page);
      const toldBefore = await toldToProctor();
      premises.home.cut();
      const answered = await answerSome(ANSWERS_DAMAGED);
      await page.locator('[data-testid=item-status][data-status=saved]').waitFor();
      await reachNoted(folder, Date.now());
      await exam.kill();
      await damageJournal(folder, damage);
      await startAgain();
      premises.home.mend();
      namedAsLost = 0;
      await comeBack();
      let gone = 0;
      for (const itemId of shown.itemIds) {
        await openItem(page, itemId);
        const value = await chosenIn(page, itemId);
        if (shown.explains(itemId, value)) continue;
        // What the exam centre had has to be there whatever became of the disk.
        if (!answered.includes(itemId)) counts.lostOnPaper += 1;
        gone += 1;
        shown.settle(itemId, value);
      }
      await everythingReceived(page);
      counts.damaged += 1;
      counts.gone.push({ damage, choices: gone });
      counts.goneSilently += Math.max(0, gone - Math.min(namedAsLost, (await toldToProctor()) - toldBefore));
    }
    await everythingReceived(page);
    const attemptId = await premises.staff.attemptOf(candidate.admissionNo);
    const database = join(premises.centre.dataDir, 'yunkao.db');
    const kept = keptAnswers(database, attemptId);
    for (const itemId of shown.itemIds) {
      const { chosen = [] } = (kept.get(itemId) ?? {}) as { chosen?: string[] };
      if (!shown.explains(itemId, chosen[0] ?? null)) counts.lostAtServer += 1;
    }
    const entries = keptEntries(database, attemptId);
    counts.misdated = entries.filter(
      ({ at, received_at }) => at < beganAt - CLOCKS_DIFFER_MS || at > received_at + CLOCKS_DIFFER_MS,
    ).length;
    counts.doubled = answersTwice(entries);
    counts.saved = shown.savedCount;
    return counts;
  } finally {
    await premises.close();
  }
}
