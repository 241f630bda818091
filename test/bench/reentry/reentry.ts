import { prepare } from '../../../build/prepare.ts';
import { enterPaper } from '../../e2e/exam-candidate.ts';
import { planAnswers } from '../../rehearsal/answer-plan.ts';
import { chairIn } from '../../rehearsal/exam-camera.ts';
import { signIn } from '../../rehearsal/exam-entry.ts';
import { everythingReceived, itemShown, paperOpens } from '../../rehearsal/exam-paper.ts';
import type { ExamProcess } from '../../rehearsal/exam-process.ts';
import { below, exactly, type Figure } from '../../rehearsal/figures.ts';
import { openPremises } from '../../rehearsal/premises.ts';
import { quantile } from '../quantile.ts';
import { quietRoom } from './quiet-room.ts';

const ENTRIES = 2_000;
const RUNS = 7;
const GOAL_MS = 5_000;

/** Chooses one option after another in the item shown: each is an entry, by the window's own way. */
const chooseOften = ({ page }: ExamProcess, itemId: string): Promise<void> =>
  page.evaluate(
    async ([name, times]) => {
      const options = [...document.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`)];
      for (let chosen = 0; chosen < times; chosen += 1) {
        options[chosen % options.length]?.click();
        await new Promise((resolve) => setTimeout(resolve));
      }
    },
    [itemId, ENTRIES] as const,
  );

/** What each step of one way back took, in milliseconds. */
interface WayBack {
  start: number;
  signIn: number;
  paper: number;
}

const total = ({ start, signIn, paper }: WayBack): number => start + signIn + paper;

/**
 * From kill -9 to the first item that can be edited, on the same computer, with 2,000 entries at the server and in the
 * journal. A script types and clicks at once, so this is the machine's part: a person's typing comes on top. The face was
 * confirmed before on this computer, so a proctor is asked and not waited for (IDN-2).
 */
export async function benchReentry(): Promise<Figure[]> {
  const { electron } = await prepare();
  const plan = await planAnswers('labour-3-theory');
  const item = plan.answers.find(({ value }) => value.kind === 'choice' && value.chosen.length === 1);
  const premises = await openPremises(electron, { sessionInSeconds: 1, durationSeconds: 2_400, breakSeconds: 5 });
  let exam: ExamProcess | null = null;
  try {
    const li = premises.roster.candidates[1];
    if (!li || !item) throw new Error('the sample has no second candidate or no single choice');
    const home = await premises.newFolder();
    const room = chairIn(await quietRoom(await premises.newFolder()));
    exam = await premises.openExam(room, home);
    await enterPaper(exam.page, premises, li);
    await exam.page.getByRole('navigation', { name: '题目导航' }).locator(`[data-item-id="${item.itemId}"]`).click();
    await chooseOften(exam, item.itemId);
    await everythingReceived(exam.page);

    const ways: WayBack[] = [];
    const shown = new Set<string | null>();
    for (let run = 0; run < RUNS; run += 1) {
      let since = performance.now();
      const lap = (): number => {
        const begun = since;
        since = performance.now();
        return since - begun;
      };
      await exam.kill();
      exam = await premises.openExam(room, home);
      const { page } = exam;
      await page.getByLabel('准考证号').waitFor();
      const start = lap();
      await signIn(page, li);
      await page.getByRole('button', { name: '请监考员人工确认' }).click();
      const signedIn = lap();
      await paperOpens(page, 60_000);
      await page.locator(`input[name="${item.itemId}"]:enabled`).first().waitFor();
      ways.push({ start, signIn: signedIn, paper: lap() });
      shown.add(await itemShown(page));
    }
    const median = (step: keyof WayBack): number =>
      Math.round(
        quantile(
          ways.map((way) => way[step]),
          0.5,
        ),
      );
    console.log(`medians: start ${median('start')} ms, sign-in ${median('signIn')} ms, paper ${median('paper')} ms`);
    const totals = ways.map(total);
    return [
      below(
        `kill to first editable item, ${ENTRIES} entries, p50 of ${RUNS}`,
        Math.round(quantile(totals, 0.5)),
        'ms',
        GOAL_MS,
      ),
      below(
        `kill to first editable item, ${ENTRIES} entries, p95 of ${RUNS}`,
        Math.round(quantile(totals, 0.95)),
        'ms',
        GOAL_MS,
      ),
      exactly('item shown after each', [...shown].join(', '), 'text', item.itemId),
    ];
  } finally {
    await exam?.close();
    await premises.close();
  }
}
