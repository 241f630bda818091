import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from '../../../build/bundle.ts';
import { startCentre } from '../../rehearsal/centre.ts';
import { type Figure, table } from '../../rehearsal/figures.ts';
import { processCost } from '../process-cost.ts';
import { quantile } from '../quantile.ts';
import { writeCrowd } from '../start/crowd-sample.ts';
import { crowdItems } from '../sync/crowd-items.ts';
import type { HomeSeat } from '../sync/crowd-orders.ts';
import { seatCrowd } from '../sync/seat-crowd.ts';
import type { HomeOrder, HomeOutcome } from './home-orders.ts';

const SIZES = [50, 100, 250, 500, 1_000, 2_000] as const;
/** Larger than this one is only tried where this one was held. */
const ALWAYS_UP_TO = 1_000;
const SIT_MS = 20_000;
const WITHIN_MS = 250;
const SESSION = 'labour-3-theory';
/** One alone would be what is measured. */
const PROCESSES = 2;
const processFile = fileURLToPath(new URL('./home-process.ts', import.meta.url));

async function give(child: ChildProcess, order: HomeOrder): Promise<HomeOutcome> {
  child.send(order);
  const [answer] = await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => {
      throw new Error(`a process of homes ended (exit code ${code})`);
    }),
  ]);
  return answer as HomeOutcome;
}

function together(outcomes: readonly HomeOutcome[]): HomeOutcome {
  const failed: Record<string, number> = {};
  for (const outcome of outcomes) {
    for (const [what, count] of Object.entries(outcome.failed)) failed[what] = (failed[what] ?? 0) + count;
  }
  const all = (what: 'answers' | 'heartbeats' | 'stills' | 'segments') => outcomes.flatMap((each) => each[what]);
  return {
    ...{ answers: all('answers'), heartbeats: all('heartbeats'), stills: all('stills'), segments: all('segments') },
    ...{ failed, mediaBytes: outcomes.reduce((sum, { mediaBytes }) => sum + mediaBytes, 0) },
    cpuSeconds: outcomes.reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0),
  };
}

const observed = (figure: string, value: number, unit: string): Figure => ({
  // Of what never came to its end there is no time.
  ...{ figure, value: Number.isNaN(value) ? null : Number(value.toFixed(2)), unit },
  ...{ reference: null, ratio: null, goal: 'observed', holds: true },
});

const told = (size: number, text: string) => console.log(`${size} candidates: ${text}`);

/** What one size came to. `msEach`: processor time a candidate and second. */
interface Done {
  size: number;
  figures: Figure[];
  held: boolean;
  /** Everything came to its end: only then is it known what it cost. */
  whole: boolean;
  msEach: number;
}

/** So many homes at an exam centre of their own: nobody pays for those who sat before. */
async function benchSize(size: number): Promise<Done> {
  const directory = await mkdtemp(join(tmpdir(), 'yunkao-load-'));
  await writeCrowd(join(directory, 'sample'), size);
  const times = { sessionInSeconds: 1, durationSeconds: 3_600, breakSeconds: 60 };
  const centre = await startCentre(times, join(directory, 'sample'));
  const children = Array.from({ length: PROCESSES }, () => fork(processFile));
  try {
    const ca = await centre.certificate();
    const seats = await seatCrowd(join(centre.dataDir, 'yunkao.db'));
    const items = await crowdItems(SESSION);
    const share = (index: number): HomeSeat[] => seats.filter((_, seat) => seat % PROCESSES === index);
    const connecting = performance.now();
    await Promise.all(
      children.map((child, index) =>
        give(child, { order: 'connect', origin: centre.origin, ca, seats: share(index), items }),
      ),
    );
    told(size, `connected in ${Math.round(performance.now() - connecting) / 1_000} s; sitting for ${SIT_MS / 1_000} s`);
    const before = await processCost(centre.pid);
    const from = performance.now();
    const outcome = together(await Promise.all(children.map((child) => give(child, { order: 'sit', forMs: SIT_MS }))));
    const seconds = (performance.now() - from) / 1_000;
    const after = await processCost(centre.pid);
    const p99 = quantile(outcome.answers, 0.99);
    const failed = Object.values(outcome.failed).reduce((sum, count) => sum + count, 0);
    const who = `${size} candidates`;
    const cores = (after.cpuSeconds - before.cpuSeconds) / seconds;
    const msEach = (cores / size) * 1_000;
    const figures = [
      observed(`${who}: an answer acknowledged, p99`, p99, 'ms'),
      observed(`${who}: an answer acknowledged, p50`, quantile(outcome.answers, 0.5), 'ms'),
      observed(`${who}: a heartbeat answered, p99`, quantile(outcome.heartbeats, 0.99), 'ms'),
      observed(`${who}: a still kept, p99`, quantile(outcome.stills, 0.99), 'ms'),
      observed(`${who}: a segment kept, p99`, quantile(outcome.segments, 0.99), 'ms'),
      observed(`${who}: refused, lost or not done in time`, failed, 'messages'),
      observed(`${who}: processor of the server`, cores * 100, '% of a core'),
      observed(`${who}: processor of the homes beside it`, (outcome.cpuSeconds / seconds) * 100, '% of a core'),
      observed(`${who}: processor a candidate`, msEach, 'ms a second'),
      observed(
        `${who}: pictures and recordings a candidate`,
        outcome.mediaBytes / size / seconds / 1_000,
        'kB a second',
      ),
      observed(`${who}: memory of the server`, after.residentMb, 'MB'),
    ];
    console.log(table(figures));
    return { size, figures, held: p99 < WITHIN_MS && failed === 0, whole: failed === 0, msEach };
  } finally {
    for (const child of children) child.disconnect();
    await centre.close();
    await rm(directory, { recursive: true, force: true });
  }
}

/** What one costs, against one of the smallest size. */
const growth = ({ size, msEach }: Done, { msEach: least, size: fewest }: Done): Figure => ({
  ...observed(`${size} candidates: processor a candidate against ${fewest}`, msEach, 'ms a second'),
  ...{ reference: Number(least.toFixed(2)), ratio: Number((msEach / least).toFixed(3)) },
});

/**
 * Candidates with their phones who send all that real ones send, to one process on this machine: an answer every 5 s, a
 * heartbeat every second, a still every 5 s, and a segment of each camera every 10 s. The homes share the machine with the server:
 * where both together take all of it, it is the machine that does not hold them.
 */
export async function benchLoad(): Promise<Figure[]> {
  await bundle();
  const done: Done[] = [];
  for (const size of SIZES) {
    if (size > ALWAYS_UP_TO && !done.at(-1)?.held) {
      told(size, `not tried, ${done.at(-1)?.size} were not held`);
      break;
    }
    done.push(await benchSize(size));
  }
  const most = done.filter(({ held }) => held).at(-1)?.size ?? 0;
  return [
    observed(`candidates held at p99 < ${WITHIN_MS} ms, nothing lost`, most, 'candidates'),
    ...done.flatMap(({ figures }) => figures),
    ...done
      .slice(1)
      .filter(({ whole }) => whole)
      .map((each) => growth(each, done[0] as Done)),
  ];
}
