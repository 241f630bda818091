/** The product's journal in a bare page, for the test that kills the browser around it. */
import { openAnswerLog } from '../../renderer/exam/journal/answer-log.ts';
import { openJournalStore } from '../../renderer/exam/journal/journal-store.ts';
import { EMPTY_ANSWERS } from '../../shared/domain/fold.ts';
import type { JournalDamage } from '../../shared/domain/journal-damage.ts';
import { Fault } from '../../shared/support/fault.ts';

declare global {
  interface Window {
    /** Writes without end; calls `saved` (bound by the test) after each entry that is shown as saved. */
    writeForEver(epoch: number): Promise<never>;
    saved(text: string): Promise<void>;
    /** The note of the journal's reach, on the test's side: a disk that is not the browser's. */
    readReach(): Promise<string | null>;
    keepReach(text: string): Promise<void>;
    /** Opens a new epoch on what the disk holds; the server has nothing. */
    recover(epoch: number): Promise<{ answers: Record<string, string>; carried: number; damages: JournalDamage[] }>;
  }
}

const attemptKey = btoa(String.fromCharCode(...new Uint8Array(32).fill(3)));

async function open(epoch: number) {
  return openAnswerLog({
    attemptId: 'attempt',
    epoch,
    attemptKey,
    store: await openJournalStore(),
    server: { state: EMPTY_ANSWERS, touchedAt: { response: {}, flag: {} }, cursors: [], carried: [] },
    reachFile: { read: window.readReach, keep: window.keepReach },
    now: () => Date.now(),
    send: () => Promise.reject(new Fault('unreachable')),
    random: Math.random,
    schedule(task, ms) {
      const timer = setTimeout(task, ms);
      return () => clearTimeout(timer);
    },
    onFenced: () => undefined,
    log: () => undefined,
  });
}

window.writeForEver = async (epoch) => {
  const log = await open(epoch);
  for (let count = 1; ; count += 1) {
    const text = `${epoch}-${count}`;
    await log.write({
      type: 'response',
      sessionId: 's',
      itemId: `e${epoch}-i${count % 50}`,
      value: { kind: 'text', text },
    });
    await window.saved(text);
  }
};

window.recover = async (epoch) => {
  const log = await open(epoch);
  const answers = Object.entries(log.state.responses).map(([id, value]) => [
    id,
    value.kind === 'text' ? value.text : '',
  ]);
  const carried = log.merged.filter(({ outcome }) => outcome === 'carried').length;
  return { answers: Object.fromEntries(answers), carried, damages: [...log.damages] };
};
