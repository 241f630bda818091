import type { AnswerLog } from '../journal/answer-log.ts';
import type { Observable } from '../observable.ts';

/** Answers that have waited for this long want the line for themselves, ms. */
export const WAITED_MS = 3_000;

interface Parts {
  /** Null until the journal is open. */
  answers: Observable<Pick<AnswerLog, 'status' | 'subscribe'> | null>;
  schedule(task: () => void, ms: number): () => void;
  /** True while answers wait that the exam centre does not acknowledge. */
  onWait(wait: boolean): void;
}

/** Tells when answers wait for the line, so that pictures and recordings may give way to them (NET-1). Returns how to stop: nothing waits then. */
export function watchWaitingAnswers({ answers, schedule, onWait }: Parts): () => void {
  let log: Pick<AnswerLog, 'status' | 'subscribe'> | null = null;
  let unfollow = (): void => undefined;
  let cancel: (() => void) | null = null;
  let cursor = -1;
  let waits = false;

  const become = (next: boolean): void => {
    if (next === waits) return;
    waits = next;
    onWait(next);
  };
  const look = (): void => {
    if (!log) return;
    const { unsent, cursor: now } = log.status;
    if (unsent > 0 && now === cursor) return;
    // One more was acknowledged, or the first of a row waits: the time counts from here.
    cancel?.();
    cursor = now;
    cancel = unsent > 0 ? schedule(() => become(true), WAITED_MS) : null;
    if (unsent === 0) {
      cursor = -1;
      become(false);
    }
  };
  const follow = (): void => {
    if (answers.state === log) return;
    unfollow();
    log = answers.state;
    unfollow = log?.subscribe(look) ?? (() => undefined);
    look();
  };
  const stop = answers.subscribe(follow);
  follow();
  return () => {
    stop();
    unfollow();
    cancel?.();
    become(false);
  };
}
