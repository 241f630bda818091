import { describe, expect, it } from 'vitest';
import { isDate, workedTime } from './worked-time.ts';

const ON = '2020-09-10';
const period = (from: string, to: string | null) => ({ from, to });

describe('time at work', () => {
  it.each([
    ['four years to the day', [period('2016-09-11', null)], null, { months: 48, days: 0 }],
    ['a day less than four years', [period('2016-09-12', null)], null, { months: 47, days: 30 }],
    ['a whole year, last day included', [period('2019-01-01', '2019-12-31')], null, { months: 12, days: 0 }],
    ['three years without the leap day', [period('2017-01-01', '2019-12-31')], null, { months: 36, days: 0 }],
    [
      'two jobs one after the other',
      [period('2018-04-01', null), period('2016-09-11', '2018-03-31')],
      null,
      { months: 48, days: 0 },
    ],
    [
      'two jobs at once, which count once',
      [period('2019-09-11', null), period('2019-09-11', '2020-03-01')],
      null,
      { months: 12, days: 0 },
    ],
    [
      'days left over from two stretches',
      [period('2019-01-01', '2019-01-15'), period('2019-03-01', '2019-03-15')],
      null,
      { months: 1, days: 0 },
    ],
    ['only what lies after a certificate', [period('2010-01-01', null)], '2016-09-11', { months: 48, days: 0 }],
    ['nothing that lies in the future', [period('2020-09-11', null)], null, { months: 0, days: 0 }],
    ['nothing that ended before it counts', [period('2010-01-01', '2012-01-01')], '2016-09-11', { months: 0, days: 0 }],
    ['none', [], null, { months: 0, days: 0 }],
    ['a month that begins on a 31st', [period('2019-01-31', '2019-02-27')], null, { months: 1, days: 0 }],
  ] as const)('%s', (_, periods, since, span) => {
    expect(workedTime(periods, since, ON)).toEqual(span);
  });

  it('refuses what is no day of the calendar', () => {
    expect(['2019-02-29', '2019-13-01', '2019-2-1', '20190201', ''].map(isDate)).toEqual(Array(5).fill(false));
    expect(isDate('2020-02-29')).toBe(true);
    expect(() => workedTime([period('2019-02-30', null)], null, ON)).toThrow(RangeError);
  });
});
