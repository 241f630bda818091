import type { DeviceReport } from '../../../shared/contract/shell.ts';
import { failed, passed, type Verdict, warned } from './verdict.ts';

/** Annex 4, section 2.4: mains power is advised. */
export const powerVerdict = ({ onBattery }: DeviceReport): Verdict => (onBattery ? warned('on_battery', 0) : passed(1));

/** A second display and a remote session inform the proctor; neither strands the candidate (LOCK-3). */
export function displaysVerdict({ displays, remoteSession }: DeviceReport): Verdict {
  if (remoteSession) return failed('remote_session', displays);
  return displays > 1 ? failed('several_displays', displays) : passed(displays);
}

/** Annex 4, section 2.5: programs that have nothing to do with the examination are closed before it. */
export function programsVerdict({ prohibited }: DeviceReport): Verdict {
  const count = prohibited.length;
  if (prohibited.some(({ policy }) => policy === 'end')) return failed('prohibited', count, prohibited);
  if (prohibited.some(({ policy }) => policy === 'ask')) return warned('please_close', count, prohibited);
  return count > 0 ? warned('note_running', count, prohibited) : passed(0);
}
