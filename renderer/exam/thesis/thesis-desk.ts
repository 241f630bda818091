import type { RouteReply } from '../../../shared/contract/http.ts';
import type { HttpClient } from '../../../shared/contract/http-client.ts';
import { backoffDelay, backoffPause } from '../../../shared/support/backoff.ts';
import { Fault } from '../../../shared/support/fault.ts';
import { sha256Hex } from '../../../shared/support/sha256.ts';
import { createObservable, type Observable } from '../observable.ts';
import { localFault } from './local-check.ts';
import type { SendingFile, ThesisUpload } from './thesis-upload.ts';

export interface SendingState {
  fileName: string;
  bytes: number;
  sent: number;
  /** `paused`: the line is down, and it goes on by itself. `checking`: all has arrived and is being looked at. */
  phase: 'preparing' | 'sending' | 'paused' | 'checking';
}

export interface ThesisState {
  /** What is asked and what has arrived; null until the exam centre was reached. */
  task: RouteReply<'thesis'> | null;
  /** Why it cannot be shown; it is asked again meanwhile. */
  trouble: unknown;
  sending: SendingState | null;
  /** Why the last file was not taken, and its name. */
  refused: { fault: Fault; fileName: string } | null;
  /** The submission that has just arrived. */
  arrived: string | null;
  /** A file that was begun before and may go on when it is chosen again. */
  unfinished: string | null;
}

export interface ThesisDesk extends Observable<ThesisState> {
  open(sessionId: string): void;
  choose(file: File): void;
  /** Stops sending; what has arrived stays for the next try. */
  cancel(): void;
}

interface Parts {
  http: HttpClient;
  upload: ThesisUpload;
  schedule(task: () => void, ms: number): () => void;
  random(): number;
  onFenced(): void;
  log(level: 'info' | 'warn' | 'error', text: string): void;
}

export function createThesisDesk({ http, upload, schedule, random, onFenced, log }: Parts): ThesisDesk {
  const state = createObservable<ThesisState>({
    task: null,
    trouble: null,
    sending: null,
    refused: null,
    arrived: null,
    unfinished: null,
  });
  let sessionId = '';
  let stop = () => {};

  /** Asks until an answer or a refusal comes; returns null on a refusal, which is shown. */
  async function load(failures = 0): Promise<RouteReply<'thesis'> | null> {
    try {
      const task = await http('thesis', {}, { sessionId });
      state.patch({ task, trouble: null });
      return task;
    } catch (cause) {
      state.patch({ trouble: cause });
      if (!(cause instanceof Fault)) throw cause;
      if (cause.reason === 'signed_in_elsewhere') onFenced();
      if (cause.reason !== 'unreachable' && cause.reason !== 'server_error') return null;
      log('warn', `thesis not read: ${String(cause)}`);
      await backoffPause(failures, { schedule, random });
      return load(failures + 1);
    }
  }

  function refuse(fault: Fault, fileName: string): void {
    if (fault.reason === 'signed_in_elsewhere') onFenced();
    state.patch({ sending: null, refused: { fault, fileName } });
    log('info', `thesis refused: ${fault.reason}`);
  }

  async function arrived(submissionId: string, sending: SendingFile): Promise<void> {
    const task = await load();
    if (task?.submissions.some(({ id }) => id === submissionId)) {
      state.patch({ sending: null, arrived: submissionId });
      return;
    }
    // The answer was lost on the way, and it was a refusal: what was refused is gone, so the reason is asked for again.
    send(sending, 0);
  }

  function send(sending: SendingFile, failures: number): void {
    const { file } = sending;
    let failed = failures;
    const show = (change: Partial<SendingState>) => {
      const { sending: shown } = state.state;
      if (shown) state.patch({ sending: { ...shown, ...change } });
    };
    stop = upload.send(sending, {
      progress(sent) {
        failed = 0;
        show({ sent, phase: sent >= file.size ? 'checking' : 'sending' });
      },
      arrived: (id) => void arrived(id, sending).catch((cause) => log('error', `thesis: ${String(cause)}`)),
      failed(fault) {
        if (fault.reason !== 'unreachable') {
          refuse(fault, file.name);
          return;
        }
        show({ phase: 'paused' });
        log('warn', `thesis upload paused: ${String(fault.cause ?? fault)}`);
        stop = schedule(() => send(sending, failed + 1), backoffDelay(failed, random));
      },
    });
  }

  async function begin(file: File): Promise<void> {
    let live = true;
    stop = () => {
      live = false;
    };
    const { name: fileName, size: bytes } = file;
    state.patch({
      sending: { fileName, bytes, sent: 0, phase: 'preparing' },
      ...{ refused: null, arrived: null, unfinished: null },
    });
    try {
      const sha256 = await sha256Hex(new Uint8Array(await file.arrayBuffer()));
      if (live) send({ file, sha256, sessionId }, 0);
    } catch (cause) {
      // It was moved, renamed or changed since it was chosen, or lies on a stick that is gone.
      log('warn', `thesis file not read: ${String(cause)}`);
      if (live) refuse(new Fault('file_broken', {}, { cause }), fileName);
    }
  }

  return {
    get state() {
      return state.state;
    },
    subscribe: state.subscribe,
    open(id) {
      if (id === sessionId) return;
      sessionId = id;
      void load().catch((cause) => log('error', `thesis: ${String(cause)}`));
      void upload.unfinished(id).then((unfinished) => state.patch({ unfinished }));
    },
    choose(file) {
      const { task, sending } = state.state;
      if (!task || sending) return;
      const fault = localFault(file, task.limits);
      if (fault) refuse(fault, file.name);
      else void begin(file);
    },
    cancel() {
      stop();
      state.patch({ sending: null, unfinished: state.state.sending?.fileName ?? null });
    },
  };
}
