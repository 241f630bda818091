import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pass } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { bundle } from '../../../build/bundle.ts';
import { openDatabase } from '../../../server/sql/database.ts';
import { type Centre, startCentre } from '../../rehearsal/centre.ts';
import { exactly, type Figure, table } from '../../rehearsal/figures.ts';
import { processCost } from '../process-cost.ts';
import { quantile } from '../quantile.ts';
import { writeCrowd } from '../start/crowd-sample.ts';
import { type Crowd, gatherCrowd } from './crowd.ts';
import { crowdItems } from './crowd-items.ts';
import type { CrowdOutcome } from './crowd-orders.ts';
import { seatCrowd } from './seat-crowd.ts';

const SIZES = [1_000, 5_000] as const;
const EVERY_MS = 5_000;
/** Of each turn; the exam centre and the echo take turns. */
const PACED_MS = 10_000;
const SATURATED_MS = 4_000;
const TURNS = 3;
const STORM = { candidates: 500, entries: 50, withinMs: 3_000 };
/** Of an echo that keeps nothing, at the pace at which candidates save. How far each goes beyond that is observed. */
const SHARE_OF_ECHO = 0.6;
const SESSION = 'labour-3-theory';

interface Echo {
  origin: string;
  pid: number;
  end(): void;
}

async function startEcho(tls: { cert: string; key: string }): Promise<Echo> {
  const child = fork(fileURLToPath(new URL('./echo-process.ts', import.meta.url)));
  child.send(tls);
  const [{ origin }] = (await once(child, 'message')) as [{ origin: string }];
  return { origin, pid: child.pid ?? 0, end: () => child.disconnect() };
}

/** What one of the two did in all its turns. */
interface Done {
  acknowledged: number;
  latencies: number[];
  seconds: number;
  cpuSeconds: number;
}

const nothing = (): Done => ({ acknowledged: 0, latencies: [], seconds: 0, cpuSeconds: 0 });
const round = (value: number, digits = 2) => Number(value.toFixed(digits));
const rate = ({ acknowledged, seconds }: Done) => round(acknowledged / seconds, 0);
const cost = ({ cpuSeconds, acknowledged }: Done) => round((cpuSeconds * 1e6) / acknowledged, 0);
type Place = { name: 'centre' | 'echo'; pid: number };

async function takeTurns(places: readonly Place[], turn: (name: Place['name']) => Promise<CrowdOutcome>) {
  const done = { centre: nothing(), echo: nothing() };
  for (let each = 0; each < TURNS; each += 1) {
    for (const { name, pid } of places) {
      const before = await processCost(pid);
      const { acknowledged, latencies, tookMs } = await turn(name);
      const after = await processCost(pid);
      done[name].acknowledged += acknowledged;
      done[name].latencies.push(...latencies);
      done[name].seconds += tookMs / 1_000;
      done[name].cpuSeconds += after.cpuSeconds - before.cpuSeconds;
    }
  }
  return done;
}

const against = (figure: string, value: number, unit: string, reference: number, goal?: number): Figure => {
  const ratio = round(value / reference, 3);
  return {
    ...{ figure, value, unit, reference, ratio, goal: goal === undefined ? 'observed' : `>= ${goal} x echo` },
    holds: goal === undefined || ratio >= goal,
  };
};

async function benchSize(crowd: Crowd, places: readonly Place[], size: number): Promise<Figure[]> {
  const paced = await takeTurns(places, (name) => crowd.pace(name, size, EVERY_MS, PACED_MS));
  const saturated = await takeTurns(places, (name) => crowd.saturate(name, size, SATURATED_MS));
  const who = `${size} candidates`;
  return [
    against(`${who}, each every 5 s: acknowledged`, rate(paced.centre), 'a second', rate(paced.echo), SHARE_OF_ECHO),
    against(
      `${who}, each every 5 s: p50`,
      quantile(paced.centre.latencies, 0.5),
      'ms',
      quantile(paced.echo.latencies, 0.5),
    ),
    against(
      `${who}, each every 5 s: p99`,
      quantile(paced.centre.latencies, 0.99),
      'ms',
      quantile(paced.echo.latencies, 0.99),
    ),
    against(`${who}, as fast as they can: acknowledged`, rate(saturated.centre), 'a second', rate(saturated.echo)),
    against(
      `${who}, as fast as they can: p99`,
      quantile(saturated.centre.latencies, 0.99),
      'ms',
      quantile(saturated.echo.latencies, 0.99),
    ),
    against(`${who}, as fast as they can: processor`, cost(saturated.centre), 'us an entry', cost(saturated.echo)),
  ];
}

