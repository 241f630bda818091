import { type Item, isBlank, itemsOf, type Paper, type ResponseValue } from '../../../shared/domain/paper.ts';
import { backoffPause } from '../../../shared/support/backoff.ts';
import { canonicalJson } from '../../../shared/support/canonical-json.ts';
import { Fault } from '../../../shared/support/fault.ts';
import type { AnswerLog } from '../journal/answer-log.ts';
import { createObservable, type Observable, until } from '../observable.ts';
import type { PaperPackages } from '../papers/paper-packages.ts';
import type { WhenIdle } from '../window/when-idle.ts';
import { createTextCommit } from './text-commit.ts';

export interface DeskState {
  paper: Paper | null;
  /** Why the paper is not here yet; it is asked for again by itself. */
  fault: Fault | null;
  itemId: string;
  /** False from hand-in or the deadline on: nothing more is written. */
  open: boolean;
}

export interface PaperDesk extends Observable<DeskState> {
  /** Fetches the session's paper, until it is there. */
  lay(sessionId: string): Promise<void>;
  go(itemId: string): void;
  /** Item that many places away, or null past either end. */
  neighbour(step: 1 | -1): Item | null;
  answer(itemId: string, value: ResponseValue): void;
  type(itemId: string, value: ResponseValue, composing: boolean): void;
  /** Writes typing that waits for its turn. */
  commitTyping(): void;
  flag(itemId: string, flagged: boolean): void;
  /** Last typing in, then the paper takes nothing more (TIME-2). */
  close(): void;
  itemIds(): string[];
}

interface Parts {
  papers: Pick<PaperPackages, 'open'>;
  log: Observable<AnswerLog | null>;
  schedule(task: () => void, ms: number): () => void;
  whenIdle: WhenIdle;
  random(): number;
  onOpened(sessionId: string): void;
}

/** The candidate's desk: the paper that lies on it, the item before them, and the pen. */
export function createPaperDesk({ papers, log, schedule, whenIdle, random, onOpened }: Parts): PaperDesk {
  const state = createObservable<DeskState>({ paper: null, fault: null, itemId: '', open: false });
  let wanted = '';

  function write(itemId: string, value: ResponseValue): void {
    const { paper, open } = state.state;
    const answers = log.state;
    if (!paper || !open || !answers) return;
    const next = isBlank(value) ? null : value;
    if (canonicalJson(answers.state.responses[itemId] ?? null) === canonicalJson(next)) return;
    void answers.write({ type: 'response', sessionId: paper.sessionId, itemId, value: next });
  }
  const typing = createTextCommit({ write, schedule, whenIdle });

  async function fetchPaper(sessionId: string): Promise<Paper | null> {
    for (let attempt = 0; wanted === sessionId; attempt += 1) {
      try {
        return await papers.open(sessionId);
      } catch (cause) {
        state.patch({ fault: cause instanceof Fault ? cause : new Fault('server_error') });
        await backoffPause(attempt, { schedule, random });
      }
    }
    return null;
  }

  return {
    get state() {
      return state.state;
    },
    subscribe: state.subscribe,
    async lay(sessionId) {
      if (wanted === sessionId) return;
      wanted = sessionId;
      state.set({ paper: null, fault: null, itemId: '', open: false });
      const [paper, answers] = await Promise.all([fetchPaper(sessionId), until(log, (opened) => opened !== null)]);
      if (!paper || wanted !== sessionId) return;
      const items = itemsOf(paper);
      const last = items.find(({ id }) => id === answers?.state.lastItemId);
      state.set({ paper, fault: null, itemId: (last ?? items[0])?.id ?? '', open: true });
      onOpened(sessionId);
    },
    go(itemId) {
      typing.flush();
      state.patch({ itemId });
    },
    neighbour(step) {
      const items = state.state.paper ? itemsOf(state.state.paper) : [];
      return items[items.findIndex(({ id }) => id === state.state.itemId) + step] ?? null;
    },
    answer: write,
    type: typing.typed,
    commitTyping: typing.flush,
    flag(itemId, flagged) {
      const { paper, open } = state.state;
      if (paper && open) void log.state?.write({ type: 'flag', sessionId: paper.sessionId, itemId, flagged });
    },
    close() {
      typing.flush();
      wanted = '';
      state.patch({ open: false });
    },
    itemIds: () => (state.state.paper ? itemsOf(state.state.paper).map(({ id }) => id) : []),
  };
}
