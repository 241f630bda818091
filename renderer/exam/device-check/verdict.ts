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
  | 'not_paired'
  | 'interrupted'
  | 'unknown';

/** The outcome of one row. `value` is in the row's unit; `names` are programs to close. */
export interface Verdict {
  result: DeviceCheckRow['result'];
  value: number | null;
  problem: Problem | null;
  names: readonly { zh: string; en: string }[];
}

export const passed = (value: number | null): Verdict => ({ result: 'passed', value, problem: null, names: [] });
export const warned = (problem: Problem, value: number | null, names: Verdict['names'] = []): Verdict => ({
  result: 'warning',
  value,
  problem,
  names,
});
export const failed = (problem: Problem, value: number | null, names: Verdict['names'] = []): Verdict => ({
  result: 'failed',
  value,
  problem,
  names,
});

/** The row as the exam centre stores it: the note is what the proctor reads. */
export function reportRow(check: DeviceCheckName, verdict: Verdict): DeviceCheckRow {
  const names = verdict.names.map(({ zh }) => zh).join('、');
  const note = [verdict.problem, names].filter(Boolean).join(': ').slice(0, 300);
  return { check, result: verdict.result, value: verdict.value, note };
}
