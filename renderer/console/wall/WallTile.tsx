import { memo, useEffect, useRef } from 'react';
import type { Camera, WallPlace } from '../../../shared/contract/views.ts';
import { classNames } from '../../ui/class-names.ts';
import { useWords } from '../../ui/language.tsx';
import { useDesk } from '../desk.ts';
import { LivePicture } from '../live/LivePicture.tsx';
import { goTo } from '../route.ts';
import { clockText } from '../time-text.ts';
import { watchOnScreen } from './on-screen.ts';
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
  cameras: readonly Camera[];
  /** Too narrow for more than a name and a state. */
  compact: boolean;
  /** Something lies over the wall. */
  covered: boolean;
  /** On this proctor's watch-list. */
  watched: boolean;
}

/** One candidate's place: the pictures, who it is, where they stand. Its height never changes. */
export const WallTile = memo(function WallTile(props: WallTileProps) {
  const { place, status, raised, urgent, cameras, compact, covered, watched } = props;
  const words = useWords(statusWords);
  const wall = useWords(wallWords);
  const { attemptId, admissionNo } = place;
  const tile = useRef<HTMLLIElement>(null);
  useShown(tile, attemptId, cameras, covered);
  return (
    <li
      ref={tile}
      className={classNames(styles.tile, compact && styles.compact, raised && (urgent ? styles.urgent : styles.raised))}
      data-testid={`place-${admissionNo}`}
      data-state={status}
      data-identity={place.identity}
      data-phone={place.phone}
    >
      <div className={classNames(styles.pictures, cameras.length > 1 && styles.two)}>
        {attemptId === null ? (
          <p className={styles.nobody}>{status === 'not_registered' ? words.status.not_registered : wall.notYet}</p>
        ) : (
          cameras.map((camera) => (
            <LivePicture
              key={camera}
              place={{ ...place, attemptId }}
              camera={camera}
              testId={`video-${camera}-${admissionNo}`}
              named={!compact}
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
          {place.handRaisedAt !== null && status !== 'handed_in' && <span className={styles.hand}>{wall.hand}</span>}
          {watched && (
            <span role="img" aria-label={wall.watched}>
              ★{' '}
            </span>
          )}
          {place.name}
        </button>
        {!compact && <span className={classNames(styles.number, 'tabular')}>{admissionNo}</span>}
        <span className={classNames(styles.status, styles[status], 'tabular')}>
          {status === 'answering' ? words.answeredOf(place.answered, place.items) : words.status[status]}
          {status === 'offline' && place.offlineSince !== null && ` ${words.since(clockText(place.offlineSince))}`}
        </span>
      </div>
      {!compact && (
        <div className={styles.facts}>
          <span>{words.identity[place.identity]}</span>
          <span>{words.phone[place.phone]}</span>
          <span className="tabular">{words.violations(place.violations)}</span>
        </div>
      )}
      <p className={styles.look}>{raised ?? (compact && place.violations > 0 && words.violations(place.violations))}</p>
    </li>
  );
});

/** The pictures of a tile that nobody can see are sent slower. */
function useShown(
  tile: { readonly current: HTMLLIElement | null },
  attemptId: string | null,
  cameras: readonly Camera[],
  covered: boolean,
): void {
  const { liveViews } = useDesk();
  useEffect(() => {
    if (!tile.current || attemptId === null || covered) return;
    const show = (onScreen: boolean): void => {
      for (const camera of cameras) liveViews.camera(attemptId, camera).show(onScreen);
    };
    const stop = watchOnScreen(tile.current, show);
    return () => {
      stop();
      show(false);
    };
  }, [tile, liveViews, attemptId, cameras, covered]);
}
