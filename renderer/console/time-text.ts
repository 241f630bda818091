import type { Language } from '../ui/words.ts';

const format = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('zh-CN', { hourCycle: 'h23', timeZone: 'Asia/Shanghai', ...options });
const seconds = format({ hour: '2-digit', minute: '2-digit', second: '2-digit' });
const minutes = format({ hour: '2-digit', minute: '2-digit' });
const days = format({ month: 'long', day: 'numeric' });

/** `14:03:09`, the exam centre's time whatever this computer's time zone is. `at` in ms since the Unix epoch. */
export const clockText = (at: number): string => seconds.format(at);

/** `14:03`. */
export const minuteText = (at: number): string => minutes.format(at);

/** `9月26日`. */
export const dayText = (at: number): string => days.format(at);

/** `9月26日 14:03:09`, where another day may be meant. */
export const momentText = (at: number): string => `${dayText(at)} ${clockText(at)}`;

const dates = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: 'Asia/Shanghai' });

/** `2027-05-29 12:30`, where another year may be meant. */
export const dateText = (at: number): string => dates.format(at);

/** A stretch of time in words, to the second: `8 秒`, `3 分 05 秒`, `1 h 02 min`. Negative counts as none. */
export function spanText(ms: number, language: Language): string {
  const total = Math.max(0, Math.round(ms / 1000));
  const hours = Math.floor(total / 3600);
  const mins = Math.floor((total % 3600) / 60);
  const secs = total % 60;
  const two = (value: number): string => String(value).padStart(2, '0');
  const [h, m, s] = language === 'en' ? ['h', 'min', 's'] : ['小时', '分', '秒'];
  if (hours > 0) return `${hours} ${h} ${two(mins)} ${m}`;
  return mins > 0 ? `${mins} ${m} ${two(secs)} ${s}` : `${secs} ${s}`;
}

/** A countdown that keeps its width: `1:02:03`, `12:03`. Negative counts as zero. */
export function countdownText(ms: number): string {
  const total = Math.max(0, Math.ceil(ms / 1000));
  const two = (value: number): string => String(value).padStart(2, '0');
  const hours = Math.floor(total / 3600);
  const rest = `${two(Math.floor((total % 3600) / 60))}:${two(total % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}
