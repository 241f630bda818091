import { shanghaiTime } from './exam-calendar.ts';

/** Where a submitting institution's batch stands, in the order of annex 3. It only ever goes on. */
export const BATCH_STATES = ['reported', 'declared', 'paid', 'locked'] as const;
export type BatchState = (typeof BATCH_STATES)[number];

/** The dates of annex 3, `YYYY-MM-DD` in Asia/Shanghai; each is the last day on which the thing is possible. */
export interface BatchDates {
  /** 全省统考数据上报. */
  reportUntil: string;
  /** 统考缴费. */
  payUntil: string;
  /** 提交考生报名修改申请. */
  changeUntil: string;
}

/** Annex 3 of the 2020 notice. */
export const ANNEX_3: BatchDates = { reportUntil: '2020-09-10', payUntil: '2020-09-23', changeUntil: '2020-10-12' };

export interface Batch {
  state: BatchState;
  dates: BatchDates;
}

/**
 * `edit`: import a roster or photos, correct a record. `declare`: hand in the signed declaration. `confirm_payment` and
 * `lock` are the centre's. `request_change`: what `edit` may no longer do, for the centre to approve.
 */
export type BatchAction = 'edit' | 'declare' | 'confirm_payment' | 'lock' | 'request_change';

/** Why an action is refused: its step is not due, is over, or its last day is. */
export type BatchRefusal = 'step_before_missing' | 'step_done' | 'last_day_over' | 'still_open';

/** The state an action needs, and the date that ends it. */
const STEPS: Record<Exclude<BatchAction, 'request_change'>, { in: BatchState; until: keyof BatchDates | null }> = {
  edit: { in: 'reported', until: 'reportUntil' },
  declare: { in: 'reported', until: 'payUntil' },
  confirm_payment: { in: 'declared', until: 'payUntil' },
  lock: { in: 'paid', until: null },
};

/** Whether a date is over at `now`: its whole last day counts, whatever zone this computer is in. */
const isOver = (date: string, now: number): boolean => now >= shanghaiTime(date, '24:00');

/** Null when the action is allowed. For `confirm_payment`, `now` is when the payment was made. */
export function batchRefusal({ state, dates }: Batch, action: BatchAction, now: number): BatchRefusal | null {
  if (action === 'request_change') {
    if (batchRefusal({ state, dates }, 'edit', now) === null) return 'still_open';
    return isOver(dates.changeUntil, now) ? 'last_day_over' : null;
  }
  const step = STEPS[action];
  const behind = BATCH_STATES.indexOf(state) - BATCH_STATES.indexOf(step.in);
  if (behind < 0) return 'step_before_missing';
  if (behind > 0) return 'step_done';
  return step.until !== null && isOver(dates[step.until], now) ? 'last_day_over' : null;
}

/** Where the action leads. Only for one that `batchRefusal` allows. */
export function stateAfter(state: BatchState, action: BatchAction): BatchState {
  if (action === 'edit' || action === 'request_change') return state;
  return BATCH_STATES[BATCH_STATES.indexOf(STEPS[action].in) + 1] ?? state;
}

/** Whether the dates follow each other as they must. */
export const datesInOrder = ({ reportUntil, payUntil, changeUntil }: BatchDates): boolean =>
  reportUntil <= payUntil && payUntil <= changeUntil;

/** What of a record may be changed on request. The photo is no text: before the report closes it comes with the others. The level only before the lock: after it there is a seat to sit in. */
export const CHANGEABLE = ['name', 'identityNo', 'level', 'photo'] as const;
export type Changeable = (typeof CHANGEABLE)[number];
export const TEXT_CHANGES = ['name', 'identityNo', 'level'] as const satisfies readonly Changeable[];
export type TextChange = (typeof TEXT_CHANGES)[number];

export const mayBeChanged = (field: Changeable, state: BatchState): boolean => field !== 'level' || state !== 'locked';

/**
 * Whether this person may decide the request: nobody decides their own. `byId` is null for one made before it was
 * kept who asked; then names tell.
 */
export const mayDecide = (
  asked: { by: string; byId: string | null },
  decider: { name: string; staffId: string },
): boolean => (asked.byId === null ? asked.by !== decider.name : asked.byId !== decider.staffId);

export const CHANGE_STATES = ['pending', 'approved', 'refused'] as const;
export type ChangeState = (typeof CHANGE_STATES)[number];

/** A request to change a record after the report has closed (修改申请). */
export interface ChangeRequest {
  field: Changeable;
  from: string;
  to: string;
  state: ChangeState;
}

/** Why a request cannot be approved now; null when it can. `current` is what the record says today. */
export function approvalRefusal(
  request: ChangeRequest,
  batch: BatchState,
  current: string,
): 'decided' | 'outdated' | 'not_changeable' | null {
  if (request.state !== 'pending') return 'decided';
  if (!mayBeChanged(request.field, batch)) return 'not_changeable';
  return request.from === current ? null : 'outdated';
}
