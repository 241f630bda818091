/** The product's journal, outbox and connection in a bare page, wired as in the exam window, for what kills browsers. */
import { io } from 'socket.io-client';
import { type AnswerLog, type AnswerLogStatus, openAnswerLog } from '../../../renderer/exam/journal/answer-log.ts';
import { openJournalStore } from '../../../renderer/exam/journal/journal-store.ts';
import { openConnection } from '../../../renderer/exam/session/connection.ts';
import type { RouteReply } from '../../../shared/contract/http.ts';
import { candidateSocket } from '../../../shared/contract/socket.ts';
import { PROTOCOL_VERSION } from '../../../shared/contract/version.ts';
import type { ItemRef } from './written-texts.ts';

/** What a sign-in gave, and what the exam centre holds. */
interface Place {
  token: string;
  attemptId: string;
  attemptKey: string;
  epoch: number;
  server: RouteReply<'answers'>;
  /** Begins every text written here; a number follows. */
  name: string;
  items: readonly ItemRef[];
}

export interface SatDown {
  /** Texts of this computer that a later answer at the exam centre had overtaken. */
  older: string[];
  carried: number;
  /** Entries of this computer that are readable nowhere any more. */
  lost: number;
}

declare global {
  interface Window {
    /** The test's side, where no kill of the browser reaches. */
    writing(texts: string[], itemId: string): Promise<void>;
    /** These are durable on this computer: its status said so. */
    shownAsSaved(texts: string[]): Promise<void>;
    sitDown(place: Place): Promise<SatDown>;
    /** Answers so many times, so many at once; the last of them are shown as saved, or not, when it resolves. */
    answer(times: number, atOnce: number): Promise<void>;
    /** Answers until the page dies, or another computer takes over. */
    answerOn(everyMs: number): void;
    answered(): AnswerLogStatus;
    /** Until the exam centre has everything. */
    allReceived(): Promise<void>;
  }
}

let log: AnswerLog | null = null;
let place: Place | null = null;
let written = 0;
let fenced = false;
let answering = Promise.resolve();
let leave = (): void => undefined;

const seated = (): { log: AnswerLog; place: Place } => {
  if (!log || !place) throw new Error('nobody has signed in on this page');
  return { log, place };
};
function schedule(task: () => void, ms: number): () => void {
  const timer = setTimeout(task, ms);
  return () => clearTimeout(timer);
}

window.sitDown = async (given) => {
  log = null;
  await answering;
  leave();
  fenced = false;
  const socket = io(location.origin + candidateSocket.namespace, {
    ...{ autoConnect: false, transports: ['websocket'], reconnectionDelay: 500, reconnectionDelayMax: 5_000 },
    auth: { token: given.token, protocol: PROTOCOL_VERSION },
    forceNew: true,
  });
  const connection = openConnection({ socket, now: Date.now, schedule, network: window, log: () => undefined });
  const opened = await openAnswerLog({
    ...given,
    store: await openJournalStore(),
    reachFile: { read: async () => null, keep: async () => undefined },
    now: Date.now,
    send: (batch) => connection.request('entries.append', batch),
    random: Math.random,
    schedule,
    onFenced: () => {
      fenced = true;
    },
    log: (level, text) => level !== 'info' && console.warn(text),
  });
  connection.on('fenced', () => {
    fenced = true;
  });
  connection.subscribe(() => {
    if (connection.state.online) opened.kick();
    if (connection.state.refusal?.reason === 'signed_in_elsewhere') fenced = true;
  });
  leave = () => {
    opened.close();
    connection.close();
  };
  log = opened;
  place = given;
  const older = opened.merged.flatMap(({ outcome, entry: { body } }) =>
    outcome === 'older' && body.type === 'response' && body.value?.kind === 'text' ? [body.value.text] : [],
  );
  return {
    older,
    carried: opened.merged.filter(({ outcome }) => outcome === 'carried').length,
    lost: opened.damages.reduce((sum, damage) => sum + damage.lost, 0),
  };
};

window.answer = async (times, atOnce) => {
  const { log: answers, place: at } = seated();
  for (let done = 0; done < times; done += atOnce) {
    const item = at.items[written % at.items.length] as ItemRef;
    const texts = Array.from({ length: Math.min(atOnce, times - done) }, () => {
      written += 1;
      return `${at.name} ${at.epoch} ${written}`;
    });
    await window.writing(texts, item.itemId);
    const entries = texts.map((text) => answers.write({ type: 'response', ...item, value: { kind: 'text', text } }));
    const { lastSeq } = answers.status;
    await Promise.all(entries);
    if (answers.status.durable >= lastSeq) await window.shownAsSaved(texts);
  }
};

window.answerOn = (everyMs) => {
  const { log: answers } = seated();
  const go = async (): Promise<void> => {
    while (!fenced && log === answers) {
      await window.answer(1, 1);
      await new Promise((resolve) => setTimeout(resolve, everyMs));
    }
  };
  // Its page or its browser dies under it.
  answering = go().catch(() => undefined);
};

window.answered = () => seated().log.status;
window.allReceived = () => seated().log.flush();
