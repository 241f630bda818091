import { createHandIn } from '../../../renderer/exam/hand-in/hand-in.ts';
import { type AnswerLog, type AnswerLogOptions, openAnswerLog } from '../../../renderer/exam/journal/answer-log.ts';
import type { JournalStore } from '../../../renderer/exam/journal/journal-store.ts';
import { keepClock } from '../../../renderer/exam/session/clock-keeper.ts';
import { createClockReport } from '../../../renderer/exam/session/clock-report.ts';
import { openConnection } from '../../../renderer/exam/session/connection.ts';
import { openLogWhenReachable } from '../../../renderer/exam/session/opened-log.ts';
import { createServerClock } from '../../../renderer/exam/session/server-clock.ts';
import { watchSleep } from '../../../renderer/exam/session/sleep-watch.ts';
import type { EntryBatch } from '../../../shared/contract/entries.ts';
import { createHttpClient, type HttpClient } from '../../../shared/contract/http-client.ts';
import { candidateSocket } from '../../../shared/contract/socket.ts';
import { PROTOCOL_VERSION } from '../../../shared/contract/version.ts';
import type { Receipt } from '../../../shared/contract/views.ts';
import type { EntryBody } from '../../../shared/domain/entry.ts';
import { Fault } from '../../../shared/support/fault.ts';
import type { Computer } from './computer.ts';
import { CANDIDATE, ENDS_AT, ITEM_IDS, SESSION, STARTS_AT } from './examination.ts';
import { createHomeSocket } from './home-socket.ts';
import type { Ledger } from './ledger.ts';
import type { Stream } from './line.ts';
import { simulatedFetch } from './simulated-fetch.ts';

/** A run of the exam window, with the product's own journal, outbox, connection, clock and hand-in inside. */
export interface ExamWindow {
  readonly log: AnswerLog | null;
  readonly fenced: boolean;
  readonly receipt: Receipt | null;
  /** Whether the candidate can write now; each look also locks the paper when its time is over (TIME-2). */
  mayAnswer(): boolean;
  /** Whether it takes part at all: signed in and not fenced. */
  readonly signedIn: boolean;
  /** Neither the computer sleeps nor has it just woken. */
  readonly awake: boolean;
  write(body: EntryBody): void;
  handIn(): void;
  /** kill -9. */
  crash(): void;
}

/** Faulty parts in the window's place, to see whether the suite finds them. */
export interface WindowFaults {
  store(store: JournalStore): JournalStore;
  send(send: AnswerLogOptions['send']): AnswerLogOptions['send'];
  server(server: AnswerLogOptions['server']): AnswerLogOptions['server'];
  now(now: () => number, computer: Computer): () => number;
}

interface Parts {
  computer: Computer;
  random(): number;
  trueTime(): number;
  ledger: Ledger;
  faulty: WindowFaults;
  /** Whether the exam centre has committed the epoch's entries up to this seq. */
  centreHolds(epoch: number, upTo: number): boolean;
  /** A proctor looks at the candidate's face. */
  confirmIdentity(): void;
}

/** A candidate who is told that it did not work tries again after this. */
const AGAIN_MS = 2_000;
const LIT_MS = 50;

