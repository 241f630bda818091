/** `npm run rehearsal`: plays whole examination days on the real parts and prints what was observed. */
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SAME_PERSON_SIMILARITY } from '../../shared/domain/identity.ts';
import type { FilmName } from '../films/films.ts';
import { rehearseAnnex2 } from './annex2/annex2.ts';
import { type Day, liveThroughDay, openExam } from './candidate.ts';
import { rehearseCrowd } from './crowd/crowd.ts';
import { exactly, type Figure, table } from './figures.ts';
import { beRefused } from './impostor.ts';
import { parseOptions, type RehearsalOptions } from './options.ts';
import { screenKeeper } from './screens.ts';
import { type Stage, setStage } from './stage.ts';

/** Long enough for entry on a slow machine, short enough to wait for; the second session cannot begin early. */
const timesFor = ({ candidates, cutSeconds, kill }: RehearsalOptions) => ({
  sessionInSeconds: 40 + 20 * (candidates - 1),
  durationSeconds: 75 + 60 * (candidates - 1) + cutSeconds + (kill ? 35 : 0),
  breakSeconds: 5,
});

/** Who sits before each camera, as the roster has them. */
const facesOf = ({ candidates, impostor }: RehearsalOptions): FilmName[] =>
  (['LD20260001', 'LD20260002', 'LD20260003'] as const)
    .slice(0, candidates)
    .map((face) => (impostor ? 'impostor' : face));

async function playDay(stage: Stage, index: number, options: RehearsalOptions): Promise<Figure[]> {
  const candidate = stage.roster.candidates[index];
  if (!candidate) throw new Error(`the sample roster has no candidate ${index + 1}`);
  const observed: Figure[] = [];
  const dataDir = await stage.newFolder();
  const film = stage.films[index];
  if (!film) throw new Error(`there is no film for candidate ${index + 1}`);
  const day: Day = {
    ...{ stage, candidate, options, dataDir, film, phone: null },
    screens: await screenKeeper(index === 0 ? options.screens : null),
    observe: (...figures) => observed.push(...figures),
    say: (text) => console.log(`  ${new Date().toISOString().slice(11, 19)} ${candidate.admissionNo}: ${text}`),
    exam: await openExam({ stage, dataDir, film }),
  };
  try {
    await (options.impostor ? beRefused(day) : liveThroughDay(day));
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

async function rehearse(options: RehearsalOptions): Promise<Figure[]> {
  const faces = facesOf(options);
  const stage = await setStage(timesFor(options), faces);
  console.log(`Rehearsal with ${options.candidates} candidate(s); same person from ${SAME_PERSON_SIMILARITY}.`);
  try {
    return (await Promise.all(faces.map((_, index) => playDay(stage, index, options)))).flat();
  } finally {
    await stage.close();
  }
}

const options = parseOptions(process.argv.slice(2));
const play = (): Promise<Figure[]> => {
  if (options.crowd) return rehearseCrowd(options.crowd);
  return options.annex2.length > 0 ? rehearseAnnex2(options.annex2, options.screens) : rehearse(options);
};
const figures = await play();
console.log(`\n${table(figures)}`);
if (options.json) await writeFile(options.json, `${JSON.stringify(figures, null, 2)}\n`);
const missing = figures.filter(({ holds }) => !holds).length;
console.log(missing === 0 ? `\nAll ${figures.length} observations hold.` : `\n${missing} observation(s) missing.`);
process.exitCode = missing === 0 ? 0 : 1;
