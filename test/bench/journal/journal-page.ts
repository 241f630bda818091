/** The product's answer log in the real shell's window, and what it is held against; runs in the page. */
import { type AnswerLog, openAnswerLog } from '../../../renderer/exam/journal/answer-log.ts';
import { createEntryCipher } from '../../../renderer/exam/journal/entry-cipher.ts';
import { openJournalStore } from '../../../renderer/exam/journal/journal-store.ts';
import { createTextCommit } from '../../../renderer/exam/paper/text-commit.ts';
import { whenIdle } from '../../../renderer/exam/window/when-idle.ts';
import type { ShellBridge } from '../../../shared/contract/shell.ts';
import { chainEntry, type EntryBody, GENESIS } from '../../../shared/domain/entry.ts';
import { EMPTY_ANSWERS } from '../../../shared/domain/fold.ts';
import { timeKeys } from '../paper/paint-clock.ts';

declare global {
  interface Window {
    shell: ShellBridge;
    /** Milliseconds from each change of an answer until the log says that it is durable. */
    writeAnswers(count: number): Promise<number[]>;
    /** Milliseconds of each bare strict put of the same bytes. */
    putBare(count: number): Promise<number[]>;
    /** A field whose text is saved as the paper saves it while it is typed, or not at all. */
    openField(saving: boolean): void;
    /** Milliseconds from each key press to its frame since the last call. */
    takeKeyTimes(): number[];
    /** The longest time for which one save held the page's thread before it went on by itself, in milliseconds. */
    longestHeld(): number;
    /** How many characters of the field opened last the journal holds durably. */
    charactersSaved(): Promise<number>;
  }
}

const PAUSE_MS = 15;
const attemptId = crypto.randomUUID();
const attemptKey = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))));
const answer = (count: number): EntryBody => ({
  type: 'response',
  sessionId: 'theory',
  itemId: `item-${count % 100}`,
  value: { kind: 'text', text: `${count}：用人单位应当依法支付加班工资。`.repeat(4) },
});

const schedule = (task: () => void, ms: number): (() => void) => {
  const timer = setTimeout(task, ms);
  return () => clearTimeout(timer);
};

const opened = openJournalStore().then((store) =>
  openAnswerLog({
    ...{ attemptId, epoch: 1, attemptKey, store },
    reachFile: {
      read: async () => (await window.shell.journalReach({ attemptId })).reach,
      keep: (reach) => window.shell.keepJournalReach({ attemptId, reach }),
    },
    server: { state: EMPTY_ANSWERS, touchedAt: { response: {}, flag: {} }, cursors: [], carried: [] },
    now: () => Date.now(),
    send: async ({ epoch, entries }) => ({ epoch, cursor: entries.at(-1)?.seq ?? 0 }),
    random: Math.random,
    schedule,
    onFenced: () => undefined,
    log: (level, text) => console.log(`${level}: ${text}`),
  }),
);

const bare = new Promise<IDBDatabase>((resolve, reject) => {
  const request = indexedDB.open('bare', 1);
  request.onupgradeneeded = () =>
    request.result.createObjectStore('entries', { keyPath: ['attemptId', 'epoch', 'seq'] });
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});
let bareSeq = 0;

function put(database: IDBDatabase, record: unknown): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction('entries', 'readwrite', { durability: 'strict' });
    transaction.objectStore('entries').put(record);
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
}

async function timed(count: number, once: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let done = 0; done < count; done += 1) {
    const begun = performance.now();
    await once();
    times.push(performance.now() - begun);
    // Changes come one at a time from a person. Back to back, all threads of the bare store stay awake for the next.
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  return times;
}

window.writeAnswers = async (count) => {
  const log = await opened;
  return timed(count, () => log.write(answer(log.status.lastSeq)));
};

window.putBare = async (count) => {
  const database = await bare;
  const cipher = await createEntryCipher(attemptKey);
  const place = { attemptId, epoch: 1, seq: 1 };
  const { iv, sealed } = await cipher.seal(await chainEntry({ ...place, at: Date.now(), body: answer(100) }, GENESIS));
  return timed(count, () => {
    bareSeq += 1;
    return put(database, { ...place, seq: bareSeq, iv, sealed });
  });
};

let log: AnswerLog | null = null;
let held = 0;
void opened.then((ready) => {
  log = ready;
});

const write: Parameters<typeof createTextCommit>[0]['write'] = (itemId, value) => {
  const begun = performance.now();
  void log?.write({ type: 'response', sessionId: 'theory', itemId, value });
  held = Math.max(held, performance.now() - begun);
};
const commit = createTextCommit({ write, schedule, whenIdle });

window.openField = (saving) => {
  commit.flush();
  const field = document.createElement('textarea');
  const typed = () => commit.typed('typed', { kind: 'text', text: field.value }, false);
  if (saving) field.addEventListener('input', typed);
  document.body.replaceChildren(field);
  field.focus();
};

const keyTimes = timeKeys(document);
window.takeKeyTimes = () => keyTimes.splice(0);

window.longestHeld = () => held;

window.charactersSaved = async () => {
  commit.flush();
  await log?.flush();
  const saved = log?.state.responses.typed;
  return log && log.status.durable === log.status.lastSeq && saved?.kind === 'text' ? saved.text.length : 0;
};
