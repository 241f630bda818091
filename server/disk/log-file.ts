import { closeSync, openSync, writeSync } from 'node:fs';

export interface LogFile {
  /** Takes one line. Never throws: a server that cannot write its log goes on, and says so on the terminal once. */
  write(line: string): void;
  close(): void;
}

/** Appends to a file that only the server's own account can read. */
export function openLogFile(path: string): LogFile {
  const file = openSync(path, 'a', 0o600);
  let failing = false;
  return {
    write(line) {
      try {
        writeSync(file, line);
        failing = false;
      } catch (cause) {
        if (!failing) console.error(`The log ${path} cannot be written: ${(cause as Error).message}`);
        failing = true;
      }
    },
    close: () => closeSync(file),
  };
}
