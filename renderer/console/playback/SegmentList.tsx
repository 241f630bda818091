import { classNames } from '../../ui/class-names.ts';
import { useLanguage, useWords } from '../../ui/language.tsx';
import { eventDetailWords } from '../events/event-detail-words.ts';
import { clockText, spanText } from '../time-text.ts';
import { playbackWords } from './playback-words.ts';
import styles from './SegmentList.module.css';
import type { Stretch } from './timeline.ts';

interface SegmentListProps {
  stretches: readonly Stretch[];
  /** Index of the stretch in the player. */
  playing: number | null;
  onPlay: (segmentId: string) => void;
}

/** A camera's recording as a line of stretches: what can be played, and what is missing in between. */
export function SegmentList({ stretches, playing, onPlay }: SegmentListProps) {
  const words = useWords(playbackWords);
  const causes = useWords(eventDetailWords).value;
  const { language } = useLanguage();
  return (
    <ol className={styles.list} aria-label={words.list}>
      {stretches.map((stretch, index) => {
        const span = spanText(stretch.durationMs, language);
        if (stretch.kind === 'missing') {
          const cause = stretch.cause === null ? null : (causes[stretch.cause] ?? stretch.cause);
          return (
            <li key={`missing-${stretch.from}`} className={styles.missing} data-testid="segment-missing">
              <span className="tabular">{clockText(stretch.from)}</span>{' '}
              {cause === null ? words.missing(span) : words.missingCause(span, cause)}
            </li>
          );
        }
        return (
          <li key={stretch.segment.id}>
            <button
              type="button"
              className={classNames(styles.segment, index === playing && styles.playing, 'tabular')}
              aria-label={words.play(clockText(stretch.from), span)}
              aria-current={index === playing || undefined}
              data-testid="segment"
              data-segment={stretch.segment.id}
              onClick={() => onPlay(stretch.segment.id)}
            >
              {clockText(stretch.from)} <span className={styles.span}>{span}</span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}
