import { useEffect, useMemo } from 'react';
import { useDesk } from '../desk.ts';
import { classOfEvent } from '../events/class-of-event.ts';
import { cameraKey } from '../live/live-view.ts';
import { useServerNow } from '../use-server-now.ts';
import { useWatched } from '../use-watched.ts';
import { type AttentionCard, attentionCards } from './attention.ts';
import { sessionsOf } from './room-sessions.ts';
import type { Wall } from './wall-store.ts';

export interface Attention {
  cards: AttentionCard[];
  /** Attempt id -> kind of its latest violation, as far as this console was told. */
  latestViolation: ReadonlyMap<string, string>;
  now: number;
}

/** Who needs a look now, from the wall, the pictures and what the proctor has already seen. */
export function useAttention({ examinations, places, events }: Wall): Attention {
  const { liveViews, seenViolations } = useDesk();
  const frozen = useWatched(liveViews.frozen);
  const seen = useWatched(seenViolations.seen);
  const now = useServerNow();
  useEffect(() => {
    // Some were cleared: the next one is new again.
    for (const place of places) if (place.violations < (seen[place.attemptId ?? ''] ?? 0)) seenViolations.mark(place);
  }, [places, seen, seenViolations]);
  const times = useMemo(() => {
    const latestViolationAt = new Map<string, number>();
    const latestViolation = new Map<string, string>();
    const identityWaitingSince = new Map<string, number>();
    for (const event of events) {
      const { attemptId, kind, at } = event;
      if (classOfEvent(event) === 'reported' && !latestViolationAt.has(attemptId)) {
        latestViolationAt.set(attemptId, at);
        latestViolation.set(attemptId, kind);
      }
      if (kind === 'identity_tried' && !identityWaitingSince.has(attemptId)) identityWaitingSince.set(attemptId, at);
    }
    return { latestViolationAt, latestViolation, identityWaitingSince };
  }, [events]);
  const cards = attentionCards({
    places,
    sessionsOf: (place) => sessionsOf(examinations, place),
    now,
    seenViolations: seen,
    frozenSince: (attemptId, camera) => frozen.get(cameraKey(attemptId, camera)) ?? null,
    ...times,
  });
  return { cards, latestViolation: times.latestViolation, now };
}
