/**
 * The product's own paper screen in a bare page, with its real desk and its real answer log on IndexedDB. What is
 * missing is the world around it: the exam centre takes every entry at once, and no camera runs.
 */
import { createRoot, type Root } from 'react-dom/client';
import { openAnswerLog } from '../../../renderer/exam/journal/answer-log.ts';
import { openJournalStore } from '../../../renderer/exam/journal/journal-store.ts';
import { createObservable } from '../../../renderer/exam/observable.ts';
import { PaperScreen } from '../../../renderer/exam/paper/PaperScreen.tsx';
import { createPaperDesk } from '../../../renderer/exam/paper/paper-desk.ts';
import type { AttemptRoom } from '../../../renderer/exam/session/attempt-room.ts';
import type { ExamState } from '../../../renderer/exam/session/exam.ts';
import { NOTHING_KNOWN } from '../../../renderer/exam/session/exam-flow.ts';
import type { WatchHint } from '../../../renderer/exam/watch/watch-hints.ts';
import { type ExamWindow, ExamWindowContext } from '../../../renderer/exam/window/exam-context.ts';
import { keepPaperInside } from '../../../renderer/exam/window/keep-paper-inside.ts';
import { whenIdle } from '../../../renderer/exam/window/when-idle.ts';
import { LanguageProvider } from '../../../renderer/ui/language.tsx';
import '../../../renderer/exam/exam.css';
import '../../../renderer/ui/tokens.css';
import type { Entry, EntryBody } from '../../../shared/domain/entry.ts';
import { EMPTY_ANSWERS } from '../../../shared/domain/fold.ts';
import type { Paper, ResponseValue } from '../../../shared/domain/paper.ts';
import { memoryJournalStore } from '../../fakes/memory-journal-store.ts';
import { painted, timeKeys } from './paint-clock.ts';

export interface PaperPageOptions {
  paper: Paper;
  /** Milliseconds from now. */
  endsIn: number;
  /** Milliseconds from now; negative: handing in is possible. */
  handInIn: number;
}

declare global {
  interface Window {
    /**
     * Lays the paper and shows it, as another attempt each time. Resolves when it is painted, with the milliseconds
     * since it was at hand.
     */
    openPaper(options: PaperPageOptions): Promise<number>;
    /** What the journal was given, in its order, once all of it was sent. */
    written(): Promise<EntryBody[]>;
    answers(): Record<string, ResponseValue>;
    /** What the watch would say to the candidate. */
    sayHint(hint: WatchHint | null): void;
    /** A field with nothing around it, to hold the paper against. */
    openBareField(text: string): void;
    /** Milliseconds from each key press to its frame since the last call. */
    takeKeyTimes(): number[];
  }
}

const FRAME_MS = 1_000 / 60;
const schedule = (task: () => void, ms: number): (() => void) => {
  const timer = setTimeout(task, ms);
  return () => clearTimeout(timer);
};
const attemptKey = btoa(String.fromCharCode(...new Uint8Array(32).fill(3)));
const candidate = { name: '李明', admissionNo: 'LD20260001', hasPhoto: true };

/** Once, as at the start of the window: its first write makes the engine begin a new log. */
const store = openJournalStore();

const watchHint = createObservable<WatchHint | null>(null);

let root: Root | null = null;
let entries: Entry[] = [];
let answerState: () => Record<string, ResponseValue> = () => ({});
let allSent: () => Promise<void> = async () => undefined;
let stopDeadline: () => void = () => undefined;

function clear(): HTMLElement {
  stopDeadline();
  root?.unmount();
  root = null;
  const place = document.getElementById('exam');
  if (!place) throw new Error('the page has no place for the paper');
  place.replaceChildren();
  return place;
}

window.openPaper = async ({ paper, endsIn, handInIn }) => {
  const place = clear();
  // The paper before this one may still be sending: what it sends is its own.
  const sent: Entry[] = [];
  entries = sent;
  const openedAt = Date.now();
  const log = await openAnswerLog({
    attemptId: `attempt-${openedAt}`,
    epoch: 1,
    attemptKey,
    store: await store,
    reachFile: memoryJournalStore().reachFile,
    server: { state: EMPTY_ANSWERS, touchedAt: { response: {}, flag: {} }, cursors: [], carried: [] },
    now: () => Date.now(),
    send: async (batch) => {
      sent.push(...batch.entries);
      return { epoch: batch.epoch, cursor: batch.entries.at(-1)?.seq ?? 0 };
    },
    random: Math.random,
    schedule,
    onFenced: () => undefined,
    log: (level, text) => console.log(`${level}: ${text}`),
  });
  answerState = () => log.state.responses;
  allSent = log.flush;
  const opened = createObservable<typeof log | null>(log);
  const desk = createPaperDesk({
    papers: { open: async () => paper },
    log: opened,
    schedule,
    whenIdle,
    random: Math.random,
    onOpened: () => undefined,
  });
  const room = {
    desk,
    log: opened,
    attempt: createObservable({ phone: 'live' }),
    connection: createObservable({ online: true, offlineSince: null, refusal: null }),
    messages: createObservable([]),
    hand: { ...createObservable({ raisedAt: null, wanted: null, seenAt: null }), toggle: () => undefined },
    watchHint,
    recorder: createObservable({ recording: true, problem: null }),
  } as unknown as AttemptRoom;
  const session = {
    id: paper.sessionId,
    kind: 'skills' as const,
    mode: 'live' as const,
    title: paper.title,
    entryFrom: openedAt - 1,
    entryUntil: openedAt + endsIn,
    startsAt: openedAt,
    handInFrom: openedAt + handInIn,
    endsAt: openedAt + endsIn,
  };
  const exam = createObservable({
    ...NOTHING_KNOWN,
    stage: { name: 'answering', sessionId: paper.sessionId },
    examination: { sessions: [session] },
    candidate,
    room,
  } as unknown as ExamState);
  const parts = { exam, clock: { now: () => Date.now() }, log: () => undefined } as unknown as ExamWindow;

  // As the exam does at the end second: the paper closes, and another screen takes its place (TIME-2).
  stopDeadline = schedule(() => {
    desk.close();
    clear().append(Object.assign(document.createElement('h1'), { textContent: '考试时间到' }));
  }, endsIn);

  root = createRoot(place);
  root.render(<p>等待开考</p>);
  // As in the waiting room, where nothing moves but the clock when the start comes.
  await new Promise((resolve) => requestIdleCallback(resolve));
  // The start second falls anywhere between two frames, as a key press does, and not always just after one.
  await new Promise((resolve) => setTimeout(resolve, Math.random() * FRAME_MS));
  const begun = performance.now();
  await desk.lay(paper.sessionId);
  root.render(
    <LanguageProvider>
      <ExamWindowContext value={parts}>
        <PaperScreen sessionId={paper.sessionId} />
      </ExamWindowContext>
    </LanguageProvider>,
  );
  await painted();
  return performance.now() - begun;
};

window.written = async () => {
  await allSent();
  return entries.map(({ body }) => body);
};
window.answers = () => answerState();
window.sayHint = watchHint.set;
window.openBareField = (text) => {
  const field = document.createElement('textarea');
  field.rows = 10;
  field.style.width = '1000px';
  field.style.fontSize = '20px';
  field.value = text;
  clear().append(field);
  field.focus();
};

const keyTimes = timeKeys(document);
window.takeKeyTimes = () => keyTimes.splice(0);

keepPaperInside(document);
