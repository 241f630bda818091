import type { HttpClient } from '../../../shared/contract/http-client.ts';
import type { Receipt } from '../../../shared/contract/views.ts';
import { hashResponses } from '../../../shared/domain/fold.ts';
import { backoffDelay } from '../../../shared/support/backoff.ts';
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
  /** Sends what is unsent, compares, and asks for the receipt, for as long as it takes. One at a time. */
  begin(session: { sessionId: string; itemIds: readonly string[]; stillOpen: boolean }): void;
}

interface Parts {
  http: HttpClient;
  epoch: number;
  log(): AnswerLog | null;
  schedule(task: () => void, ms: number): () => void;
  random(): number;
  onReceipt(receipt: Receipt): void;
  note(level: 'info' | 'warn' | 'error', text: string): void;
}

export function createHandIn({ http, epoch, log, schedule, random, onReceipt, note }: Parts): HandIn {
  const state = createObservable<HandInState>({ step: 'idle', fault: null });
  const running = new Set<string>();

  /** ANS-3: where the exam centre's answers differ from these, they are written again and sent. */
  async function reconcile(answers: AnswerLog, sessionId: string, itemIds: readonly string[]): Promise<void> {
    const { state: held } = await http('answers', {});
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

  async function tryOnce({ sessionId, itemIds, stillOpen }: Parameters<HandIn['begin']>[0]): Promise<Receipt> {
    const answers = log();
    if (!answers) throw new Fault('unreachable');
    state.patch({ step: 'sending_answers' });
    await answers.flush();
    if (stillOpen) await reconcile(answers, sessionId, itemIds);
    state.patch({ step: 'asking_receipt' });
    return http('handIn', {
      sessionId,
      epoch,
      lastSeq: answers.status.lastSeq,
      responsesHash: await hashResponses(answers.state.responses, itemIds),
    });
  }

  async function run(session: Parameters<HandIn['begin']>[0]): Promise<void> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        const receipt = await tryOnce(session);
        state.set({ step: 'idle', fault: null });
        running.delete(session.sessionId);
        onReceipt(receipt);
        return;
      } catch (cause) {
        note('warn', `hand-in: ${String(cause)}`);
        state.set({ step: 'waiting', fault: cause instanceof Fault ? cause : new Fault('server_error') });
        if (cause instanceof Fault && cause.reason === 'signed_in_elsewhere') return;
        await new Promise<void>((resolve) => schedule(resolve, backoffDelay(attempt, random)));
      }
    }
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
