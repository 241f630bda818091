import type { AttemptViews } from './attempt-views.ts';
import type { Kept } from './entry-keeper.ts';
import type { Events } from './events.ts';
import type { Wall } from './wall.ts';

interface Parts {
  events: Events;
  views: AttemptViews;
  wall: Wall;
}

/** After the commit: tells whoever watches what came of an attempt's entries, and the candidate where a receipt changed. */
export async function tellOfKept(
  { events, views, wall }: Parts,
  attemptId: string,
  { told, revised }: Pick<Kept, 'told' | 'revised'>,
): Promise<void> {
  events.announce(told);
  wall.touch(attemptId);
  if (revised) await views.changed(attemptId);
}
