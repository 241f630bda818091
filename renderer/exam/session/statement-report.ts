import type { SealedStatement } from '../../../shared/contract/shell-statement.ts';
import { backoffPause } from '../../../shared/support/backoff.ts';
import { Fault } from '../../../shared/support/fault.ts';

interface Parts {
  /** What the shell says about itself, sealed for this sign-in. */
  state(): Promise<SealedStatement>;
  /** Resolves when the exam centre has it, which takes the same statement twice for one. */
  send(sealed: SealedStatement): Promise<unknown>;
  schedule(task: () => void, ms: number): () => void;
  random(): number;
  log(level: 'info' | 'warn' | 'error', text: string): void;
}

/** Tells the exam centre which program this is (SEC-3), for as long as it takes; after a take-over it would be of nobody. */
export async function reportStatement({ state, send, schedule, random, log }: Parts): Promise<void> {
  const sealed = await state().catch((cause: unknown) => {
    log('error', `no statement of the program: ${String(cause)}`);
    return null;
  });
  if (!sealed) return;
  for (let attempt = 0; ; attempt += 1) {
    try {
      await send(sealed);
      return;
    } catch (cause) {
      log('warn', `statement of the program not told: ${String(cause)}`);
      if (cause instanceof Fault && cause.reason === 'signed_in_elsewhere') return;
      await backoffPause(attempt, { schedule, random });
    }
  }
}
