import { classNames } from '../../ui/class-names.ts';
import { useWords } from '../../ui/language.tsx';
import type { AttentionCard } from './attention.ts';
import { causeSinceText } from './cause-text.ts';
import { placeStatus } from './place-status.ts';
import { sessionsOf } from './room-sessions.ts';
import { statusWords } from './status-words.ts';
import styles from './WallPage.module.css';
import { WallTile } from './WallTile.tsx';
import type { Wall } from './wall-store.ts';
import { wallWords } from './wall-words.ts';

/** So few candidates have room for larger pictures. */
const FEW = 4;

/** Reasons for which a candidate cannot go on: the danger colour. */
export const URGENT: ReadonlySet<string> = new Set(['identity_waiting', 'offline']);

/** Every candidate of the room in places that stay. */
export function WallPage({ wall, cards }: { wall: Wall; cards: readonly AttentionCard[] }) {
  const words = useWords(wallWords);
  const status = useWords(statusWords);
  const { examinations, places } = wall;
  const byCandidate = new Map(cards.map((card) => [card.place.candidateId, card]));
  if (places.length === 0) return <p className={styles.empty}>{words.empty}</p>;
  return (
    <>
      <h1 className={styles.heading}>{words.heading}</h1>
      <ul className={classNames(styles.grid, places.length <= FEW && styles.few)} aria-label={words.heading}>
        {places.map((place) => {
          const causes = byCandidate.get(place.candidateId)?.causes;
          return (
            <WallTile
              key={place.candidateId}
              place={place}
              status={placeStatus(place, sessionsOf(examinations, place))}
              raised={causes ? causeSinceText(causes[0], { status, wall: words }) : null}
              urgent={causes !== undefined && URGENT.has(causes[0].reason)}
            />
          );
        })}
      </ul>
    </>
  );
}
