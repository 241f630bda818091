import { describe, expect, it } from 'vitest';
import {
  ANNEX_3,
  approvalRefusal,
  BATCH_STATES,
  type BatchAction,
  type BatchState,
  batchRefusal,
  type ChangeRequest,
  datesInOrder,
  mayDecide,
  stateAfter,
} from './batch.ts';

const ACTIONS: BatchAction[] = ['edit', 'declare', 'confirm_payment', 'lock', 'request_change'];
const at = (shanghai: string) => Date.parse(`${shanghai}+08:00`);
const refusals = (state: BatchState, when: string) =>
  Object.fromEntries(ACTIONS.map((action) => [action, batchRefusal({ state, dates: ANNEX_3 }, action, at(when))]));

describe('a batch by annex 3', () => {
  it.each([
    ['2020-09-10T23:59:59.999', null, 'still_open'],
    ['2020-09-11T00:00:00', 'last_day_over', null],
  ])('at %s in Shanghai: report %s, request for change %s', (when, edit, change) => {
    expect(refusals('reported', when)).toMatchObject({ edit, request_change: change });
  });

  it('can no longer be edited once it is declared, also before the deadline', () => {
    expect(refusals('declared', '2020-09-05T12:00:00')).toEqual({
      edit: 'step_done',
      declare: 'step_done',
      confirm_payment: null,
      lock: 'step_before_missing',
      request_change: null,
    });
  });

  it.each([
    ['2020-09-23T23:59:59', null],
    ['2020-09-24T00:00:00', 'last_day_over'],
  ])('takes a declaration and a payment made at %s: %s', (when, refusal) => {
    expect(refusals('reported', when).declare).toBe(refusal);
    expect(refusals('declared', when).confirm_payment).toBe(refusal);
  });

  it.each([
    ['2020-10-12T23:59:59', null],
    ['2020-10-13T00:00:00', 'last_day_over'],
  ])('takes requests for change at %s, locked or not: %s', (when, refusal) => {
    for (const state of BATCH_STATES) expect(refusals(state, when).request_change).toBe(refusal);
  });

  it('is locked by the centre when it is paid, on any day', () => {
    expect(BATCH_STATES.map((state) => refusals(state, '2021-01-01T00:00:00').lock)).toEqual([
      'step_before_missing',
      'step_before_missing',
      null,
      'step_done',
    ]);
  });

  it('goes through its states one by one and never back', () => {
    const walked: BatchState[] = ['reported'];
    for (const action of ACTIONS) walked.push(stateAfter(walked.at(-1) ?? 'reported', action));
    expect(walked).toEqual(['reported', 'reported', 'declared', 'paid', 'locked', 'locked']);
    for (const state of BATCH_STATES) {
      for (const action of ACTIONS) {
        if (batchRefusal({ state, dates: ANNEX_3 }, action, at('2020-09-01T00:00:00')) !== null) continue;
        expect(BATCH_STATES.indexOf(stateAfter(state, action))).toBeGreaterThanOrEqual(BATCH_STATES.indexOf(state));
      }
    }
  });

  it('has dates that follow each other', () => {
    expect(datesInOrder(ANNEX_3)).toBe(true);
    expect(datesInOrder({ ...ANNEX_3, payUntil: '2020-09-09' })).toBe(false);
    expect(datesInOrder({ ...ANNEX_3, changeUntil: '2020-09-22' })).toBe(false);
  });
});

describe('a request for change', () => {
  const request: ChangeRequest = { field: 'name', from: '王一', to: '王易', state: 'pending' };
  it.each([
    ['pending, and the record still says what it said', request, 'locked', '王一', null],
    ['decided before', { ...request, state: 'refused' }, 'locked', '王一', 'decided'],
    ['overtaken by another change', request, 'paid', '王二', 'outdated'],
    ['of the level before the lock', { ...request, field: 'level' }, 'paid', '王一', null],
    ['of the level after the lock', { ...request, field: 'level' }, 'locked', '王一', 'not_changeable'],
  ] as const)('%s', (_, given, state, current, refusal) => {
    expect(approvalRefusal(given, state, current)).toBe(refusal);
  });
});

describe('who decides a request for change', () => {
  const decider = { name: '周蕾', staffId: 's1' };
  it.each([
    ['the same account', { by: '周蕾', byId: 's1' }, false],
    ['another account of the same name', { by: '周蕾', byId: 's2' }, true],
    ['another account', { by: '蒋一鸣', byId: 's2' }, true],
    ['the same name, from before accounts were kept', { by: '周蕾', byId: null }, false],
    ['another name, from before accounts were kept', { by: '蒋一鸣', byId: null }, true],
  ])('%s', (_, asked, may) => {
    expect(mayDecide(asked, decider)).toBe(may);
  });
});
