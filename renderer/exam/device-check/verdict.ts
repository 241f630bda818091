import type { FoundProgram } from '../../../shared/contract/prohibited-programs.ts';
import type { DeviceCheckRow } from '../../../shared/contract/views.ts';

export type DeviceCheckName = DeviceCheckRow['check'];

/** What is wrong, as a closed list: the advice shown beside a row is chosen from it. */
export type Problem =
  | 'refused'
  | 'missing'
  | 'busy'
  | 'frozen'
  | 'slow_camera'
  | 'silent'
  | 'quiet'
  | 'not_heard'
  | 'not_tried'
  | 'slow_line'
  | 'no_answer'
  | 'same_network'
  | 'no_hotspot'
  | 'no_wifi'
  | 'not_now'
  | 'on_battery'
  | 'several_displays'
  | 'remote_session'
  | 'prohibited'
  | 'please_close'
  | 'note_running'
  | 'not_paired'
  | 'interrupted'
  | 'rear_picture'
  | 'unknown';

/** The outcome of one row. `value` is in the row's unit; `programs` are those that should not run. */
export interface Verdict {
  result: DeviceCheckRow['result'];
  value: number | null;
  problem: Problem | null;
  programs: readonly FoundProgram[];
}

export const passed = (value: number | null): Verdict => ({ result: 'passed', value, problem: null, programs: [] });
export const warned = (problem: Problem, value: number | null, programs: Verdict['programs'] = []): Verdict => ({
  result: 'warning',
  value,
  problem,
  programs,
});
export const failed = (problem: Problem, value: number | null, programs: Verdict['programs'] = []): Verdict => ({
  result: 'failed',
  value,
  problem,
  programs,
});

/** The row as the exam centre stores it: the note is what the proctor reads. */
export function reportRow(check: DeviceCheckName, verdict: Verdict): DeviceCheckRow {
  const names = verdict.programs.map(({ name }) => name.zh).join('、');
  const note = [verdict.problem, names].filter(Boolean).join(': ').slice(0, 300);
  return { check, result: verdict.result, value: verdict.value, note };
}
