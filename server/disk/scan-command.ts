import { spawn } from 'node:child_process';
import type { Log, VirusScanner } from '../services/ports.ts';

/** Where the path of the file goes in a scan command. */
export const FILE_PLACE = '{file}';
/** A scanner that takes longer has failed; it is asked again. */
const SCAN_LIMIT_MS = 60_000;

/**
 * A scanner that is a program: 0 means clean, 1 infected, as clamscan and clamdscan have it. Started without a shell, so
 * that no file name can say anything to one.
 */
export function createScanCommand(command: readonly string[], log: Log, limitMs = SCAN_LIMIT_MS): VirusScanner {
  return {
    scan: (path) =>
      new Promise((resolve) => {
        const [program = '', ...args] = command.map((word) => word.replaceAll(FILE_PLACE, path));
        const failed = (detail: object) => {
          log.warn({ program, ...detail }, 'the virus scanner could not look at a file; it is asked again');
          resolve('failed');
        };
        const child = spawn(program, args, { stdio: 'ignore', timeout: limitMs, killSignal: 'SIGKILL' });
        child.on('error', (err) => failed({ err }));
        child.on('exit', (code, signal) => {
          if (code === 0) resolve('clean');
          else if (code === 1) resolve('infected');
          else failed({ code, signal });
        });
      }),
  };
}
