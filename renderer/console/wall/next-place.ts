import type { WallPlace } from '../../../shared/contract/views.ts';
import type { AttentionCard } from './attention.ts';

/**
 * Who is looked at next: whoever needs it most, else whoever was not looked at for the longest time. Never the one looked at now,
 * nor anybody whose picture cannot be there; null when there is nobody.
 */
export function nextPlace(
  places: readonly WallPlace[],
  cards: readonly AttentionCard[],
  now: string | null,
): WallPlace | null {
  const others = places.filter(({ admissionNo, attemptId }) => attemptId !== null && admissionNo !== now);
  const pressing = cards.find(({ place }) => others.some(({ candidateId }) => candidateId === place.candidateId));
  if (pressing) return pressing.place;
  const shown = others.filter(({ online, phone }) => online || phone === 'live');
  return shown.reduce<WallPlace | null>(
    (longest, place) => (longest && (longest.lookedAt ?? 0) <= (place.lookedAt ?? 0) ? longest : place),
    null,
  );
}
