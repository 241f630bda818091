import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Entry } from '../../../shared/domain/entry.ts';
import { foldEntries } from '../../../shared/domain/fold.ts';
import { seededRandom } from '../../../shared/domain/seeded-random.ts';
import { takeSeat } from '../../bench/sync/crowd-seat.ts';
import { seatCrowd } from '../../bench/sync/seat-crowd.ts';
import { writeSample } from '../../contract/server/sample.ts';
import { type HomeNetwork, startHomeNetwork } from '../../rehearsal/home-network.ts';
import { BUNDLED, endProcess, type ServerProcess, startProcess } from '../server-process.ts';
import { keptAnswers, keptEntries } from './kept-entries.ts';

const ITEMS = ['t1', 't2'].map((itemId) => ({ sessionId: 'theory', itemId }));
const SAVE_EVERY_MS = 20;
const WITHIN_MS = 400;
const SLOW_BYTES_PER_SECOND = 20_000;
const LATE_MS = 300;
const PATIENCE_MS = 60_000;

/** What else befalls the line in a round, before the server dies; it is mended after the server is back. */
const TROUBLES: ((home: HomeNetwork) => void)[] = [
  () => undefined,
  () => undefined,
  (home) => home.cut(),
  (home) => home.silence(),
  (home) => home.resetInFrame(),
  (home) => home.throttle(SLOW_BYTES_PER_SECOND),
  (home) => home.delay(LATE_MS),
];

export interface ServerKills {
  kills: number;
  written: number;
  /** Before the last server was told to end. */
  acknowledged: number;
  present: number;
  lost: number;
  doubled: number;
  reordered: number;
  /** From the return of the line until everything written without it was acknowledged. */
  outageSeconds: number;
  /** Seats whose answers at the server are not what their entries come to. */
  misfolded: number;
}

interface Writer {
  attemptId: string;
  written: Entry[];
  cursor: number;
}

/** Compares what one candidate wrote with what is there. */
function tally(counts: ServerKills, database: string, { attemptId, written, cursor }: Writer): void {
  const kept = keptEntries(database, attemptId);
  const places = new Map<string, number[]>();
  for (const { seq, hash } of kept) places.set(hash, [...(places.get(hash) ?? []), seq]);
  counts.written += written.length;
  counts.acknowledged += cursor;
  counts.present += kept.length;
  for (const { seq, hash } of written) {
    const found = places.get(hash) ?? [];
    if (found.length === 0 && seq <= cursor) counts.lost += 1;
    if (found.length > 1) counts.doubled += 1;
    if (found.length === 1 && found[0] !== seq) counts.reordered += 1;
  }
  // What nobody wrote can only be a second copy under another name.
  const hashes = new Set(written.map(({ hash }) => hash));
  counts.doubled += kept.filter(({ hash }) => !hashes.has(hash)).length;

  const { responses } = foldEntries(written);
  const answered = keptAnswers(database, attemptId);
  const same = ITEMS.every(
    ({ itemId }) => JSON.stringify(responses[itemId] ?? null) === JSON.stringify(answered.get(itemId) ?? null),
  );
  if (!same) counts.misfolded += 1;
}

/**
 * Candidates who answer without a pause, over the product's own connection and outbox, while the server, a process of its
 * own with its files, is killed by SIGKILL again and again and started again at its address. They come back by themselves.
 * Before that one of them has no line for `offline` entries, as many as a day without a network can hold.
 */
export async function killServers(
  { kills, offline, seed }: { kills: number; offline: number; seed: number },
  said: (kills: number) => void,
): Promise<ServerKills> {
  const random = seededRandom(`server kills ${seed}`);
  const directory = await mkdtemp(join(tmpdir(), 'yunkao-server-kills-'));
  const data = join(directory, 'data');
  await writeSample(join(directory, 'sample'));
  const times = ['--session-in', '1s', '--duration', '40m'];
  const start = (...args: string[]) =>
    startProcess(data, ['--sample', join(directory, 'sample'), ...times, ...args], BUNDLED);
  let server: ServerProcess = await start();
  const { port } = new URL(server.origin);
  const home = await startHomeNetwork(Number(port));
  const closers: (() => void)[] = [];
  const database = join(data, 'yunkao.db');
  const counts: ServerKills = {
    ...{ kills: 0, written: 0, acknowledged: 0, present: 0, lost: 0, doubled: 0, reordered: 0, misfolded: 0 },
    outageSeconds: 0,
  };
  try {
    const news = new EventTarget();
    const seats = (await seatCrowd(database)).map((credentials) => {
      const writer: Writer = { attemptId: credentials.attemptId, written: [], cursor: 0 };
      const seat = takeSeat({
        ...{ origin: `https://127.0.0.1:${home.port}`, ca: server.ca, seat: credentials, items: ITEMS },
        onAcknowledged(_entries, _ms, cursor) {
          writer.cursor = Math.max(writer.cursor, cursor);
          news.dispatchEvent(new Event('acknowledged'));
        },
      });
      closers.push(seat.close);
      return { seat, writer };
    });
    const writing = setInterval(() => {
      for (const { seat, writer } of seats) writer.written.push(seat.save());
    }, SAVE_EVERY_MS);
    closers.push(() => clearInterval(writing));

    /** Until the server acknowledged something new to everybody. */
    async function acknowledgedToAll(): Promise<void> {
      const before = seats.map(({ writer }) => writer.cursor);
      const patience = AbortSignal.timeout(PATIENCE_MS);
      while (seats.some(({ writer }, index) => writer.cursor <= (before[index] ?? 0))) {
        await once(news, 'acknowledged', { signal: patience });
      }
    }

    const [lonely] = seats;
    await acknowledgedToAll();
    home.cut();
    for (let each = 0; each < offline; each += 1) if (lonely) lonely.writer.written.push(lonely.seat.save());
    home.mend();
    const mendedAt = performance.now();
    await lonely?.seat.drained();
    counts.outageSeconds = Math.round((performance.now() - mendedAt) / 100) / 10;

    while (counts.kills < kills) {
      await acknowledgedToAll();
      const trouble = TROUBLES[Math.floor(random() * TROUBLES.length)] ?? (() => undefined);
      const [troubleAt, killAt] = [random() * WITHIN_MS, random() * WITHIN_MS];
      await wait(Math.min(troubleAt, killAt));
      if (troubleAt < killAt) {
        trouble(home);
        await wait(killAt - troubleAt);
      }
      await endProcess(server, 'SIGKILL');
      counts.kills += 1;
      server = await start('--port', port);
      home.mend();
      said(counts.kills);
    }
    await acknowledgedToAll();
    clearInterval(writing);
    await Promise.all(seats.map(({ seat }) => seat.drained()));
    await endProcess(server, 'SIGKILL');
    for (const { writer } of seats) tally(counts, database, writer);
    return counts;
  } finally {
    for (const close of closers) close();
    await endProcess(server, 'SIGKILL');
    await home.close();
    await rm(directory, { recursive: true, force: true, maxRetries: 5 });
  }
}
