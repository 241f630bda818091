import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { plannedSession, sessionTimes, shanghaiTime } from './exam-calendar.ts';

const MINUTE = 60_000;
const rules = { entryBefore: 30, entryAfter: 30, minimumStay: 20 };
const beijing = (text: string) => Date.parse(`${text}+08:00`);

describe('[TIME-3] the calendar of a notice', () => {
  it('is in Beijing time, whatever zone this computer is in', () => {
    expect(shanghaiTime('2020-09-26', '08:30')).toBe(beijing('2020-09-26T08:30:00'));
    // No daylight saving: in 1991 the clocks of China still went forward in summer.
    expect(shanghaiTime('2026-07-01', '08:30')).toBe(beijing('2026-07-01T08:30:00'));
    expect(shanghaiTime('2020-09-29', '24:00')).toBe(beijing('2020-09-30T00:00:00'));
  });

  it('refuses what is no date', () => {
    expect(() => shanghaiTime('2020-13-01', '08:30')).toThrow(RangeError);
    expect(() => shanghaiTime('2020-09-26', 'noon')).toThrow(RangeError);
  });
});

describe('the times of a session', () => {
  it('follow the rules of entry and stay', () => {
    expect(sessionTimes('live', 100 * MINUTE, 190 * MINUTE, rules)).toEqual({
      entryFrom: 70 * MINUTE,
      entryUntil: 130 * MINUTE,
      startsAt: 100 * MINUTE,
      handInFrom: 120 * MINUTE,
      endsAt: 190 * MINUTE,
    });
  });

  it('never reach past the deadline', () => {
    const { entryUntil, handInFrom } = sessionTimes('live', 0, 10 * MINUTE, rules);
    expect([entryUntil, handInFrom]).toEqual([10 * MINUTE, 10 * MINUTE]);
  });

  it('of a submission know neither entry nor stay', () => {
    expect(sessionTimes('submission', 5, 9, rules)).toEqual({
      entryFrom: 5,
      entryUntil: 9,
      startsAt: 5,
      handInFrom: 5,
      endsAt: 9,
    });
  });
});

/** Annex 1 of the notice, row by row, typed from it and not from the data. */
const ANNEX_1: Record<string, string[]> = {
  'hrm-4': ['09-26 08:30-10:00', '09-26 10:30-12:30'],
  'hrm-3': ['09-26 08:30-10:00', '09-26 10:30-12:30'],
  'hrm-2': ['09-26 08:30-10:00', '09-26 10:30-12:30', '09-26 14:00-15:30'],
  'hrm-1': ['09-26 08:30-10:00', '09-26 10:30-12:30', '09-26 14:00-17:00'],
  'infant-5': ['09-27 08:30-09:30', '09-27 10:30-12:00'],
  'infant-4': ['09-27 08:30-09:30', '09-27 10:30-12:00'],
  'infant-3': ['09-27 08:30-09:30', '09-27 10:30-12:00'],
  'labour-3': ['09-27 08:30-10:00', '09-27 10:30-12:30'],
  'labour-2': ['09-27 08:30-10:00', '09-27 10:30-12:30', 'until 09-29'],
  'labour-1': ['09-27 08:30-10:00', '09-27 10:30-12:30', '09-27 14:00-17:00'],
};

describe('the sample timetable', () => {
  const plan = JSON.parse(readFileSync(new URL('../../assets/sample/plan.json', import.meta.url), 'utf8'));
  const inBeijing = (at: number, format: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', hourCycle: 'h23', ...format }).format(at);
  const day = (at: number) => {
    const [date, month] = inBeijing(at, { day: '2-digit', month: '2-digit' }).split('/');
    return `${month}-${date}`;
  };
  const clock = (at: number) => inBeijing(at, { hour: '2-digit', minute: '2-digit' });

  it('is annex 1 of the notice, in full', () => {
    const told = Object.fromEntries(
      plan.examinations.map(({ id, sessions }: { id: string; sessions: Parameters<typeof plannedSession>[0][] }) => [
        id,
        sessions.map((announced) => {
          const { mode, startsAt, endsAt } = plannedSession(announced, plan.rules);
          return mode === 'live' ? `${day(startsAt)} ${clock(startsAt)}-${clock(endsAt)}` : `until ${day(endsAt - 1)}`;
        }),
      ]),
    );
    expect(told).toEqual(ANNEX_1);
  });
});
