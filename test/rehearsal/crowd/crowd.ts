import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pass } from 'node:timers/promises';
import { bundle } from '../../../build/bundle.ts';
import { type CrowdCandidate, writeCrowd } from '../../bench/start/crowd-sample.ts';
import { crowdItems } from '../../bench/sync/crowd-items.ts';
import { atOnce } from '../at-once.ts';
import { startCentre } from '../centre.ts';
import { atLeast, below, exactly, type Figure } from '../figures.ts';
import { type StaffApi, signInStaff } from '../staff-api.ts';
import { planHome } from './crowd-plan.ts';
import { type Aftermath, ledgerFigures, stretchesWithoutCause } from './ledger-figures.ts';
import { openHome, type SimulatedHome } from './simulated-home.ts';

const SESSION = 'labour-3-theory';
const PROCTOR = { login: 'proctor1', password: 'a password for the bench' };
const ENTER_AT_ONCE = 4;
/** Everybody enters before the start, at about this pace. */
const ENTRY_MS_EACH = 700;
const AT_LEAST_BEFORE_MS = 20_000;
/** All phones and computers find the way back after a restart within. */
const BACK_MS = 10_000;

interface CrowdOptions {
  crowd: number;
  minutes: number;
}

async function enterAll(
  people: readonly CrowdCandidate[],
  enter: (person: CrowdCandidate, index: number) => Promise<SimulatedHome>,
): Promise<SimulatedHome[]> {
  const homes: SimulatedHome[] = [];
  await atOnce(ENTER_AT_ONCE, people.entries(), async ([index, person]) => {
    homes[index] = await enter(person, index);
  });
  return homes;
}

async function aftermathOf(staff: StaffApi, { attemptId }: SimulatedHome, endsAt: number): Promise<Aftermath> {
  const ledger = await staff.call('cameraLedger', {}, { attemptId });
  const { events } = await staff.call('attemptEvents', {}, { attemptId });
  const about = (kind: string) => events.find((event) => event.kind === kind && event.detail.sessionId === SESSION);
  // Handed in by the deadline is handed in at the deadline, whenever it was written down (TIME-2).
  const handedInAt = about('handed_in')?.detail.by === 'deadline' ? endsAt : null;
  return { ledger, events, openedAt: about('paper_opened')?.at ?? null, handedInAt };
}

/** A room of simulated candidates with cuts, interrupted phones and a server that is killed in the middle: what is left of it. */
export async function rehearseCrowd({ crowd, minutes }: CrowdOptions): Promise<Figure[]> {
  await bundle();
  const sample = await mkdtemp(join(tmpdir(), 'yunkao-crowd-'));
  const people = await writeCrowd(sample, crowd);
  const items = await crowdItems(SESSION);
  const sessionMs = minutes * 60_000;
  const beforeMs = AT_LEAST_BEFORE_MS + crowd * ENTRY_MS_EACH;
  const times = { sessionInSeconds: beforeMs / 1_000, durationSeconds: sessionMs / 1_000, breakSeconds: 7_200 };
  const centre = await startCentre(times, sample);
  const ca = await centre.certificate();
  const say = (text: string) => console.log(`  ${new Date().toISOString().slice(11, 19)} ${text}`);
  let homes: SimulatedHome[] = [];
  let staff = await signInStaff(centre.origin, ca, PROCTOR);
  try {
    const { examinations } = await staff.call('examinations', {});
    const session = examinations[0]?.sessions.find(({ id }) => id === SESSION);
    if (!session) throw new Error(`no session ${SESSION}`);
    const { startsAt, endsAt } = session;
    homes = await enterAll(people, (person, index) => openHome({ origin: centre.origin, ca }, person, index, items));
    say(
      `${homes.length} candidates wait, each with a phone, ${Math.round((startsAt - Date.now()) / 1_000)} s before the start`,
    );
    if (Date.now() > startsAt) throw new Error('entering took longer than there was time before the start');
    const sitting = Promise.all(homes.map((home, index) => home.sit(planHome(index, sessionMs), startsAt, endsAt)));
    let downMs = 0;
    let backMs: number | null = null;
    const restart = async (): Promise<void> => {
      await pass(startsAt + sessionMs / 2 - Date.now());
      staff.close();
      const from = Date.now();
      await centre.killAndRestart();
      downMs = Date.now() - from;
      say(`the server was killed and is back after ${downMs} ms`);
      const upAt = Date.now();
      staff = await signInStaff(centre.origin, ca, PROCTOR);
      const allBack = async () => (await staff.wall()).every(({ online, phone }) => online && phone === 'live');
      while (!(await allBack()) && Date.now() - upAt < 6 * BACK_MS) await pass(250);
      backMs = (await allBack()) ? Date.now() - upAt : null;
      say(`everybody is back after ${backMs} ms`);
    };
    await Promise.all([sitting, restart()]);
    say('the session is over and everything has arrived');
    const all: Aftermath[] = [];
    for (const home of homes) all.push(await aftermathOf(staff, home, endsAt));
    for (const stretch of stretchesWithoutCause(all)) say(stretch);
    const written = homes.reduce((total, home) => total + home.written(), 0);
    return [
      exactly('candidates who sat', homes.length, 'candidates', crowd),
      exactly('handed in', all.filter(({ handedInAt }) => handedInAt !== null).length, 'candidates', crowd),
      exactly(
        'answers acknowledged',
        homes.reduce((total, home) => total + home.acknowledged(), 0),
        'entries',
        written,
      ),
      atLeast('the server was away, killed', downMs, 'ms', 1),
      below('all computers and phones back after the restart', backMs, 'ms', BACK_MS),
      ...ledgerFigures(all),
    ];
  } finally {
    for (const home of homes) home.close();
    staff.close();
    await centre.close();
    await rm(sample, { recursive: true, force: true });
  }
}
