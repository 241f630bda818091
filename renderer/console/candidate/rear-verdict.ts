import type { AttemptEvent } from '../../../shared/contract/views.ts';

/** What the candidate's computer said of the phone's picture: its latest fault with its time, or that it found none. */
export type RearVerdict = { fault: string; at: number } | { fault: null } | null;

const latestOf = (events: readonly AttemptEvent[]): AttemptEvent | null =>
  events.reduce<AttemptEvent | null>((latest, event) => (latest && latest.at > event.at ? latest : event), null);

/** Of the phone that is paired now; null while nothing was said of it. */
export function rearVerdict(events: readonly AttemptEvent[]): RearVerdict {
  const paired = latestOf(events.filter(({ kind }) => kind === 'phone_paired'));
  const since = events.filter(({ at }) => paired !== null && at >= paired.at);
  const fault = latestOf(
    since.filter(({ detail }) => detail.camera === 'rear' && String(detail.cause).startsWith('rear_')),
  );
  if (fault) return { fault: String(fault.detail.cause), at: fault.at };
  const checked = latestOf(since.filter(({ kind }) => kind === 'device_checked'));
  if (!checked) return null;
  const unsound = [checked.detail.failed, checked.detail.warning].flatMap((list) => String(list ?? '').split(', '));
  return unsound.includes('phone') ? null : { fault: null };
}
