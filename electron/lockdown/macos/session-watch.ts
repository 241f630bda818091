import type { PowerMonitor } from 'electron';
import type { MonotonicClock } from '../../../shared/support/clock.ts';
import type { Step } from '../../startup/step.ts';
import type { ReportFinding } from '../finding.ts';

/** Why the exam is not to be seen, and by which events it begins and ends. */
const ABSENCES = [
  { session: 'locked', begins: 'lock-screen', ends: 'unlock-screen' },
  { session: 'other_user', begins: 'user-did-resign-active', ends: 'user-did-become-active' },
] as const;

/** A locked screen and fast user switching, told as they begin and with their length at their end. */
export function sessionWatchMeasure(powerMonitor: PowerMonitor, clock: MonotonicClock, report: ReportFinding): Step {
  let stop: () => void = () => undefined;

  function watch({ session, begins, ends }: (typeof ABSENCES)[number]): () => void {
    let since: number | null = null;
    const begin = () => {
      since ??= clock.elapsed();
      report({ kind: 'app_switch', durationMs: 0, detail: { session, ongoing: true } });
    };
    const end = () => {
      if (since === null) return;
      const durationMs = clock.elapsed() - since;
      since = null;
      report({ kind: 'app_switch', durationMs, detail: { session, ongoing: false, again: true } });
    };
    // One overload an event: the type of their union names none.
    powerMonitor.on(begins as 'lock-screen', begin);
    powerMonitor.on(ends as 'lock-screen', end);
    return () => {
      powerMonitor.removeListener(begins as 'lock-screen', begin);
      powerMonitor.removeListener(ends as 'lock-screen', end);
    };
  }

  return {
    name: 'session_watch',
    async perform() {
      stop();
      const ends = ABSENCES.map(watch);
      stop = () => {
        for (const end of ends) end();
      };
      return undefined;
    },
    async revert() {
      stop();
      stop = () => undefined;
    },
  };
}
