import type { CandidateSocket, RequestBody } from '../../../shared/contract/socket.ts';

export type Gap = RequestBody<CandidateSocket, 'gap.report'>;

export interface GapLedger {
  /** Keeps the gap until the exam centre has it. */
  report(gap: Gap): void;
  /** The network is back: send what waits. */
  kick(): void;
}

/** Holes in the recording on their way to the exam centre, in order; an outage delays them and loses none (CAM-1). */
export function createGapLedger(send: (gap: Gap) => Promise<unknown>): GapLedger {
  const waiting: Gap[] = [];
  let sending = false;
  async function pump(): Promise<void> {
    if (sending) return;
    sending = true;
    try {
      while (waiting[0]) {
        await send(waiting[0]);
        waiting.shift();
      }
    } catch {
      // Offline or refused: the next gap or the next reconnection tries again.
    } finally {
      sending = false;
    }
  }
  return {
    report(gap) {
      waiting.push(gap);
      void pump();
    },
    kick: () => void pump(),
  };
}
