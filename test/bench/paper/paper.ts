import { openPaperPage, type PaperPage } from '../../e2e/open-paper-page.ts';
import type { Figure } from '../../rehearsal/figures.ts';
import { quantile } from '../quantile.ts';
import { generatedPaper } from './generated-paper.ts';

/** The goal of the issue, as a ratio to a bare field in the same run. */
const GOAL = 1.5;
/** Paper and bare field take turns, so that whatever else the machine does falls on both. */
const ROUNDS = 10;
const KEYS_A_ROUND = 60;
const OPENINGS_A_ROUND = 20;
/** A fast typist's pace: several saves fall into each round. */
const KEY_MS = 40;
const LONG_TEXT = '劳动关系协调员应当依法处理劳动争议，维护双方的合法权益。'.repeat(360).slice(0, 10_000);
const ITEMS = 99;

interface Times {
  bare: number[];
  typing: number[];
  moving: number[];
  opening: number[];
}

const p99 = (times: readonly number[]): number => Math.round(quantile(times, 0.99) * 10) / 10;

/** Presses keys at a typist's pace; how long each took until its frame was painted. */
async function press({ page }: PaperPage, key: string, count: number): Promise<number[]> {
  await page.evaluate(() => window.takeKeyTimes());
  for (let pressed = 0; pressed < count; pressed += 1) {
    await page.keyboard.press(key);
    await page.waitForTimeout(KEY_MS);
  }
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
  return page.evaluate(() => window.takeKeyTimes());
}

async function measure(paper: PaperPage): Promise<Times> {
  const times: Times = { bare: [], typing: [], moving: [], opening: [] };
  const { page } = paper;
  const open = () => paper.open({ paper: generatedPaper, endsIn: 3_600_000, handInIn: -1 });
  await open();
  for (let round = 0; round < ROUNDS; round += 1) {
    await page.evaluate((text) => window.openBareField(text), LONG_TEXT);
    times.bare.push(...(await press(paper, 'a', KEYS_A_ROUND)));

    for (let opened = 0; opened < OPENINGS_A_ROUND; opened += 1) times.opening.push(await open());
    // Nobody turns to the next item in the frames that draw the list of them.
    await page.locator('[data-navigator] [data-item-id]').last().waitFor();
    times.moving.push(...(await press(paper, 'PageDown', ITEMS)));

    await page.getByLabel('作答').focus();
    await page.keyboard.insertText(LONG_TEXT);
    times.typing.push(...(await press(paper, 'a', KEYS_A_ROUND)));
  }
  return times;
}

/** Median and extremes, for whoever reads the ratios. */
function spread(times: readonly number[]): string {
  const sorted = [...times].sort((left, right) => left - right);
  const at = (share: number): string => (sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN).toFixed(1);
  return `${at(0)} / ${at(0.5)} / ${at(1)} ms of ${sorted.length}`;
}

function held(figure: string, times: readonly number[], bare: number): Figure {
  const value = p99(times);
  const ratio = Math.round((value / bare) * 100) / 100;
  return { figure, value, unit: 'ms', reference: bare, ratio, goal: `<= ${GOAL} x bare field`, holds: ratio <= GOAL };
}

/** How soon a key, the next item and a whole paper are seen, against a key in a field with nothing around it. */
export async function benchPaper(): Promise<Figure[]> {
  const paper = await openPaperPage();
  try {
    const { bare, typing, moving, opening } = await measure(paper);
    const reference = p99(bare);
    console.log(`bare ${spread(bare)}; typing ${spread(typing)}; moving ${spread(moving)}; opening ${spread(opening)}`);
    return [
      held('typing in a 10,000-character answer, p99', typing, reference),
      held('moving between 100 items with 20 pictures, p99', moving, reference),
      held('opening the paper of 100 items with 20 pictures, p99', opening, reference),
    ];
  } finally {
    await paper.close();
  }
}
