/** `npm run rehearsal`: plays whole examination days on the real parts and prints what was observed. */
import { writeFile } from 'node:fs/promises';
import { SAME_PERSON_SIMILARITY } from '../../shared/domain/identity.ts';
import type { FilmName } from '../films/films.ts';
import { rehearseAnnex2 } from './annex2/annex2.ts';
import { liveThroughDay } from './candidate.ts';
import { rehearseCrowd } from './crowd/crowd.ts';
import { type Figure, table } from './figures.ts';
import { beRefused } from './impostor.ts';
import { parseOptions, type RehearsalOptions } from './options.ts';
import { playDay } from './play-day.ts';
import { setStage } from './stage.ts';
import { rehearseVerdict } from './verdict/verdict.ts';

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

async function rehearse(options: RehearsalOptions): Promise<Figure[]> {
  const faces = facesOf(options);
  const stage = await setStage(timesFor(options), faces);
  console.log(`Rehearsal with ${options.candidates} candidate(s); same person from ${SAME_PERSON_SIMILARITY}.`);
  try {
    const days = stage.roster.candidates.slice(0, faces.length).map((candidate, index) => {
      const cast = { stage, candidate, options, film: stage.films[index] ?? '', stay: async () => undefined };
      const live = options.impostor ? beRefused : liveThroughDay;
      return playDay({ ...cast, screens: index === 0 ? options.screens : null }, live);
    });
    return (await Promise.all(days)).flat();
  } finally {
    await stage.close();
  }
}

const options = parseOptions(process.argv.slice(2));
const play = (): Promise<Figure[]> => {
  if (options.crowd) return rehearseCrowd(options.crowd);
  if (options.verdict) return rehearseVerdict(options);
  return options.annex2.length > 0 ? rehearseAnnex2(options.annex2, options.screens) : rehearse(options);
};
const figures = await play();
console.log(`\n${table(figures)}`);
if (options.json) await writeFile(options.json, `${JSON.stringify(figures, null, 2)}\n`);
const missing = figures.filter(({ holds }) => !holds).length;
console.log(missing === 0 ? `\nAll ${figures.length} observations hold.` : `\n${missing} observation(s) missing.`);
process.exitCode = missing === 0 ? 0 : 1;
