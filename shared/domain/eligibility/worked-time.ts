/** Sums time at work in calendar months and days, so that four years are four years whatever leap days lie between. */
const DAY_MS = 24 * 60 * 60_000;
/** Days left over from several stretches make a month together. One stretch alone is measured by the calendar. */
const DAYS_A_MONTH = 30;

export interface Span {
  months: number;
  days: number;
}

/** `to` is the last day; null: until further notice. Dates are `YYYY-MM-DD`. */
export interface Period {
  from: string;
  to: string | null;
}

/** Days since the epoch. Throws on what is no day of the calendar, such as 30 February. */
function dayOf(date: string): number {
  const at = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== date) throw new RangeError(`no day: ${date}`);
  return at / DAY_MS;
}

/** The same day so many months later; the last day of that month where it has fewer days. */
function monthsLater(day: number, months: number): number {
  const from = new Date(day * DAY_MS);
  const [year, month] = [from.getUTCFullYear(), from.getUTCMonth() + months];
  const daysInMonth = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Date.UTC(year, month, Math.min(from.getUTCDate(), daysInMonth)) / DAY_MS;
}

/** From the first day to the day before `end`. */
function elapsed(start: number, end: number): Span {
  let months = Math.floor((end - start) / 31);
  while (monthsLater(start, months + 1) <= end) months += 1;
  return { months, days: end - monthsLater(start, months) };
}

/** Whether a date has the form `YYYY-MM-DD` and is a day of the calendar. */
export function isDate(date: string): boolean {
  try {
    return /^\d{4}-\d\d-\d\d$/.test(date) && dayOf(date) > Number.NEGATIVE_INFINITY;
  } catch {
    return false;
  }
}

/**
 * Time worked from `since` (the beginning of time, if null) to `on`, both days included. Two jobs at once count once.
 */
export function workedTime(periods: readonly Period[], since: string | null, on: string): Span {
  const [first, end] = [since === null ? Number.NEGATIVE_INFINITY : dayOf(since), dayOf(on) + 1];
  const stretches = periods
    .map(({ from, to }) => ({
      start: Math.max(dayOf(from), first),
      end: Math.min(to === null ? end : dayOf(to) + 1, end),
    }))
    .filter((stretch) => stretch.start < stretch.end)
    .sort((left, right) => left.start - right.start);
  const merged: { start: number; end: number }[] = [];
  for (const stretch of stretches) {
    const last = merged.at(-1);
    if (last && stretch.start <= last.end) last.end = Math.max(last.end, stretch.end);
    else merged.push({ ...stretch });
  }
  const spans = merged.map((stretch) => elapsed(stretch.start, stretch.end));
  const days = spans.reduce((sum, span) => sum + span.days, 0);
  const months = spans.reduce((sum, span) => sum + span.months, 0);
  if (spans.length === 1) return { months, days };
  return { months: months + Math.floor(days / DAYS_A_MONTH), days: days % DAYS_A_MONTH };
}
