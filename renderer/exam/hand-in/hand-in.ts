import type { RouteReply } from '../../../shared/contract/http.ts';
import type { HttpClient } from '../../../shared/contract/http-client.ts';
import type { Receipt } from '../../../shared/contract/views.ts';
import { hashResponses } from '../../../shared/domain/fold.ts';
import { backoffPause } from '../../../shared/support/backoff.ts';
import { canonicalJson } from '../../../shared/support/canonical-json.ts';
import { Fault } from '../../../shared/support/fault.ts';
import type { AnswerLog } from '../journal/answer-log.ts';
import { createObservable, type Observable } from '../observable.ts';

export interface HandInState {
  step: 'idle' | 'sending_answers' | 'asking_receipt' | 'waiting';
  /** Why the last try failed; it goes on trying. */
  fault: Fault | null;
}

export interface HandIn extends Observable<HandInState> {
  /**
   * Sends what is unsent, compares, and asks for the receipt, for as long as it takes. One at a time. A receipt for other
   * answers stands, and is repaired behind it.
   */
  begin(session: Session): void;
}

interface Session {
  sessionId: string;
  itemIds: readonly string[];
  /** Whether the candidate hands in, rather than the deadline: what is written now still counts. */
  stillOpen: boolean;
}

interface Parts {
  http: HttpClient;
  epoch: number;
  log(): AnswerLog | null;
  schedule(task: () => void, ms: number): () => void;
  random(): number;
  /** Also of one that was revised. */
  onReceipt(receipt: Receipt): void;
  note(level: 'info' | 'warn' | 'error', text: string): void;
}

export function createHandIn({ http, epoch, log, schedule, random, onReceipt, note }: Parts): HandIn {
  const state = createObservable<HandInState>({ step: 'idle', fault: null });
  const running = new Set<string>();

  /** ANS-3: where the exam centre's answers differ from these, they are written again and sent. */
  async function writeAgain(
    answers: AnswerLog,
    { sessionId, itemIds }: Session,
    { state: held }: RouteReply<'answers'>,
  ): Promise<void> {
    const mine = answers.state.responses;
    const differing = itemIds.filter(
      (id) => canonicalJson(mine[id] ?? null) !== canonicalJson(held.responses[id] ?? null),
    );
    if (differing.length === 0) return;
    note('warn', `answers differ from the exam centre's, written again: ${differing.join(' ')}`);
    for (const itemId of differing) {
      await answers.write({ type: 'response', sessionId, itemId, value: mine[itemId] ?? null });
    }
    await answers.flush();
  }

  const opened = (): AnswerLog => {
    const answers = log();
    if (!answers) throw new Fault('unreachable');
    return answers;
  };

  /** The receipt, and whether it is for what stands here. */
  async function askReceipt({ sessionId, itemIds }: Session): Promise<{ receipt: Receipt; alike: boolean }> {
    const answers = opened();
    const responsesHash = await hashResponses(answers.state.responses, itemIds);
    const receipt = await http('handIn', { sessionId, epoch, lastSeq: answers.status.lastSeq, responsesHash });
    return { receipt, alike: receipt.responsesHash === responsesHash };
  }

  async function handIn(session: Session) {
    const answers = opened();
    state.patch({ step: 'sending_answers' });
    await answers.flush();
    if (session.stillOpen) await writeAgain(answers, session, await http('answers', {}));
    state.patch({ step: 'asking_receipt' });
    return askReceipt(session);
  }

  /**
   * ANS-3, behind a receipt that stands: everything the exam centre lacks is sent from the journal; if it still has other
   * answers, these are written once more. They do not count any more, but whoever looks at the difference sees both.
   */
  async function repair(session: Session): Promise<void> {
    const answers = opened();
    const held = await http('answers', {});
    const cursor = held.cursors.find((each) => each.epoch === epoch)?.cursor ?? 0;
    if (cursor < answers.status.lastSeq) {
      answers.kick();
      throw new Fault('hash_mismatch', { cursor });
    }
    const sent = await askReceipt(session);
    onReceipt(sent.receipt);
    if (sent.alike) return;
    await writeAgain(answers, session, held);
    onReceipt((await askReceipt(session)).receipt);
  }

  /** Until it is done: there is no last try. Null when another computer has taken over. */
  async function persist<Result>(
    what: string,
    once: () => Promise<Result>,
    failed: (fault: Fault) => void,
  ): Promise<{ done: Result } | null> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return { done: await once() };
      } catch (cause) {
        note('warn', `${what}: ${String(cause)}`);
        failed(cause instanceof Fault ? cause : new Fault('server_error'));
        if (cause instanceof Fault && cause.reason === 'signed_in_elsewhere') return null;
        await backoffPause(attempt, { schedule, random });
      }
    }
  }

  async function run(session: Session): Promise<void> {
    const handed = await persist(
      'hand-in',
      () => handIn(session),
      (fault) => state.set({ step: 'waiting', fault }),
    );
    if (!handed) return;
    state.set({ step: 'idle', fault: null });
    running.delete(session.sessionId);
    onReceipt(handed.done.receipt);
    if (handed.done.alike) return;
    note('warn', `the receipt of ${session.sessionId} is for other answers than stand here`);
    await persist(
      'repair',
      () => repair(session),
      () => undefined,
    );
  }

  return {
    get state() {
      return state.state;
    },
    subscribe: state.subscribe,
    begin(session) {
      if (running.has(session.sessionId)) return;
      running.add(session.sessionId);
      void run(session);
    },
  };
}
