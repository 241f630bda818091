import type { DeviceCheckRow } from '../../../shared/contract/views.ts';
import { createObservable, type Observable } from '../observable.ts';
import { type DeviceCheckName, failed, reportRow, type Verdict, warned } from './verdict.ts';

export type RowPhase = 'waiting' | 'running' | 'done';

export interface RowState {
  phase: RowPhase;
  /** The figure while it is being measured, and after. */
  value: number | null;
  verdict: Verdict | null;
}

export interface DeviceCheckState {
  /** The rows of this check, in the order shown. */
  order: readonly DeviceCheckName[];
  rows: Readonly<Partial<Record<DeviceCheckName, RowState>>>;
}

/** Runs one row to its verdict; `tell` shows the figure meanwhile. `quick`: without what takes the candidate's time. */
export type Check = (tell: (value: number) => void, quick: boolean) => Promise<Verdict>;

export interface DeviceCheck extends Observable<DeviceCheckState> {
  /** All rows; after a re-entry in mid-session only those that can have changed and take no minute. */
  start(quick: boolean): void;
  rerun(check: DeviceCheckName): void;
  /** A verdict from outside a run: the candidate's count of the tones, the phone that came or went. */
  settle(check: DeviceCheckName, verdict: Verdict): void;
  /** What goes to the exam centre: rows never finished are reported as such. */
  report(): DeviceCheckRow[];
}

/** Rows that run by themselves, in lanes: one after another within a lane, the lanes side by side. */
const LANES: readonly (readonly DeviceCheckName[])[] = [
  ['camera'],
  ['microphone'],
  ['download', 'upload'],
  ['power'],
  ['displays'],
  ['programs'],
];
const ALL: readonly DeviceCheckName[] = [
  ...(['camera', 'microphone', 'speaker'] as const),
  ...(['download', 'upload', 'power', 'displays', 'programs'] as const),
  ...(['phone', 'hotspot'] as const),
];
const QUICK: readonly DeviceCheckName[] = ['camera', 'microphone', 'power', 'displays', 'programs', 'phone'];
/** Without these the examination is not monitored: a candidate goes on only with a proctor told (LOCK-3). */
const NEEDED: readonly DeviceCheckName[] = ['camera', 'microphone', 'phone'];

const WAITING: RowState = { phase: 'waiting', value: null, verdict: null };

export type Readiness =
  /** Rows still run by themselves. */
  | 'checking'
  | 'ready'
  /** Something needed is not there: on, but with the proctor told. */
  | 'only_with_proctor';

export function readiness({ order, rows }: DeviceCheckState): Readiness {
  const running = order.some((check) => LANES.flat().includes(check) && rows[check]?.phase !== 'done');
  if (running) return 'checking';
  const missing = NEEDED.some((check) => {
    const verdict = rows[check]?.verdict;
    return !verdict || verdict.result === 'failed';
  });
  return missing ? 'only_with_proctor' : 'ready';
}

interface Parts {
  checks: Partial<Record<DeviceCheckName, Check>>;
  log(level: 'info' | 'warn' | 'error', text: string): void;
}

export function createDeviceCheck({ checks, log }: Parts): DeviceCheck {
  const state = createObservable<DeviceCheckState>({ order: ALL, rows: {} });
  const turns = new Map<DeviceCheckName, number>();

  const setRow = (check: DeviceCheckName, change: Partial<RowState>): void =>
    state.patch({ rows: { ...state.state.rows, [check]: { ...(state.state.rows[check] ?? WAITING), ...change } } });

  async function run(check: DeviceCheckName, quick: boolean): Promise<void> {
    const perform = checks[check];
    if (!perform) return;
    const turn = (turns.get(check) ?? 0) + 1;
    turns.set(check, turn);
    const current = () => turns.get(check) === turn;
    setRow(check, { phase: 'running', value: null, verdict: null });
    let verdict: Verdict;
    try {
      verdict = await perform((value) => {
        if (current()) setRow(check, { value });
      }, quick);
    } catch (cause) {
      log('warn', `device check ${check}: ${String(cause)}`);
      verdict = warned(check === 'download' || check === 'upload' ? 'no_answer' : 'unknown', null);
    }
    if (current()) setRow(check, { phase: 'done', value: verdict.value, verdict });
  }

  return {
    get state() {
      return state.state;
    },
    subscribe: state.subscribe,
    start(quick) {
      const order = quick ? QUICK : ALL;
      const phone = state.state.rows.phone;
      state.set({ order, rows: phone ? { phone } : {} });
      for (const lane of LANES) {
        void lane
          .filter((check) => order.includes(check))
          .reduce((before, check) => before.then(() => run(check, quick)), Promise.resolve());
      }
    },
    rerun: (check) => void run(check, false),
    settle(check, verdict) {
      turns.set(check, (turns.get(check) ?? 0) + 1);
      setRow(check, { phase: 'done', value: verdict.value, verdict });
    },
    report() {
      const { order, rows } = state.state;
      const unfinished = (check: DeviceCheckName) =>
        check === 'phone' ? failed('not_paired', null) : warned('not_tried', null);
      return order.map((check) => reportRow(check, rows[check]?.verdict ?? unfinished(check)));
    },
  };
}
