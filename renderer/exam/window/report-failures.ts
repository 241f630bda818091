import type { ShellBridge } from '../../../shared/contract/shell.ts';

type Log = (level: 'info' | 'warn' | 'error', text: string) => void;

/** As much as the shell takes in one line. */
const LONGEST = 4_000;

/** Sends whatever goes wrong in this window to the shell's log; returns the log for everyone else. */
export function reportFailures(target: Window, shell: Pick<ShellBridge, 'log'>): Log {
  const log: Log = (level, text) => {
    // Nothing is left to tell when the log itself is gone; the console is all there is.
    shell.log({ level, text: text.slice(0, LONGEST) }).catch((cause: unknown) => console.error(text, cause));
  };
  const words = (cause: unknown): string => (cause instanceof Error ? (cause.stack ?? cause.message) : String(cause));
  target.addEventListener('error', (event) => log('error', `window error: ${words(event.error ?? event.message)}`));
  target.addEventListener('unhandledrejection', (event) => log('error', `unhandled rejection: ${words(event.reason)}`));
  return log;
}
