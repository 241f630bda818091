import { useRef, useState } from 'react';
import { useWords } from '../../ui/language.tsx';
import { useDesk } from '../desk.ts';
import { useServerNow } from '../use-server-now.ts';
import { useWatched } from '../use-watched.ts';
import { goByArrow } from './arrow-keys.ts';
import type { AttentionCard } from './attention.ts';
import { causeSinceText } from './cause-text.ts';
import { placeStatus } from './place-status.ts';
import { sittingOf } from './room-sessions.ts';
import { statusWords } from './status-words.ts';
import { useRoom } from './use-room.ts';
import { WallBar } from './WallBar.tsx';
import styles from './WallPage.module.css';
import { WallTile } from './WallTile.tsx';
import { wallGrid } from './wall-grid.ts';
import type { Wall } from './wall-store.ts';
import { wallWords } from './wall-words.ts';

/** Reasons for which a candidate cannot go on: the danger colour. */
export const URGENT: ReadonlySet<string> = new Set(['identity_waiting', 'offline']);

const BOTH = ['front', 'rear'] as const;
const ONE = { front: ['front'], rear: ['rear'] } as const;

interface WallPageProps {
  wall: Wall;
  cards: readonly AttentionCard[];
  /** Another page lies over the wall: nobody sees its pictures. */
  covered: boolean;
}

/** Every candidate of the room in places that stay. */
export function WallPage({ wall, cards, covered }: WallPageProps) {
  const { wallLayouts, watchList } = useDesk();
  const words = useWords(wallWords);
  const status = useWords(statusWords);
  const { perPage, cameras } = useWatched(wallLayouts.layout);
  const watched = new Set(useWatched(watchList.watched));
  const [chosen, setChosen] = useState(0);
  const scroller = useRef<HTMLDivElement>(null);
  const room = useRoom(scroller);
  const now = useServerNow();
  const { examinations, places } = wall;
  const byCandidate = new Map(cards.map((card) => [card.place.candidateId, card]));
  const pages = Array.from({ length: Math.max(1, Math.ceil(places.length / perPage)) }, (_, index) =>
    places.slice(index * perPage, (index + 1) * perPage),
  );
  const page = Math.min(chosen, pages.length - 1);
  const shown = pages[page] ?? [];
  const pictures = cameras === 'both' ? BOTH : ONE[cameras];
  const { columns, compact } = wallGrid(room, shown.length, pictures.length);
  const waiting = pages.map((each) => each.filter(({ candidateId }) => byCandidate.has(candidateId)).length);
  return (
    <div className={styles.wall}>
      <h1 className={styles.heading}>{words.heading}</h1>
      {places.length > 0 && <WallBar pages={waiting} page={page} onPage={setChosen} />}
      <div ref={scroller} className={styles.room}>
        {places.length === 0 && <p className={styles.empty}>{words.empty}</p>}
        <ul
          className={styles.grid}
          style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 560px))` }}
          aria-label={words.heading}
          onKeyDown={(event) => goByArrow(event, columns)}
        >
          {shown.map((place) => {
            const causes = byCandidate.get(place.candidateId)?.causes;
            return (
              <WallTile
                key={place.candidateId}
                place={place}
                status={placeStatus(place, sittingOf(examinations, place, now))}
                raised={causes ? causeSinceText(causes[0], { status, wall: words }) : null}
                urgent={causes !== undefined && URGENT.has(causes[0].reason)}
                cameras={pictures}
                compact={compact}
                covered={covered}
                watched={watched.has(place.admissionNo)}
              />
            );
          })}
        </ul>
      </div>
    </div>
  );
}
