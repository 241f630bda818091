import { describe, expect, it } from 'vitest';
import { plannedSession } from '../../../shared/domain/exam-calendar.ts';
import { timesOf } from '../../../shared/domain/timetable-change.ts';
import { planTyped, startMoved, typedPlan } from './typed-plan.ts';

const rules = { entryBefore: 30, entryAfter: 30, minimumStay: 45 };
const announced = { id: 's', title: 's', date: '2026-09-26', start: '08:30', endDate: '2026-09-26', end: '10:00' };
const theory = plannedSession({ ...announced, kind: 'theory', mode: 'live' }, rules);
const thesis = plannedSession(
  { ...announced, kind: 'review', mode: 'submission', start: '00:00', endDate: '2026-09-29', end: '24:00' },
  rules,
);

describe('[TIME-4] the plan of a session in the fields', () => {
  it('is Beijing time, and untouched says what it was', () => {
    const typed = typedPlan(theory, 'locked');
    expect(typed).toMatchObject({ date: '2026-09-26', entryFrom: '08:00', startsAt: '08:30', entryUntil: '09:00' });
    expect(typed).toMatchObject({ handInFrom: '09:15', endsAt: '10:00' });
    expect(planTyped('live', typed)).toEqual({ ...timesOf(theory), betweenSessions: 'locked' });
  });

  it('moves as a whole with its start, also over times that were typed on the way to it', () => {
    const typed = typedPlan(theory, 'locked');
    const put = ['1:30', '11:30', '11:45'].reduce(startMoved, typed);
    expect(put).toMatchObject({ entryFrom: '11:15', startsAt: '11:45', entryUntil: '12:15' });
    expect(put).toMatchObject({ handInFrom: '12:30', endsAt: '13:15' });
    expect(startMoved(typed, '')).toEqual({ ...typed, startsAt: '' });
  });

  it('moves as a whole with its day', () => {
    const day = 24 * 60 * 60_000;
    const moved = planTyped('live', { ...typedPlan(theory, 'locked'), date: '2026-09-27' });
    expect(moved).toMatchObject({ entryFrom: theory.entryFrom + day, endsAt: theory.endsAt + day });
  });

  it('of a submission is a start and an end, which may be the midnight after its last day', () => {
    const typed = typedPlan(thesis, 'locked');
    expect(typed).toMatchObject({ endDate: '2026-09-30', endsAt: '00:00' });
    expect(planTyped('submission', typed)).toEqual({ ...timesOf(thesis), betweenSessions: 'locked' });
  });

  it('is none while a field is empty', () => {
    expect(planTyped('live', { ...typedPlan(theory, 'locked'), handInFrom: '' })).toBeNull();
    expect(planTyped('live', { ...typedPlan(theory, 'locked'), date: '' })).toBeNull();
  });
});
