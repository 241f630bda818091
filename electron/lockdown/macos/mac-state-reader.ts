import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { MonotonicClock } from '../../../shared/support/clock.ts';
import type { Step } from '../../startup/step.ts';
import { type MacState, MacStateSchema } from './mac-state.ts';
import { DOCUMENTED_ONLY, MAC_STATE_SCRIPT } from './mac-state-script.ts';

/** A first answer takes macOS half a second on an old computer. */
const PATIENCE_MS = 5000;
/** The window watch asks four times a second. */
const RECENT_MS = 8000;

/** How the script is run: `osascript`, by its full name, with what is to be said to the script. */
export type StartScript = (words: readonly string[]) => ChildProcessWithoutNullStreams;

export const startMacScript: StartScript = (words) =>
  spawn('/usr/bin/osascript', ['-l', 'JavaScript', '-e', MAC_STATE_SCRIPT, ...words], { stdio: 'pipe' });

export interface MacStateReader {
  /** Rejects when macOS does not answer. Several that ask at the same time get one answer. */
  look(): Promise<MacState>;
  /** The last answer, for whoever may not wait; null when there was none for a while. */
  recent(): MacState | null;
  /** Holds the process that reads while the exam is locked; looks of others fail without it. */
  readonly measure: Step;
}

/** One line out, one line back. A process that has ended, as it does by itself now and then, is started again. */
export function createMacStateReader(start: StartScript, clock: MonotonicClock): MacStateReader {
  let child: ChildProcessWithoutNullStreams | null = null;
  let wanted = false;
  let documentedOnly = false;
  let asked: Promise<MacState> | null = null;
  let last: { state: MacState; at: number } | null = null;
  let answer: { line(text: string): void; gone(): void } | null = null;

  function begin(): ChildProcessWithoutNullStreams {
    const begun = start(documentedOnly ? [DOCUMENTED_ONLY] : []);
    const gone = () => {
      if (child !== begun) return;
      child = null;
      answer?.gone();
    };
    begun.once('error', gone).once('exit', gone);
    // A line to a process that has just ended; its end is told above.
    begun.stdin.on('error', () => undefined);
    begun.stderr.resume();
    createInterface({ input: begun.stdout }).on('line', (text) => {
      if (child === begun) answer?.line(text);
    });
    return begun;
  }

  function end(): void {
    const ending = child;
    child = null;
    ending?.kill('SIGKILL');
  }

  function ask(): Promise<MacState> {
    return new Promise<MacState>((resolve, reject) => {
      const timer = setTimeout(() => {
        end();
        reject(new Error('macOS does not answer'));
      }, PATIENCE_MS);
      answer = {
        line(text) {
          clearTimeout(timer);
          try {
            const state = MacStateSchema.parse(JSON.parse(text));
            last = { state, at: clock.elapsed() };
            resolve(state);
          } catch (cause) {
            reject(cause);
          }
        },
        gone() {
          clearTimeout(timer);
          // The call that Apple does not document may be what ended it.
          documentedOnly = true;
          reject(new Error('the script of macOS ended without an answer'));
        },
      };
      child ??= begin();
      child.stdin.write('\n');
    }).finally(() => {
      answer = null;
      asked = null;
    });
  }

  const look = (): Promise<MacState> => {
    if (!wanted) return Promise.reject(new Error('nobody looks at macOS'));
    asked ??= ask();
    return asked;
  };
  const recent = () => (last && clock.elapsed() - last.at < RECENT_MS ? last.state : null);
  return {
    look,
    recent,
    measure: {
      name: 'mac_state',
      async perform() {
        wanted = true;
        const unknown = Object.entries(await look().catch(look)).flatMap(([name, value]) =>
          value === null ? [name] : [],
        );
        return unknown.length > 0 ? `not known: ${unknown.join(', ')}` : undefined;
      },
      probe: () => recent() !== null,
      async revert() {
        wanted = false;
        end();
      },
    },
  };
}
