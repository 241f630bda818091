import { setTimeout as pass } from 'node:timers/promises';
import type { HttpClient } from '../../../shared/contract/http-client.ts';
import type { AttemptEvent } from '../../../shared/contract/views.ts';
import { SKILLS, THEORY } from '../candidate.ts';
import { exactly, type Figure } from '../figures.ts';
import type { SampleCandidate } from '../sample-roster.ts';
import type { Screens } from '../screens.ts';
import type { Stage } from '../stage.ts';
import { askResult } from './ask-result.ts';
import { EXAMINATION } from './blank-sample.ts';
import { colleagues } from './colleagues.ts';
import { handOver } from './handed-over.ts';
import { deeds, judge } from './judge.ts';
import { markAll } from './mark-all.ts';

const PLACE = { examinationId: EXAMINATION };

/** Every candidate's score of each session as the organiser sees it. */
async function scoresOf(organiser: HttpClient): Promise<Map<string, Map<string, number | null>>> {
  const { candidates } = await organiser('examinationResults', {}, PLACE);
  return new Map(
    candidates.map(({ admissionNo, sessions }) => [
      admissionNo,
      new Map(sessions.map(({ sessionId, weighted }) => [sessionId, weighted?.score ?? null])),
    ]),
  );
}

/** After the last hand-in: cases, marks, publication, what each candidate then reads, and what is handed over. */
export async function concludeDay(
  stage: Stage,
  candidates: readonly SampleCandidate[],
  cheat: SampleCandidate,
  events: readonly AttemptEvent[],
  screens: Screens,
  observe: (...figures: Figure[]) => void,
): Promise<void> {
  const { organiser, proctor, reviewer, chief, markers } = await colleagues(stage);
  const attemptId = await stage.staff.attemptOf(cheat.admissionNo);
  const { endsAt } = await organiser('publications', {}, PLACE);
  await pass(Math.max(0, endsAt - (await organiser('examinations', {})).serverTime + 1_000));
  const points = await markAll(markers, SKILLS);
  const scores = await scoresOf(organiser);
  const standings = await judge({ proctor, reviewer, chief }, { attemptId, sessionId: THEORY, events });
  for (const [deed, standing] of standings) {
    observe(exactly(`case ${deed}: after four eyes`, standing, 'text', 'closed sustained'));
  }
  const { holding, lacks } = await organiser('publishResults', { visibleFrom: 0, reason: '' }, PLACE);
  observe(
    exactly('published: publication that holds', holding, 'number', 1),
    exactly('published: answers that nobody marked', lacks.unmarked, 'sessions', 0),
  );
  for (const candidate of candidates) {
    const { admissionNo } = candidate;
    const read = await askResult(stage.phones, stage.centre.origin, candidate, screens);
    for (const sessionId of [THEORY, SKILLS]) {
      observe(
        exactly(
          `${admissionNo} ${sessionId}: score on the page of results`,
          read.get(sessionId)?.score ?? null,
          'points',
          scores.get(admissionNo)?.get(sessionId) ?? -1,
        ),
      );
    }
    observe(
      exactly(`${admissionNo} ${SKILLS}: as marked`, read.get(SKILLS)?.score ?? null, 'points', points),
      exactly(
        `${admissionNo}: annotations beside the theory score`,
        read.get(THEORY)?.annotations.length ?? null,
        'annotations',
        candidate === cheat ? deeds.length : 0,
      ),
    );
  }
  const to = await stage.newFolder();
  observe(...(await handOver(stage.phones, stage.centre.dataDir, to, cheat)));
}