export function openExamWindow(parts: Parts): ExamWindow {
  const { computer, random, ledger, faulty } = parts;
  const streams = new Set<Stream>();
  let alive = true;
  let fenced = false;
  let signedIn = false;
  let paperOpen = false;
  let handingIn = false;
  let receipt: Receipt | null = null;
  let room: ReturnType<typeof openRoom> | null = null;
  /** When it was made in truth, and how wrong the window then thought it might be: an entry may have to wait for the log. */
  const made = new Map<EntryBody, { trueAt: number; uncertainty: number }>();
  const madeNow = () => ({ trueAt: parts.trueTime(), uncertainty: clock.uncertainty ?? 0 });

  const schedule = (task: () => void, ms: number) => computer.after(ms, () => alive && task());
  const wait = (ms: number) => new Promise<void>((resolve) => schedule(resolve, ms));
  const line = {
    ...computer.line,
    dial(listener: Parameters<Computer['line']['dial']>[0]): Stream {
      const stream = computer.line.dial({
        message: (text) => alive && listener.message(text),
        closed() {
          streams.delete(stream);
          if (alive) listener.closed();
        },
      });
      streams.add(stream);
      return stream;
    },
  };
  let onSlept = () => {};
  const watch = watchSleep({
    page: { elapsed: computer.elapsed },
    sinceBoot: async () => ({ ms: computer.sinceBoot(), precisionMs: 0 }),
    onSlept(sleep) {
      clock.slept(sleep);
      onSlept();
    },
  });
  const clock = createServerClock(watch);
  /** Nobody types before the screen is lit again; the shell says meanwhile that it woke. */
  let waking = false;
  computer.onWake(() => {
    waking = true;
    schedule(() => {
      void watch.look().then(() => {
        waking = false;
      });
    }, LIT_MS);
  });
  const now = faulty.now(clock.now, computer);
  const send = simulatedFetch(line);
  const clientOf = (token: string | null) => createHttpClient({ origin: '', token: () => token, fetch: send });

  /** Asks until there is an answer that is not about the network; null when it is a refusal. */
  async function ask<Value>(work: () => Promise<Value>): Promise<Value | Fault> {
    for (;;) {
      try {
        return await work();
      } catch (cause) {
        const fault = cause instanceof Fault ? cause : new Fault('server_error');
        if (fault.reason !== 'unreachable' && fault.reason !== 'server_error') return fault;
        await wait(AGAIN_MS);
      }
    }
  }

  async function signIn() {
    const http = clientOf(null);
    let takeOver = false;
    for (;;) {
      const reply = await ask(() =>
        clock.timed(() =>
          http('candidateSignIn', {
            ...{ protocol: PROTOCOL_VERSION, ...CANDIDATE, takeOver },
            ...{ computerId: computer.id, platform: 'simulated' },
          }),
        ),
      );
      if (!(reply instanceof Fault)) return reply;
      if (reply.reason !== 'already_signed_in') throw reply;
      takeOver = true;
    }
  }

  /** What renderer/exam/session/open-room.ts joins for answers. */
  function openRoom({ token, attemptKey, attempt }: Awaited<ReturnType<typeof signIn>>, http: HttpClient) {
    const { id: attemptId, epoch } = attempt;
    const socket = createHomeSocket({
      ...{ line, random, namespace: candidateSocket.namespace, auth: { token, protocol: PROTOCOL_VERSION } },
      after: (ms, task) => schedule(task, ms),
    });
    const connection = openConnection({
      socket: socket as unknown as Parameters<typeof openConnection>[0]['socket'],
      network: new EventTarget(),
      log: () => {},
      ...{ now, schedule },
    });
    const onFenced = () => {
      fenced = true;
      room?.answers.state?.kick();
    };

    const record = (log: AnswerLog): AnswerLog => {
      ledger.merged(log.merged);
      ledger.named(computer.id, log.damages);
      if (log.damages.some(({ lost }) => lost > 0) && computer.disk.destroyed.size === 0) {
        ledger.breach('a journal that nothing has damaged was called damaged');
      }
      log.subscribe(() => {
        const { durable, cursor } = log.status;
        ledger.shown(epoch, log.status);
        for (let seq = 1; seq <= durable; seq += 1) {
          const there = computer.disk.holds(epoch, seq) || computer.disk.destroyed.has(`${epoch}/${seq}`);
          if (!there) ledger.breach(`${epoch}/${seq} was shown as saved on ${computer.id} and was not on its disk`);
        }
        if (!parts.centreHolds(epoch, cursor)) {
          ledger.breach(`${epoch}/${cursor} was shown as received and the exam centre did not hold it`);
        }
      });
      return Object.create(log, {
        write: {
          value(body: EntryBody, at = now()) {
            const written = log.write(body, at);
            const { trueAt, uncertainty } = made.get(body) ?? madeNow();
            const error = Math.abs(at - trueAt);
            if (error > uncertainty + 1) {
              ledger.breach(`the window was ${Math.round(error)} ms wrong about the time and thought ${uncertainty}`);
            }
            ledger.add({
              ...{ epoch, seq: log.status.lastSeq, computer: computer.id, body },
              ...{ madeAt: trueAt, uncertainty },
            });
            return written;
          },
        },
      }) as AnswerLog;
    };
    const answers = openLogWhenReachable({
      ...{ http, attemptId, epoch, attemptKey, now, random, schedule, onFenced },
      reachFile: computer.disk.reachFile,
      openStore: async () => faulty.store(await computer.disk.open((ms, task) => schedule(task, ms))),
      openLog: async (options) => record(await openAnswerLog({ ...options, server: faulty.server(options.server) })),
      send: faulty.send((batch: EntryBatch) => connection.request('entries.append', batch)),
      log: () => {},
    });
    const handIn = createHandIn({
      ...{ http, epoch, schedule, random },
      log: () => answers.state,
      onReceipt(given) {
        receipt = given;
      },
      note: () => {},
    });
    const clockReport = createClockReport({
      clock,
      wall: () => ({ now: computer.wall(), zoneOffsetMinutes: 480 }),
      sendDrift: (drift) => connection.request('clock.drift', drift),
      sendSleep: (sleep) => connection.request('computer.slept', sleep),
      log: () => {},
    });
    const clockKeeper = keepClock({
      ...{ clock, schedule },
      ping: () => connection.request('clock.ping', {}, 4_000),
      onMeasured: clockReport.tell,
    });
    onSlept = () => {
      connection.doubt();
      clockKeeper.measure();
    };
    connection.subscribe(() => {
      if (!connection.state.online) return;
      clockKeeper.measure();
      answers.state?.kick();
    });
    connection.on('attempt.changed', (changed) => {
      receipt = changed.receipts.find(({ sessionId }) => sessionId === SESSION) ?? receipt;
    });
    connection.on('fenced', onFenced);
    return { answers, handIn };
  }

  async function enter(): Promise<void> {
    const given = await signIn();
    parts.confirmIdentity();
    const http = clientOf(given.token);
    receipt = given.attempt.receipts[0] ?? null;
    room = openRoom(given, http);
    signedIn = true;
    await ask(() => http('consent', {}));
    const key = await ask(() => http('paperKey', {}, { sessionId: SESSION }));
    paperOpen = !(key instanceof Fault);
  }
  void enter();

  const begin = (stillOpen: boolean) => {
    handingIn = true;
    room?.handIn.begin({ sessionId: SESSION, itemIds: ITEM_IDS, stillOpen });
  };
  const mayAnswer = (): boolean => {
    if (!alive || computer.asleep || waking || !room?.answers.state || fenced || !paperOpen || handingIn || receipt)
      return false;
    if (now() < ENDS_AT) return now() >= STARTS_AT;
    begin(false);
    return false;
  };
  return {
    get log() {
      return room?.answers.state ?? null;
    },
    get fenced() {
      return fenced;
    },
    get receipt() {
      return receipt;
    },
    get signedIn() {
      return signedIn && !fenced;
    },
    get awake() {
      return !computer.asleep && !waking;
    },
    mayAnswer,
    write(body) {
      made.set(body, madeNow());
      room?.answers.write(body);
    },
    handIn() {
      if (mayAnswer()) begin(true);
    },
    crash() {
      alive = false;
      computer.disk.crash();
      for (const stream of streams) stream.close('home');
    },
  };
}
