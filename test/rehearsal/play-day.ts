import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Day, openExam } from './candidate.ts';
import { exactly, type Figure } from './figures.ts';
import { screenKeeper } from './screens.ts';

type Cast = Pick<Day, 'stage' | 'candidate' | 'film' | 'options' | 'stay'> & {
  /** Folder for a picture of every screen passed; null for none. */
  screens: string | null;
};

/** One candidate's day, whatever is lived through in it; what was observed, also when it broke off. */
export async function playDay(cast: Cast, live: (day: Day) => Promise<void>): Promise<Figure[]> {
  const { stage, candidate, film } = cast;
  const observed: Figure[] = [];
  const dataDir = await stage.newFolder();
  const day: Day = {
    ...{ ...cast, dataDir, phone: null },
    screens: await screenKeeper(cast.screens),
    observe: (...figures) => observed.push(...figures),
    say: (text) => console.log(`  ${new Date().toISOString().slice(11, 19)} ${candidate.admissionNo}: ${text}`),
    exam: await openExam({ stage, dataDir, film }),
  };
  try {
    await live(day);
  } catch (cause) {
    // The figures seen so far are worth more than none; the one that failed is named and does not hold.
    console.error(cause);
    const picture = join(tmpdir(), `yunkao-rehearsal-${candidate.admissionNo}.png`);
    const kept = await day.exam.page.screenshot({ path: picture }).catch(() => null);
    if (kept) console.error(`The window at that moment: ${picture}`);
    const text = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause);
    observed.push(exactly(`${candidate.admissionNo} went through the day`, text, 'text', 'yes'));
  } finally {
    await day.exam.close().catch(() => undefined);
  }
  return observed;
}
