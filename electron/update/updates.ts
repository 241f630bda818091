import type { UpdateState } from '../../shared/contract/shell.ts';
import type { LogFile } from '../log/log-file.ts';

/** What finds, fetches and puts in a new version: electron-updater, on its side of this. */
export interface Updater {
  /** The newer version, or null where there is none or this program cannot be replaced. */
  check(): Promise<string | null>;
  /** Resolves once the whole file is here and is what was announced (SHA-512). */
  fetch(tell: (percent: number) => void): Promise<void>;
  cancelFetch(): void;
  /** Starts what replaces this program and opens the new one; ends this one by the way it always ends. */
  replace(): void;
}

export interface Updates {
  /** Finds a newer version and fetches it. Once a run, and not once somebody has signed in. */
  look(): void;
  install(): void;
  /** Somebody has signed in: until this program ends nothing is fetched or replaced any more (UPD-1). */
  forbid(): void;
}

interface Parts {
  /** Null where the package names no address for updates. */
  open: (() => Promise<Updater>) | null;
  tell(state: UpdateState): void;
  log: LogFile;
}

export function createUpdates({ open, tell, log }: Parts): Updates {
  let state: UpdateState = { step: 'none' };
  let updater: Updater | null = null;
  let looked = false;
  let forbidden = false;

  function go(next: UpdateState): void {
    if (forbidden) return;
    state = next;
    tell(state);
  }

  async function lookNow(from: () => Promise<Updater>): Promise<void> {
    updater = await from();
    const version = forbidden ? null : await updater.check();
    if (version === null || forbidden) return;
    log.write('info', `version ${version} is there`);
    go({ step: 'fetching', version, percent: 0 });
    await updater.fetch((percent) => go({ step: 'fetching', version, percent: Math.round(percent) }));
    go({ step: 'ready', version });
    log.write('info', `version ${version} is ready`);
  }

  return {
    look() {
      if (open === null || looked || forbidden) return;
      looked = true;
      lookNow(open).catch((cause: unknown) => {
        // The next start looks again; whoever sits here can do nothing about it and need not know.
        log.write('warn', `no update: ${cause instanceof Error ? cause.message : String(cause)}`);
        go({ step: 'none' });
      });
    },
    install() {
      if (state.step !== 'ready' || forbidden) return;
      log.write('info', `put in ${state.version}`);
      updater?.replace();
    },
    forbid() {
      if (forbidden) return;
      if (state.step !== 'none') go({ step: 'none' });
      forbidden = true;
      updater?.cancelFetch();
    },
  };
}
