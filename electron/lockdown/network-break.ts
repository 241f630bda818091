import type { BrowserWindow } from 'electron';
import type { MonotonicClock } from '../../shared/support/clock.ts';
import type { LogFile } from '../log/log-file.ts';
import type { ReportFinding } from './finding.ts';
import type { Lockdown } from './lockdown.ts';

/** Long enough to choose a network and type its password. */
const BREAK_MS = 120_000;

interface Parts {
  window: Pick<BrowserWindow, 'on' | 'removeListener'>;
  lockdown: Lockdown;
  /** Opens the system's network settings; false when there are none. */
  openPanel(): Promise<boolean>;
  clock: MonotonicClock;
  schedule(task: () => void, ms: number): () => void;
  report: ReportFinding;
  log: LogFile;
}

export interface NetworkBreak {
  /** Lets the candidate at the network settings; locks again on return to the window and after two minutes. */
  begin(): Promise<{ opened: boolean }>;
  /** The lock is lifted for good meanwhile: nothing is locked again. */
  forget(): void;
}

/**
 * While the network is gone, the way to another one leads through the system's own settings, which a locked computer
 * hides. The absence is told to the proctor as announced, with its length: it is no secret and no free minute.
 */
export function createNetworkBreak(parts: Parts): NetworkBreak {
  const { window, lockdown, openPanel, clock, schedule, report, log } = parts;
  let end: ((lockAgain: boolean) => Promise<void>) | null = null;

  function begun(wasLocked: boolean): void {
    const since = clock.elapsed();
    let away = false;
    const left = (): void => {
      away = true;
    };
    const back = (): void => {
      if (away) void end?.(true);
    };
    const cancel = schedule(() => void end?.(true), BREAK_MS);
    window.on('blur', left);
    window.on('focus', back);
    end = async (lockAgain) => {
      end = null;
      cancel();
      window.removeListener('blur', left);
      window.removeListener('focus', back);
      if (lockAgain && wasLocked) await lockdown.lock();
      const durationMs = clock.elapsed() - since;
      report({ kind: 'app_switch', durationMs, detail: { announced: 'network_settings' } });
      log.write('info', `network settings were open for ${Math.round(durationMs)} ms`);
    };
  }

  return {
    async begin() {
      // Already open: it is brought to the front once more.
      if (end) return { opened: await openPanel() };
      const wasLocked = lockdown.isLocked();
      if (wasLocked) await lockdown.unlock();
      const opened = await openPanel();
      if (opened) begun(wasLocked);
      else if (wasLocked) await lockdown.lock();
      return { opened };
    },
    forget: () => void end?.(false),
  };
}
