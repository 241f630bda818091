import type { DeviceReport, ShellInfo } from '../../shared/contract/shell.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { Lockdown } from '../lockdown/lockdown.ts';
import type { LogFile } from '../log/log-file.ts';
import type { ShellHandlers } from './answer.ts';

export interface HandlerParts {
  info: ShellInfo;
  deviceReport(): Promise<DeviceReport>;
  lockdown: Lockdown;
  evidence: Evidence;
  log: LogFile;
  /** Undoes everything and ends the program. */
  end(): void;
}

/** What the shell does for the exam page, request by request. */
export function createHandlers({ info, deviceReport, lockdown, evidence, log, end }: HandlerParts): ShellHandlers {
  return {
    info: () => info,
    deviceReport,
    lock: () => lockdown.lock(),
    unlock: () => lockdown.unlock(),
    evidenceOpen: (attempt) => evidence.open(attempt).then(() => undefined),
    evidencePut: ({ meta, bytes }) => evidence.put(meta, new Uint8Array(bytes)),
    evidenceStatus: () => evidence.status(),
    log: ({ level, text }) => {
      log.write(level, `page: ${text}`);
      return undefined;
    },
    quit: () => {
      // After the answer has left.
      setImmediate(end);
      return undefined;
    },
  };
}
