import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pass } from 'node:timers/promises';
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
import { type Shares, watchMachine } from './machine.ts';

const SIZES = [100, 250, 500, 1_000, 2_000] as const;
/** A program that has just started is slower than it will be all day. */
const WARM_MS = 5_000;
const SIT_MS = 15_000;
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
  p50: number;
  p99: number;
  failed: number;
  shares: Shares;
}

const pidOf = ({ pid }: ChildProcess) => pid ?? 0;
const memoryOf = async (pids: readonly number[]) =>
  (await Promise.all(pids.map(treeCost))).reduce((sum, { megabytes }) => sum + megabytes, 0);
const percent = (cores: number) => Math.round(cores * 100);

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
    const order = { order: 'sit', warmMs: WARM_MS, forMs: SIT_MS } as const;
    const sitting = Promise.all(children.map((child) => give(child, order)));
    // Awaited below; a process of homes that ends meanwhile is told there.
    sitting.catch(() => undefined);
    await pass(WARM_MS);
    const taken = await watchMachine({ servers, beside, homes: children.map(pidOf) });
    await pass(SIT_MS);
    const shares = await taken();
    const outcome = together(await sitting);
    const [p50, p99] = [0.5, 0.99].map((share) => quantile(outcome.answers, share)) as [number, number];
    const failed = Object.values(outcome.failed).reduce((sum, count) => sum + count, 0);
    const msEach = ((shares.servers + shares.beside) / size) * 1_000;
    const figures = [
      observed(`${who}: an answer acknowledged, p99`, p99, 'ms'),
      observed(`${who}: an answer acknowledged, p50`, p50, 'ms'),
      observed(`${who}: a heartbeat answered, p99`, quantile(outcome.heartbeats, 0.99), 'ms'),
      observed(`${who}: a still kept, p99`, quantile(outcome.stills, 0.99), 'ms'),
      observed(`${who}: a segment kept, p99`, quantile(outcome.segments, 0.99), 'ms'),
      observed(`${who}: refused, lost or not done in time`, failed, 'messages'),
      observed(`${who}: processor of the servers`, shares.servers * 100, '% of a core'),
      observed(`${who}: processor of the busiest server’s thread`, shares.thread * 100, '% of a core'),
      observed(`${who}: processor of what runs beside them`, shares.beside * 100, '% of a core'),
      observed(`${who}: processor of the homes`, shares.homes * 100, '% of a core'),
      observed(`${who}: processor of neighbours and the system`, shares.neighbours * 100, '% of a core'),
      observed(`${who}: processor of nobody`, shares.idle * 100, '% of a core'),
      { ...observed(`${who}: what could give no more`, 0, 'text'), value: shares.full ?? 'nothing' },
      observed(`${who}: processor a candidate`, msEach, 'ms a second'),
      observed(`${who}: pictures and recordings a candidate`, outcome.mediaBytes / size / SIT_MS, 'kB a second'),
      observed(`${who}: memory of the servers`, await memoryOf(servers), 'MB'),
    ];
    console.log(table(figures));
    const whole = failed === 0;
    return { size, figures, held: p99 < WITHIN_MS && whole, whole, msEach, p50, p99, failed, shares };
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

/** The judged question on one page: a line a size. */
function printSizes(name: string, done: readonly Done[]): void {
  console.log(`\n${name}: processor in % of a core, of ${cpus().length * 100}`);
  console.table(
    done.map(({ size, held, p50, p99, failed, msEach, shares }) => ({
      candidates: size,
      held: held ? 'yes' : 'no',
      'p50 ms': Math.round(p50),
      'p99 ms': Math.round(p99),
      lost: failed,
      'ms/s each': msEach.toFixed(2),
      servers: percent(shares.servers),
      beside: percent(shares.beside),
      homes: percent(shares.homes),
      neighbours: percent(shares.neighbours),
      full: shares.full ?? '',
    })),
  );
}

/** Larger and larger until one size is not held: a larger one would tell of nothing but the same want. */
async function benchArrangement(arrangement: Arrangement): Promise<Figure[]> {
  const { name } = arrangement;
  const done: Done[] = [];
  const untried: Figure[] = [];
  for (const size of SIZES) {
    const last = done.at(-1);
    if (last && !last.held) {
      const why = `${last.size} were not held; full: ${last.shares.full ?? 'nothing'}`;
      untried.push({ ...observed(`${size} candidates, ${name}: not tried`, 0, 'text'), value: why });
    } else done.push(await benchSize(arrangement, size));
  }
  printSizes(name, done);
  const most = done.filter(({ held }) => held).at(-1)?.size ?? 0;
  return [
    observed(`${name}: candidates held at p99 < ${WITHIN_MS} ms, nothing lost`, most, 'candidates'),
    ...done.flatMap(({ figures }) => figures),
    ...done
      .slice(1)
      .filter(({ whole }) => whole)
      .map((each) => growth(name, each, done[0] as Done)),
    ...untried,
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
