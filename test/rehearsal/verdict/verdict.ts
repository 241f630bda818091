import { setTimeout as pass } from 'node:timers/promises';
import { createHttpClient, type HttpClient } from '../../../shared/contract/http-client.ts';
import type { AttemptEvent } from '../../../shared/contract/views.ts';
import type { StaffRole } from '../../../shared/domain/staff.ts';
import { httpsFetch } from '../../contract/server/https-fetch.ts';
import { liveThroughDay, SKILLS, THEORY } from '../candidate.ts';
import { atLeast, exactly, type Figure } from '../figures.ts';
import type { RehearsalOptions } from '../options.ts';
import { playDay } from '../play-day.ts';
import type { Premises } from '../premises.ts';
import { type SampleCandidate, sampleRoster } from '../sample-roster.ts';
import { type Screens, screenKeeper } from '../screens.ts';
import { type Stage, setStage } from '../stage.ts';
import { askResult } from './ask-result.ts';
import { blankSample } from './blank-sample.ts';
import { handOver } from './handed-over.ts';
import { importPapers } from './import-papers.ts';
import { deeds, judge, shows } from './judge.ts';
import { markAll } from './mark-all.ts';
import { register } from './register.ts';

const EXAMINATION = 'labour-3';
const SESSIONS = [THEORY, SKILLS];
/** Who cheats is the second. */
const FACES = ['LD20260001', 'cheating', 'LD20260003'] as const;
const CHEAT = 1;
/** Registration and entry of three on two cores, and long enough a paper for the film to come round. */
const TIMES = { sessionInSeconds: 150, durationSeconds: 270, breakSeconds: 5 };
/** The film goes round once in less. */
const NOTED_WITHIN_MS = 200_000;

type Colleagues = Record<'organiser' | 'proctor' | 'reviewer' | 'chief', HttpClient> & { markers: HttpClient[] };

/** Everybody who works at the exam centre, each signed in with an account of the sample. */
async function colleagues({ centre, roster }: Premises): Promise<Colleagues & { token: string; send: typeof fetch }> {
  const { origin } = centre;
  const send = httpsFetch(await centre.certificate());
  const clientOf = (token: string | null) => createHttpClient({ origin, token: () => token, fetch: send });
  const having = (role: StaffRole) => roster.staff.filter((person) => person.role === role);
  const signIn = async (role: StaffRole, index = 0): Promise<{ token: string; call: HttpClient }> => {
    const account = having(role)[index];
    if (!account) throw new Error(`the sample roster has no ${role} number ${index + 1}`);
    const { token } = await clientOf(null)('staffSignIn', { login: account.login, password: account.password });
    return { token, call: clientOf(token) };
  };
  const organiser = await signIn('organiser');
  return {
    organiser: organiser.call,
    proctor: (await signIn('proctor')).call,
    reviewer: (await signIn('reviewer')).call,
    chief: (await signIn('chief')).call,
    markers: [(await signIn('marker')).call, (await signIn('marker', 1)).call],
    ...{ token: organiser.token, send },
  };
}

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

/** After the last hand-in: cases, marks, publication, what each candidate then reads, and what is handed over. */
async function concludeDay(
  stage: Stage,
  candidates: readonly SampleCandidate[],
  events: readonly AttemptEvent[],
  screens: Screens,
): Promise<Figure[]> {
  const { organiser, proctor, reviewer, chief, markers } = await colleagues(stage);
  const figures: Figure[] = [];
  const cheat = candidates[CHEAT] as SampleCandidate;
  const attemptId = await stage.staff.attemptOf(cheat.admissionNo);
  const place = { examinationId: EXAMINATION };
  const { endsAt } = await organiser('publications', {}, place);
  await pass(Math.max(0, endsAt - (await organiser('examinations', {})).serverTime + 1_000));
  const points = await markAll(markers, SKILLS);
  const scores = async () => {
    const { candidates: all } = await organiser('examinationResults', {}, place);
    return new Map(
      all.map(({ admissionNo, sessions }) => [
        admissionNo,
        new Map(sessions.map(({ sessionId, weighted }) => [sessionId, weighted?.score ?? null])),
      ]),
    );
  };
  const before = await scores();
  const standings = await judge({ proctor, reviewer, chief }, { attemptId, sessionId: THEORY, events });
  for (const [deed, standing] of standings) {
    figures.push(exactly(`case ${deed}: after four eyes`, standing, 'text', 'closed sustained'));
  }
  const { holding, lacks } = await organiser('publishResults', { visibleFrom: 0, reason: '' }, place);
  figures.push(
    exactly('published: publication that holds', holding, 'number', 1),
    exactly('published: answers that nobody marked', lacks.unmarked, 'sessions', 0),
  );
  for (const candidate of candidates) {
    const { admissionNo } = candidate;
    const read = await askResult(
      stage.proctor.page.context().browser() as never,
      stage.centre.origin,
      candidate,
      screens,
    );
    for (const sessionId of SESSIONS) {
      figures.push(
        exactly(
          `${admissionNo} ${sessionId}: score on the page of results`,
          read.get(sessionId)?.score ?? null,
          'points',
          before.get(admissionNo)?.get(sessionId) ?? -1,
        ),
      );
    }
    figures.push(
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
  figures.push(...(await handOver(stage.phones, stage.centre.dataDir, to, cheat)));
  return figures;
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
  const sample = await blankSample(EXAMINATION, SESSIONS);
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
    figures.push(...(await concludeDay(stage, candidates, watched.events, screens)));
    return figures;
  } finally {
    await stage.close();
  }
}
