import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from '../../../build/bundle.ts';
import { type Figure, table } from '../../rehearsal/figures.ts';
import { treeCost } from '../process-tree.ts';
import { quantile } from '../quantile.ts';
import { writeCrowd } from '../start/crowd-sample.ts';
import { crowdItems } from '../sync/crowd-items.ts';
import type { HomeSeat } from '../sync/crowd-orders.ts';
import { seatCrowd } from '../sync/seat-crowd.ts';
import { ARRANGEMENTS, type Arrangement } from './arrangements.ts';
import type { HomeOrder, HomeOutcome } from './home-orders.ts';

const SIZES = [100, 250, 500, 1_000, 2_000] as const;
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

/** What one size came to. `msEach`: processor time a candidate and second, of the servers and what runs beside them. */
interface Done {
  size: number;
  figures: Figure[];
  held: boolean;
  /** Everything came to its end: only then is it known what it cost. */
  whole: boolean;
  msEach: number;
}

/** Processor time and memory of these with all their children. */
async function costOf(pids: readonly number[]) {
  const costs = await Promise.all(pids.map(treeCost));
  return {
    cpuSeconds: costs.reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0),
    megabytes: costs.reduce((sum, { megabytes }) => sum + megabytes, 0),
  };
}

/** So many homes at an exam centre of their own: nobody pays for those who sat before. */
async function benchSize({ name, start }: Arrangement, size: number): Promise<Done> {
  const directory = await mkdtemp(join(tmpdir(), 'yunkao-load-'));
  await writeCrowd(join(directory, 'sample'), size);
  const centre = await start(join(directory, 'sample'));
  const children = Array.from({ length: PROCESSES }, () => fork(processFile));
  const who = `${size} candidates, ${name}`;
  try {
    const { origin, ca, servers, beside } = centre;
    const seats = await seatCrowd(centre.database);
    const items = await crowdItems(SESSION);
    const share = (index: number): HomeSeat[] => seats.filter((_, seat) => seat % PROCESSES === index);
    const connecting = performance.now();
    await Promise.all(
      children.map((child, index) => give(child, { order: 'connect', origin, ca, seats: share(index), items })),
    );
    const connected = Math.round(performance.now() - connecting) / 1_000;
    console.log(`${who}: connected in ${connected} s; sitting for ${SIT_MS / 1_000} s`);
    const before = { servers: await costOf(servers), beside: await costOf(beside) };
    const from = performance.now();
    const outcome = together(await Promise.all(children.map((child) => give(child, { order: 'sit', forMs: SIT_MS }))));
    const seconds = (performance.now() - from) / 1_000;
    const after = { servers: await costOf(servers), beside: await costOf(beside) };
    const p99 = quantile(outcome.answers, 0.99);
    const failed = Object.values(outcome.failed).reduce((sum, count) => sum + count, 0);
    const coresOf = (which: 'servers' | 'beside') => (after[which].cpuSeconds - before[which].cpuSeconds) / seconds;
    const cores = coresOf('servers') + coresOf('beside');
    const msEach = (cores / size) * 1_000;
    const figures = [
      observed(`${who}: an answer acknowledged, p99`, p99, 'ms'),
      observed(`${who}: an answer acknowledged, p50`, quantile(outcome.answers, 0.5), 'ms'),
      observed(`${who}: a heartbeat answered, p99`, quantile(outcome.heartbeats, 0.99), 'ms'),
      observed(`${who}: a still kept, p99`, quantile(outcome.stills, 0.99), 'ms'),
      observed(`${who}: a segment kept, p99`, quantile(outcome.segments, 0.99), 'ms'),
      observed(`${who}: refused, lost or not done in time`, failed, 'messages'),
      observed(`${who}: processor of the servers`, coresOf('servers') * 100, '% of a core'),
      observed(`${who}: processor of what runs beside them`, coresOf('beside') * 100, '% of a core'),
      observed(`${who}: processor of the homes`, (outcome.cpuSeconds / seconds) * 100, '% of a core'),
      observed(`${who}: processor a candidate`, msEach, 'ms a second'),
      observed(
        `${who}: pictures and recordings a candidate`,
        outcome.mediaBytes / size / seconds / 1_000,
        'kB a second',
      ),
      observed(`${who}: memory of the servers`, after.servers.megabytes, 'MB'),
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
const growth = (name: string, { size, msEach }: Done, { msEach: least, size: fewest }: Done): Figure => ({
  ...observed(`${size} candidates, ${name}: processor a candidate against ${fewest}`, msEach, 'ms a second'),
  ...{ reference: Number(least.toFixed(2)), ratio: Number((msEach / least).toFixed(3)) },
});

/** Larger and larger until one size is not held. */
async function benchArrangement(arrangement: Arrangement): Promise<Figure[]> {
  const done: Done[] = [];
  for (const size of SIZES) {
    if (done.length > 0 && !done.at(-1)?.held) {
      console.log(`${size} candidates, ${arrangement.name}: not tried, ${done.at(-1)?.size} were not held`);
      break;
    }
    done.push(await benchSize(arrangement, size));
  }
  const most = done.filter(({ held }) => held).at(-1)?.size ?? 0;
  return [
    observed(`${arrangement.name}: candidates held at p99 < ${WITHIN_MS} ms, nothing lost`, most, 'candidates'),
    ...done.flatMap(({ figures }) => figures),
    ...done
      .slice(1)
      .filter(({ whole }) => whole)
      .map((each) => growth(arrangement.name, each, done[0] as Done)),
  ];
}

/**
 * Candidates with their phones who send all that real ones send, to an exam centre on this machine, made up in three ways: an answer
 * every 5 s, a heartbeat every second, a still every 5 s, and a segment of each camera every 10 s. The homes share the machine with
 * the centre: where both together take all of it, it is the machine that does not hold them.
 */
export async function benchLoad(): Promise<Figure[]> {
  await bundle();
  const figures: Figure[] = [];
  for (const arrangement of ARRANGEMENTS) figures.push(...(await benchArrangement(arrangement)));
  return figures;
}
