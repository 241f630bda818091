import { setTimeout as pass } from 'node:timers/promises';
import type { AttemptEvent } from '../../../shared/contract/views.ts';
import { liveThroughDay, SKILLS, THEORY } from '../candidate.ts';
import { atLeast, exactly, type Figure } from '../figures.ts';
import type { RehearsalOptions } from '../options.ts';
import { playDay } from '../play-day.ts';
import type { Premises } from '../premises.ts';
import { type SampleCandidate, sampleRoster } from '../sample-roster.ts';
import { screenKeeper } from '../screens.ts';
import { type Stage, setStage } from '../stage.ts';
import { blankSample, EXAMINATION } from './blank-sample.ts';
import { colleagues } from './colleagues.ts';
import { concludeDay } from './conclude-day.ts';
import { importPapers } from './import-papers.ts';
import { deeds, shows } from './judge.ts';
import { register } from './register.ts';

const SESSIONS = [THEORY, SKILLS];
/** Who cheats is the second. */
const FACES = ['LD20260001', 'cheating', 'LD20260003'] as const;
const CHEAT = 1;
/** Registration and entry of three on two cores, and long enough a paper for the film to come round. */
const TIMES = { sessionInSeconds: 150, durationSeconds: 270, breakSeconds: 5 };
/** The film goes round once in less. */
const NOTED_WITHIN_MS = 200_000;

/** Papers are imported, applicants registered, and all of them given to the proctor who will be at the wall. */
async function prepareDay(
  premises: Premises,
  desk: Stage['phones'],
  applicants: readonly SampleCandidate[],
): Promise<{ candidates: SampleCandidate[]; figures: Figure[] }> {
  const { organiser, token, send } = await colleagues(premises);
  const { origin } = premises.centre;
  const figures = await importPapers(send, origin, token, SESSIONS);
  const account = premises.roster.staff.find(({ role }) => role === 'organiser');
  if (!account) throw new Error('the sample roster has no organiser');
  const { candidates, verdicts } = await register(desk, origin, account, applicants);
  figures.push(
    exactly(
      'registered: photos with one usable face',
      verdicts.filter((verdict) => verdict === 'usable').length,
      'photos',
      2,
    ),
    exactly(
      'registered: admission numbers given',
      candidates.filter(({ admissionNo }) => /^LD\d{8}$/.test(admissionNo)).length,
      'candidates',
      applicants.length,
    ),
  );
  const place = { examinationId: EXAMINATION };
  const { proctors, candidates: listed } = await organiser('assignments', {}, place);
  const staffId = proctors[0]?.staffId ?? null;
  const candidateIds = listed.map(({ candidateId }) => candidateId);
  const assigned = await organiser('assign', { candidateIds, staffId }, place);
  figures.push(
    exactly(
      'assigned to the proctor at the wall',
      assigned.candidates.filter((candidate) => candidate.staffId === staffId && staffId !== null).length,
      'candidates',
      applicants.length,
    ),
  );
  return { candidates, figures };
}

/** Resolves once the machine has noted all that the candidate does, or the longest time has passed. */
function noted(stage: Stage, attemptOf: () => Promise<string>): { events: AttemptEvent[]; all: Promise<unknown> } {
  const events: AttemptEvent[] = [];
  const all = new Promise<void>((resolve) => {
    stage.staff.onEvent((event) => {
      void attemptOf().then((attemptId) => {
        if (event.attemptId !== attemptId) return;
        events.push(event);
        if (deeds.every((deed) => events.some((each) => shows(each, deed)))) resolve();
      });
    });
  });
  return { events, all };
}

/**
 * `npm run rehearsal -- --verdict`: an examination from the import of its papers and applicants to the published result, with
 * three candidates before real cameras, of whom one is helped and leaves the seat.
 */
export async function rehearseVerdict(options: RehearsalOptions): Promise<Figure[]> {
  const screens = await screenKeeper(options.screens);
  const applicants = (await sampleRoster()).candidates
    .filter(({ examination }) => examination === EXAMINATION)
    .slice(0, 3);
  const sample = await blankSample(SESSIONS);
  const figures: Figure[] = [];
  let candidates: SampleCandidate[] = [];
  const stage = await setStage(TIMES, FACES, {
    sample: sample.directory,
    async first(premises, desk) {
      const prepared = await prepareDay(premises, desk, applicants);
      candidates = prepared.candidates;
      figures.push(...prepared.figures);
    },
  });
  stage.onClose(sample.remove);
  console.log(`From import to result: ${candidates.map(({ admissionNo }) => admissionNo).join(', ')}.`);
  try {
    const cheat = candidates[CHEAT];
    if (!cheat) throw new Error('nobody was registered to cheat');
    const watched = noted(stage, () => stage.staff.attemptOf(cheat.admissionNo));
    const days = candidates.map((candidate, index) =>
      playDay(
        {
          ...{ stage, candidate, options, film: stage.films[index] ?? '' },
          stay: async (sessionId) => {
            if (candidate === cheat && sessionId === THEORY) await Promise.race([watched.all, pass(NOTED_WITHIN_MS)]);
          },
          screens: index === CHEAT ? options.screens : null,
        },
        liveThroughDay,
      ),
    );
    figures.push(...(await Promise.all(days)).flat());
    for (const deed of deeds) {
      const count = watched.events.filter((event) => shows(event, deed)).length;
      figures.push(atLeast(`${cheat.admissionNo} noted by the machine: ${deed}`, count, 'findings', 1));
    }
    try {
      await concludeDay(stage, candidates, cheat, watched.events, screens, (...seen) => figures.push(...seen));
    } catch (cause) {
      // What was observed so far is worth more than nothing.
      console.error(cause);
      const text = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause);
      figures.push(exactly('the examination was concluded', text, 'text', 'yes'));
    }
    return figures;
  } finally {
    await stage.close();
  }
}
