import type { App, BrowserWindow } from 'electron';
import type { LogFile } from './log/log-file.ts';

export interface LifecycleParts {
  app: App;
  window: BrowserWindow;
  /** Undoes every lockdown measure. */
  unlock(): Promise<unknown>;
  /** Undoes the startup steps. */
  shutDown(): Promise<unknown>;
  /** Opens the exam page anew and tells the candidate why. */
  reopen(reason: string): Promise<void>;
  log: LogFile;
}

/**
 * However the program ends, what it did to the computer is undone first (LOCK-1): `end` by the exam page, a quit or
 * a termination by the system, and a crash of the page, after which the exam goes on in a fresh one.
 */
export function manageLifecycle({ app, window, unlock, shutDown, reopen, log }: LifecycleParts): { end(): void } {
  let ending = false;

  async function undoAndExit(): Promise<void> {
    try {
      await unlock();
      await shutDown();
      log.write('info', 'ended');
    } catch (cause) {
      log.write('error', `while ending: ${cause}`);
    } finally {
      app.exit(0);
    }
  }

  function end(): void {
    if (ending) return;
    ending = true;
    void undoAndExit();
  }

  async function afterCrash(reason: string): Promise<void> {
    log.write('error', `the exam page is gone: ${reason}`);
    try {
      await unlock();
      await reopen(reason);
    } catch (cause) {
      log.write('error', `the exam page could not be opened again: ${cause}`);
      end();
    }
  }

  app.on('before-quit', (event) => {
    event.preventDefault();
    end();
  });
  app.on('window-all-closed', end);
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, end);
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (!ending && reason !== 'clean-exit') void afterCrash(reason);
  });
  window.on('unresponsive', () => log.write('error', 'the exam page does not respond'));
  app.on('child-process-gone', (_event, { type, reason }) => {
    if (reason !== 'clean-exit') log.write('warn', `${type} process gone: ${reason}`);
  });
  return { end };
}
