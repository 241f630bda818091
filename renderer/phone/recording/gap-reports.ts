import type { Gap } from '../connection/phone-connection.ts';

/** What this phone gave up, by its own clock (`performance.now()`). */
interface LostStretch {
  startedAt: number;
  durationMs: number;
  cause: string;
}

export interface GapReports {
  /** Keeps it until the exam centre has it. */
  report(lost: LostStretch): void;
  /** The line is back, or the centre's time is known: send what waits. */
  kick(): void;
}

interface Parts {
  /** Server time of a `performance.now()`, null while unknown. */
  serverTimeAt(elapsed: number): number | null;
  send(gap: Gap): Promise<void>;
}

/** What could not be kept on its way to the ledger of this camera, in order; an outage delays it and loses none (CAM-1). */
export function createGapReports({ serverTimeAt, send }: Parts): GapReports {
  const waiting: LostStretch[] = [];
  let sending = false;
  const pump = async (): Promise<void> => {
    if (sending) return;
    sending = true;
    try {
      for (let lost = waiting[0]; lost; lost = waiting[0]) {
        const from = serverTimeAt(lost.startedAt);
        if (from === null) return;
        await send({ from, durationMs: lost.durationMs, cause: lost.cause });
        waiting.shift();
      }
    } catch {
      // Offline: the next one, or the return of the line, tries again.
    } finally {
      sending = false;
    }
  };
  return {
    report(lost) {
      waiting.push(lost);
      void pump();
    },
    kick: () => void pump(),
  };
}
