import type { TwoClocks } from '../../shared/contract/entries.ts';
import type { Entry } from '../../shared/domain/entry.ts';

/**
 * What a judge compares of entries that came late: when they were made by the client's estimate of the server's clock,
 * when they came by the server's own, and what both clocks of the client said as they were sent.
 */
export function lateClocks(late: readonly { entry: Entry }[], receivedAt: number, sentAt: TwoClocks | undefined) {
  const times = late.map(({ entry }) => entry.at);
  return {
    firstAt: times.reduce((earliest, at) => Math.min(earliest, at)),
    lastAt: times.reduce((latest, at) => Math.max(latest, at)),
    receivedAt,
    ...(sentAt ? { sentAt: sentAt.server, computerClock: sentAt.computer } : {}),
  };
}
