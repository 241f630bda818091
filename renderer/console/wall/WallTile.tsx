import { memo } from 'react';
import type { WallPlace } from '../../../shared/contract/views.ts';
import { classNames } from '../../ui/class-names.ts';
import { useWords } from '../../ui/language.tsx';
import { LivePicture } from '../live/LivePicture.tsx';
import { goTo } from '../route.ts';
import { clockText } from '../time-text.ts';
import type { PlaceStatus } from './place-status.ts';
import { statusWords } from './status-words.ts';
import styles from './WallTile.module.css';
import { wallWords } from './wall-words.ts';

interface WallTileProps {
  place: WallPlace;
  status: PlaceStatus;
  /** Why a person should look, in words; null when nobody need. */
  raised: string | null;
  urgent: boolean;
}

/** One candidate's place: both pictures, who it is, where they stand. Its height never changes. */
export const WallTile = memo(function WallTile({ place, status, raised, urgent }: WallTileProps) {
  const words = useWords(statusWords);
  const wall = useWords(wallWords);
  const { attemptId, admissionNo } = place;
  return (
    <li
      className={classNames(styles.tile, raised && (urgent ? styles.urgent : styles.raised))}
      data-testid={`place-${admissionNo}`}
      data-state={status}
      data-identity={place.identity}
      data-phone={place.phone}
    >
      <div className={styles.pictures}>
        {attemptId === null ? (
          <p className={styles.nobody}>{wall.notYet}</p>
        ) : (
          (['front', 'rear'] as const).map((camera) => (
            <LivePicture
              key={camera}
              place={{ ...place, attemptId }}
              camera={camera}
              testId={`video-${camera}-${admissionNo}`}
            />
          ))
        )}
      </div>
      <div className={styles.row}>
        <button
          type="button"
          className={styles.open}
          aria-label={wall.open(place.name, admissionNo)}
          onClick={() => goTo({ page: 'candidate', admissionNo })}
        >
          {place.name}
        </button>
        <span className={classNames(styles.number, 'tabular')}>{admissionNo}</span>
        <span className={classNames(styles.status, styles[status], 'tabular')}>
          {status === 'answering' ? words.answeredOf(place.answered, place.items) : words.status[status]}
          {status === 'offline' && place.offlineSince !== null && ` ${words.since(clockText(place.offlineSince))}`}
        </span>
      </div>
      <div className={styles.facts}>
        <span>{words.identity[place.identity]}</span>
        <span>{words.phone[place.phone]}</span>
        <span className="tabular">{words.violations(place.violations)}</span>
      </div>
      <p className={styles.look}>{raised}</p>
    </li>
  );
});
