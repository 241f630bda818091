import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Clock } from '../../shared/support/clock.ts';

export type LogLevel = 'info' | 'warn' | 'error';

export interface LogFile {
  write(level: LogLevel, text: string): void;
}

const KEPT = 3;

/** Identity numbers, tokens and keys do not belong in a log, whoever lets them slip in. */
const withoutPersonalData = (text: string): string =>
  text
    .replace(/(?<![0-9A-Za-z])\d{17}[\dXx](?![0-9A-Za-z])/g, '[identity number]')
    .replace(/Bearer\s+\S+/gi, 'Bearer [token]');

/**
 * A log in a file of at most `maxBytes`; older ones are kept as `.1` to `.3`. A log that cannot be written (disk
 * full) must not stop the exam: the line goes to stderr instead.
 */
export function openLogFile(path: string, clock: Clock, maxBytes = 1_000_000): LogFile {
  mkdirSync(dirname(path), { recursive: true });
  let size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;

  function rotate(): void {
    for (let number = KEPT; number >= 1; number -= 1) {
      const older = number === 1 ? path : `${path}.${number - 1}`;
      if (statSync(older, { throwIfNoEntry: false })) renameSync(older, `${path}.${number}`);
    }
    size = 0;
  }

  return {
    write(level, text) {
      const oneLine = withoutPersonalData(text).replace(/\r?\n/g, '\n    ');
      const line = `${new Date(clock.now()).toISOString()} ${level} ${oneLine}\n`;
      try {
        if (size > 0 && size + Buffer.byteLength(line) > maxBytes) rotate();
        appendFileSync(path, line, { mode: 0o600 });
        size += Buffer.byteLength(line);
      } catch (cause) {
        process.stderr.write(`${line}log: ${String(cause)}\n`);
      }
    },
  };
}
