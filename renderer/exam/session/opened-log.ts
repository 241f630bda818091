import type { HttpClient } from '../../../shared/contract/http-client.ts';
import type { EntryBody } from '../../../shared/domain/entry.ts';
import { backoffPause } from '../../../shared/support/backoff.ts';
import type { AnswerLog, AnswerLogOptions } from '../journal/answer-log.ts';
import type { JournalStore } from '../journal/journal-store.ts';
import { createObservable, type Observable } from '../observable.ts';

export interface OpenedLog extends Observable<AnswerLog | null> {
  /** Writes an entry, as soon as the log is open: a violation may come before it. */
  write(body: EntryBody): void;
}

type Given = Omit<AnswerLogOptions, 'store' | 'server'>;

interface Parts extends Given {
  http: HttpClient;
  openStore(): Promise<JournalStore>;
  openLog(options: AnswerLogOptions): Promise<AnswerLog>;
}

/** A disk that cannot be opened at all: answers still reach the exam centre, and the log says that nothing is kept here. */
function refusingStore(cause: unknown): JournalStore {
  return { append: () => Promise.reject(cause), read: async () => [], heads: async () => [], close: () => undefined };
}

/** Whose journal was not read cannot be said to miss anything: the note of its reach is left for the next start. */
const unread = (cause: unknown): Pick<AnswerLogOptions, 'store' | 'reachFile'> => ({
  store: refusingStore(cause),
  reachFile: { read: async () => null, keep: async () => undefined },
});

/** Opens the answer log with what the exam centre holds (ANS-4), for as long as that takes to arrive. */
export function openLogWhenReachable({ http, openStore, openLog, ...given }: Parts): OpenedLog {
  const log = createObservable<AnswerLog | null>(null);
  const early: { body: EntryBody; at: number }[] = [];

  async function serverAnswers(): Promise<AnswerLogOptions['server']> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await http('answers', {});
      } catch (cause) {
        given.log('warn', `answers: ${String(cause)}`);
        await backoffPause(attempt, given);
      }
    }
  }

  async function open(): Promise<void> {
    const opening = openStore();
    // Whoever waits for it below hears of its failure; until then nobody does.
    opening.catch(() => undefined);
    const server = await serverAnswers();
    const openHere = (store: JournalStore): Promise<AnswerLog> =>
      openLog({ ...given, store, server }).catch((cause: unknown) => {
        store.close();
        throw cause;
      });
    // An engine removes a store whose reading tells it that it is corrupt: only the next opening finds what is gone.
    const opened = await opening
      .then(openHere)
      .catch((cause: unknown) => {
        given.log('error', `the journal cannot be opened or read: ${String(cause)}`);
        return openStore().then(openHere);
      })
      .catch((cause: unknown) => {
        given.log('error', `the journal is left alone: ${String(cause)}`);
        return openLog({ ...given, ...unread(cause), server });
      });
    for (const { body, at } of early.splice(0)) void opened.write(body, at);
    log.set(opened);
  }

  void open();
  return {
    get state() {
      return log.state;
    },
    subscribe: log.subscribe,
    write(body) {
      if (log.state) void log.state.write(body);
      else early.push({ body, at: given.now() });
    },
  };
}
