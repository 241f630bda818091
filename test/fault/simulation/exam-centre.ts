import { guardAccess } from '../../../server/http/access-guard.ts';
import type { App } from '../../../server/http/app.ts';
import { createHandlers } from '../../../server/http/handlers.ts';
import { registerRoutes } from '../../../server/http/register-routes.ts';
import { onlyProcess } from '../../../server/processes/only-process.ts';
import { createOwnMemory } from '../../../server/processes/own-memory.ts';
import { createServices } from '../../../server/services/services.ts';
import { serveCandidates } from '../../../server/socket/candidate-namespace.ts';
import { createConnections } from '../../../server/socket/connections.ts';
import { createSocketNetwork } from '../../../server/socket/socket-network.ts';
import { createStorage, type Queries, type Storage } from '../../../server/sql/storage.ts';
import { createCentreRoutes } from './centre-routes.ts';
import { createCentreSockets } from './centre-sockets.ts';
import type { DatabaseTemplate, MemoryDatabase } from './database-template.ts';
import { ENDS_AT } from './examination.ts';
import type { Centre, Listener } from './line.ts';
import { isSocketPacket } from './packets.ts';
import type { Timeline } from './timeline.ts';

/** Where in a transaction the process dies: after so many queries of it, or with its commit done and its answer unsent. */
export type DeathPoint = { afterQueries: number } | 'after_commit';

/** The server's real services, routes and socket handlers over a database in memory. Its process can die and start again. */
export interface ExamCentre extends Centre {
  readonly running: boolean;
  readonly database: MemoryDatabase;
  start(): void;
  /** kill -9: what is committed stays, all else is gone. */
  die(): void;
  /** Dies in the middle of its next transaction; null: does not. */
  dieWithin(point: DeathPoint | null): void;
}

interface Parts {
  timeline: Timeline;
  random(): number;
  template: DatabaseTemplate;
  /** Hangs something faulty into the server, to see whether the suite finds it. */
  faulty(store: Storage): Storage;
  onDeath(): void;
  complain(text: string, cause: unknown): void;
}

/** Begins a transaction, runs what it is given in it, and commits. */
type RunsIn<Result> = (work: (all: Queries) => Promise<Result>) => Promise<Result>;

/** Work of a process that has died: it never ends, and nobody waits for it. */
const never = <Value>() => new Promise<Value>(() => {});

const unused = (): never => {
  throw new Error('no schedule uses this');
};

export function createExamCentre({ timeline, random, template, faulty, onDeath, complain }: Parts): ExamCentre {
  const database = template.fresh();
  let process: { die(): void } | null = null;
  /** Null until the process listens. */
  let listening: Centre['accept'] | null = null;
  let deathPoint: DeathPoint | null = null;

  /** The storage as one run of the process sees it: after its death nothing of it reaches the database. */
  function storageOf(isAlive: () => boolean, die: () => void): Storage {
    const real = createStorage(database.db);
    const watched = (queries: Queries, before: () => Promise<never> | null): Queries =>
      Object.fromEntries(
        Object.entries(queries).map(([name, query]) => [
          name,
          (...args: unknown[]) => before() ?? (query as (...given: unknown[]) => unknown)(...args),
        ]),
      ) as unknown as Queries;
    const transaction = async <Result>(
      run: RunsIn<Result>,
      work: (all: Queries) => Promise<Result>,
    ): Promise<Result> => {
      if (!isAlive()) return never();
      const point = deathPoint;
      deathPoint = null;
      let left = point === null || point === 'after_commit' ? Number.POSITIVE_INFINITY : point.afterQueries;
      // Thrown, so that it is rolled back, as SQLite does with a log whose last transaction has no commit.
      const step = () => {
        left -= 1;
        if (left < 0) die();
        if (!isAlive()) throw new Error('the process has died');
        return null;
      };
      try {
        const result = await run((all) => work(watched(all, step)));
        if (point === 'after_commit') die();
        return isAlive() ? result : never();
      } catch (cause) {
        if (isAlive()) throw cause;
        return never();
      }
    };
    return {
      ...watched(real, () => (isAlive() ? null : never())),
      transaction: (work) => transaction(real.transaction, work),
      transactionAbout: (subject, work) => transaction((done) => real.transactionAbout(subject, done), work),
      close: async () => null,
    };
  }

  function start(): void {
    let alive = true;
    const sockets = createCentreSockets();
    const die = () => {
      if (!alive) return;
      alive = false;
      process = null;
      listening = null;
      sockets.die();
      onDeath();
    };
    const store = faulty(storageOf(() => alive, die));
    // Whole milliseconds, as `Date.now()` gives them.
    const clock = { now: () => Math.floor(timeline.now) };
    const log = {
      info: () => {},
      warn: () => {},
      error: ({ err }: { err?: unknown }, text: string) => {
        if (alive) complain(text, err);
      },
    };
    const processes = onlyProcess('simulated');
    const services = createServices({
      store,
      memory: createOwnMemory(clock),
      processes,
      clock,
      random: { bytes: (count) => Buffer.from(Array.from({ length: count }, () => Math.floor(random() * 256))) },
      timers: {
        after: (ms, run) => timeline.after(ms, () => alive && run()),
        every: () => () => {},
      },
      log,
      network: createSocketNetwork({ io: sockets.io, duties: template.duties, processes, log }),
      book: template.book,
      duties: template.duties,
      helpLines: template.helpLines,
      centreKey: template.centreKey,
      pictureFiles: { write: unused, read: unused, remove: unused },
      documentFiles: { write: unused, read: unused },
      segmentFiles: {
        ...{ digest: unused, keep: unused, write: unused, open: unused, discard: unused },
        ...{ remove: unused, freeBytes: unused },
      },
      thesisFiles: {
        ...{ digest: unused, arrivedAt: unused, keep: unused, lookedAt: unused },
        ...{ read: unused, discard: unused, remove: unused, freeBytes: unused },
      },
      inspector: { inspect: unused },
      scanner: null,
      buildKeys: [],
      iceServers: () => [],
    });
    const routes = createCentreRoutes(
      () => alive,
      (text, cause) => alive && complain(text, cause),
    );
    guardAccess(routes.app as App, services.callers, template.duties);
    registerRoutes(routes.app as App, createHandlers({ ...services, phonePage: () => '' }));
    const connections = createConnections(log, processes);
    serveCandidates(sockets.io, services, connections, log, { answered: () => undefined }, () => '');
    process = { die };
    const accept: Centre['accept'] = (stream) => {
      let listener: Listener | null = null;
      return {
        message(text) {
          listener ??= isSocketPacket(text) ? sockets.accept(stream) : routes.accept(stream);
          listener.message(text);
        },
        closed: () => listener?.closed(),
      };
    };
    const watch = () => services.deadline.check().catch((cause) => log.error({ err: cause }, 'the watch failed'));
    // What server.ts does before it listens, and each second; nothing else is due in the seconds before and after the end.
    const begin = async () => {
      await store.disconnectAll(clock.now());
      await services.ledgers.startedAgain();
      await services.deadline.check();
      listening = accept;
    };
    begin().catch((cause) => log.error({ err: cause }, 'the server did not start'));
    timeline.at(ENDS_AT + random() * 1_000, () => void (alive && watch()));
  }

  return {
    database,
    get running() {
      return process !== null;
    },
    accept: (stream) => listening?.(stream) ?? null,
    start,
    die: () => process?.die(),
    dieWithin(point) {
      deathPoint = point;
    },
  };
}
