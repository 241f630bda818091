import type { WatchedKind } from '../../../shared/domain/violations/watched-kinds.ts';
import type { Observable } from '../observable.ts';
import type { WatchState } from './exam-watch.ts';

/** Models start and cameras come back within this: what passes by itself is not told. */
const SETTLED_MS = 10_000;

interface Parts {
  watch: Observable<WatchState>;
  connection: Observable<{ online: boolean }>;
  send(undone: readonly WatchedKind[]): Promise<unknown>;
  schedule(task: () => void, ms: number): () => void;
  log(level: 'warn', text: string): void;
}

/** Tells the exam centre what is not looked for at this computer, and when it is again. */
export function reportWatch({ watch, connection, send, schedule, log }: Parts): void {
  /** Nothing was said yet: that all is looked for. */
  let told = '';
  let cancel = (): void => undefined;
  let waiting: string | null = null;

  function tell(): void {
    const { undone } = watch.state;
    waiting = null;
    if (undone === null || String(undone) === told || !connection.state.online) return;
    const before = told;
    told = String(undone);
    send(undone).catch((cause: unknown) => {
      told = before;
      log('warn', `what is not watched was not told: ${String(cause)}`);
    });
  }
  function follow(): void {
    const now = String(watch.state.undone);
    if (now === waiting) return;
    cancel();
    waiting = now;
    cancel = schedule(tell, SETTLED_MS);
  }
  watch.subscribe(follow);
  connection.subscribe(follow);
}
