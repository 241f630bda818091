import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pass } from 'node:timers/promises';
import { bundle } from '../../../build/bundle.ts';
import { PaperSchema } from '../../../shared/contract/paper.ts';
import { unseal } from '../../../shared/support/sealed-bytes.ts';
import { atOnce } from '../../rehearsal/at-once.ts';
import { type Centre, startCentre } from '../../rehearsal/centre.ts';
import { exactly, type Figure } from '../../rehearsal/figures.ts';
import { processCost } from '../process-cost.ts';
import { quantile } from '../quantile.ts';
import { enterWaitingRoom, type WaitingCandidate } from './crowd-candidate.ts';
import { type CrowdCandidate, writeCrowd } from './crowd-sample.ts';

const CANDIDATES = 1_000;
/** The goal of the issue: everybody has the paper this long after the start second. */
const WITHIN_MS = 2_000;
/** How many enter at once: two cores carry both ends. */
const ENTER_AT_ONCE = 20;
/** Time for all of them to enter; those who are not in by then are counted as missing. */
const ENTRY_SECONDS = 90;
const [PUSHED, ASKED] = ['labour-3-theory', 'labour-3-skills'] as const;

interface Lateness {
  opened: number;
  p50: number;
  p99: number;
  worst: number;
}

/** How late each key came, ms after the start second; `null` is one that never came. */
function lateness(times: readonly (number | null)[], startsAt: number): Lateness {
  const late = times.flatMap((at) => (at === null ? [] : [at - startsAt])).sort((left, right) => left - right);
  const opened = late.filter((ms) => ms <= WITHIN_MS).length;
  return { opened, p50: quantile(late, 0.5), p99: quantile(late, 0.99), worst: late.at(-1) ?? Number.NaN };
}

async function enterAll(centre: Centre, crowd: readonly CrowdCandidate[]): Promise<WaitingCandidate[]> {
  const ca = await centre.certificate();
  const waiting: WaitingCandidate[] = [];
  await atOnce(ENTER_AT_ONCE, crowd.entries(), async ([index, candidate]) => {
    const entered = await enterWaitingRoom({ origin: centre.origin, ca }, candidate, index);
    await entered.reportWaiting();
    waiting.push(entered);
  });
  return waiting;
}

const sleepUntil = (at: number): Promise<void> => pass(Math.max(0, at - Date.now()));

/** Whether each candidate's own key opens the package it fetched before the start. */
async function countOpening(waiting: readonly WaitingCandidate[], sealed: readonly Uint8Array<ArrayBuffer>[]) {
  let opens = 0;
  for (const [index, candidate] of waiting.entries()) {
    const [key, bytes] = [candidate.keyOf(PUSHED), sealed[index]];
    if (!key || !bytes) continue;
    const plain = await unseal(new Uint8Array(Buffer.from(key, 'base64')), bytes);
    const paper = PaperSchema.parse(JSON.parse(new TextDecoder().decode(plain)));
    if (paper.sessionId === PUSHED) opens += 1;
  }
  return opens;
}

/**
 * A thousand candidates wait for one paper; the server sends all of them its key at the start second. The second session
 * of the same day is the reference: there nobody waits for what is sent, and everybody asks at the start second.
 */
export async function benchStart(): Promise<Figure[]> {
  await bundle();
  const directory = await mkdtemp(join(tmpdir(), 'yunkao-start-'));
  const crowd = await writeCrowd(join(directory, 'sample'), CANDIDATES);
  const times = { sessionInSeconds: ENTRY_SECONDS, durationSeconds: 30, breakSeconds: 15 };
  const centre = await startCentre(times, join(directory, 'sample'));
  let waiting: WaitingCandidate[] = [];
  try {
    const enteredFrom = Date.now();
    waiting = await enterAll(centre, crowd);
    console.log(`${waiting.length} candidates wait, entered in ${Math.round((Date.now() - enteredFrom) / 1000)} s`);
    const sealed: Uint8Array<ArrayBuffer>[] = [];
    for (const candidate of waiting) sealed.push(await candidate.fetchPackage(PUSHED));
    const [first] = waiting;
    if (!first) throw new Error('nobody entered');
    const { examinations } = await first.call('examinations', {});
    const startOf = (id: string) => examinations[0]?.sessions.find((session) => session.id === id)?.startsAt ?? 0;
    const startsAt = startOf(PUSHED);
    if (Date.now() > startsAt - 1_000) throw new Error('the candidates were not in before the start');

    await sleepUntil(startsAt - 500);
    const before = await processCost(centre.pid);
    await sleepUntil(startsAt + WITHIN_MS + 1_000);
    const after = await processCost(centre.pid);
    const sent = lateness(
      waiting.map((candidate) => candidate.sentAt(PUSHED)),
      startsAt,
    );
    const opening = await countOpening(waiting, sealed);

    const askedFrom = startOf(ASKED);
    await sleepUntil(askedFrom);
    const asked = lateness(
      await Promise.all(
        waiting.map(async (candidate) => {
          await candidate.call('paperKey', {}, { sessionId: ASKED }).catch(() => null);
          return Date.now();
        }),
      ),
      askedFrom,
    );
    const against = (figure: string, value: number, reference: number, goal: string, holds: boolean): Figure => ({
      ...{ figure, value, unit: 'ms', reference, goal, holds },
      ratio: Math.round((value / reference) * 1000) / 1000,
    });
    return [
      exactly(
        `candidates with the key within ${WITHIN_MS / 1000} s of the start`,
        sent.opened,
        'candidates',
        CANDIDATES,
      ),
      exactly('packages that their key opens', opening, 'candidates', CANDIDATES),
      against(
        'late, half of them (reference: all ask at the start)',
        sent.p50,
        asked.p50,
        '<= 2000',
        sent.p50 <= WITHIN_MS,
      ),
      against('late, 99 % of them', sent.p99, asked.p99, '<= 2000', sent.p99 <= WITHIN_MS),
      against('late, the last', sent.worst, asked.worst, '<= 2000', sent.worst <= WITHIN_MS),
      {
        figure: 'server: processor time around the start',
        value: Math.round((after.cpuSeconds - before.cpuSeconds) * 100) / 100,
        unit: 's',
        reference: 3.5,
        ratio: Math.round(((after.cpuSeconds - before.cpuSeconds) / 3.5) * 1000) / 1000,
        goal: 'observed (of 3.5 s)',
        holds: true,
      },
      {
        figure: 'server: memory with everybody connected',
        value: after.residentMb,
        unit: 'MB',
        reference: null,
        ratio: null,
        goal: 'observed',
        holds: true,
      },
      {
        figure: 'sealed paper fetched by each',
        value: Math.round((sealed[0]?.length ?? 0) / 1024),
        unit: 'kB',
        reference: null,
        ratio: null,
        goal: 'observed',
        holds: true,
      },
    ];
  } finally {
    for (const candidate of waiting) candidate.close();
    await centre.close();
    await rm(directory, { recursive: true, force: true });
  }
}
