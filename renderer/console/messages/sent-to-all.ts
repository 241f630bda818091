import type { AttemptEvent } from '../../../shared/contract/views.ts';

/** A message counts as one when its text, sender and time agree to this, ms: each attempt has its own event of it. */
const ONE_SENDING_MS = 5_000;

/** The messages to everyone among the events (newest first), one line each. */
export function sentToAll(events: readonly AttemptEvent[]): AttemptEvent[] {
  const sent: AttemptEvent[] = [];
  for (const event of events) {
    if (event.kind !== 'message' || event.detail.toAll !== true) continue;
    const told = sent.some(
      (other) =>
        other.detail.text === event.detail.text &&
        other.detail.from === event.detail.from &&
        other.at - event.at < ONE_SENDING_MS,
    );
    if (!told) sent.push(event);
  }
  return sent;
}