/** How many entries the exam centre holds, and how many it acknowledged without a gap. */
async function heldAt({ dataDir }: Centre) {
  const db = await openDatabase({ file: join(dataDir, 'yunkao.db') });
  const { held } = await db
    .selectFrom('entry')
    .select(({ fn }) => fn.countAll<number>().as('held'))
    .executeTakeFirstOrThrow();
  const { cursors } = await db
    .selectFrom('epoch')
    .select(({ fn }) => fn.sum<number>('cursor').as('cursors'))
    .executeTakeFirstOrThrow();
  await db.destroy();
  return { held, cursors };
}

/** As often as everything else takes its turn: what one storm takes varies by a third on a machine that also plays the crowd. */
async function benchStorm(crowd: Crowd, centre: Centre): Promise<Figure[]> {
  const before = await heldAt(centre);
  const storms: CrowdOutcome[] = [];
  const echoed: CrowdOutcome[] = [];
  for (let turn = 0; turn < TURNS; turn += 1) {
    echoed.push(await crowd.storm('echo', STORM.candidates, STORM.entries));
    storms.push(await crowd.storm('centre', STORM.candidates, STORM.entries));
  }
  const after = await heldAt(centre);
  const tookMs = (of: readonly CrowdOutcome[]) => of.map((storm) => Math.round(storm.tookMs));
  const [took, reference] = [storms, echoed].map((of) => quantile(tookMs(of), 0.5)) as [number, number];
  const sum = (key: 'written' | 'acknowledged') => storms.reduce((total, storm) => total + storm[key], 0);
  const who = `${STORM.candidates} candidates return with ${STORM.entries} entries each`;
  console.log(`${who}, one storm after another: ${tookMs(storms).join(', ')} ms; echo ${tookMs(echoed).join(', ')} ms`);
  return [
    {
      ...{ figure: `${who}: all acknowledged, p50`, value: took, unit: 'ms', reference },
      ...{ ratio: round(took / reference, 3), goal: `<= ${STORM.withinMs}`, holds: took <= STORM.withinMs },
    },
    exactly(`${who}: acknowledged`, sum('acknowledged'), 'entries', TURNS * STORM.candidates * STORM.entries),
    exactly(`${who}: held by the exam centre`, after.held - before.held, 'entries', sum('written')),
    exactly('entries held against cursors, in the whole run', after.held, 'entries', after.cursors),
  ];
}

/**
 * Candidates over real TLS and real sockets against the real server and its durable database; the reference, a bare
 * socket.io echo on the same machine, keeps nothing and checks nothing. Both are connected all the while and take turns.
 */
export async function benchSync(): Promise<Figure[]> {
  await bundle();
  const directory = await mkdtemp(join(tmpdir(), 'yunkao-sync-'));
  await writeCrowd(
    join(directory, 'sample'),
    SIZES.reduce((sum: number, size) => sum + size, 0),
  );
  const times = { sessionInSeconds: 1, durationSeconds: 3_600, breakSeconds: 60 };
  const centre = await startCentre(times, join(directory, 'sample'));
  let echo: Echo | undefined;
  let crowd: Crowd | undefined;
  try {
    const [ca, key] = [await centre.certificate(), await readFile(join(centre.dataDir, 'tls', 'key.pem'), 'utf8')];
    echo = await startEcho({ cert: ca, key });
    const places: Place[] = [
      { name: 'centre', pid: centre.pid },
      { name: 'echo', pid: echo.pid },
    ];
    const seats = await seatCrowd(join(centre.dataDir, 'yunkao.db'));
    const items = await crowdItems(SESSION);
    const figures: Figure[] = [];
    for (const size of SIZES) {
      // Each size sits on places of its own: a journal goes on where it stood, or not at all.
      crowd = gatherCrowd(seats.splice(0, size), items);
      for (const { name, origin } of [
        { ...places[0], ...centre, name: 'centre' },
        { ...echo, name: 'echo' },
      ]) {
        const { tookMs } = await crowd.connect({ centre: name, origin, ca });
        console.log(`${size} candidates connected to the ${name} in ${Math.round(tookMs / 100) / 10} s`);
      }
      figures.push(...(await benchSize(crowd, places, size)));
      if (size === Math.min(...SIZES)) figures.push(...(await benchStorm(crowd, centre)));
      const { residentMb } = await processCost(centre.pid);
      console.log(`the server holds ${residentMb} MB with ${size} candidates\n${table(figures)}`);
      crowd.end();
      crowd = undefined;
      await pass(3_000);
    }
    return figures;
  } finally {
    crowd?.end();
    echo?.end();
    await centre.close();
    await rm(directory, { recursive: true, force: true });
  }
}
